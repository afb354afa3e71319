# shellcheck shell=bash disable=SC2034,SC2015
# The servers: how each is set up, started, asked for its health and stopped. All listen on 127.0.0.1 only.

readonly PARTS=(epmd postgres rabbitmq keycloak ferretdb)
readonly -A TITLES=([epmd]="Erlang port mapper" [postgres]="PostgreSQL + DocumentDB" [rabbitmq]="RabbitMQ" [keycloak]="Keycloak" [ferretdb]="FerretDB")
readonly -A USERS=([epmd]=rabbitmq [postgres]=postgres [rabbitmq]=rabbitmq [keycloak]=keycloak [ferretdb]=ferretdb)
readonly -A PATIENCE=([epmd]=15 [postgres]=60 [rabbitmq]=120 [keycloak]=240 [ferretdb]=60)
readonly -A PORT_NAMES=([postgres]=POSTGRES [ferretdb]=MONGO [rabbitmq]=AMQP [management]=MANAGEMENT [dist]=ERLANG [epmd]=EPMD [keycloak]=KEYCLOAK)
declare -A PORTS=([postgres]=5532 [ferretdb]=27117 [rabbitmq]=5772 [management]=15772 [dist]=25772 [epmd]=4372 [keycloak]=8089)
readonly -A PORTS_OF=([epmd]="epmd" [postgres]="postgres" [rabbitmq]="rabbitmq management dist" [keycloak]="keycloak" [ferretdb]="ferretdb")

# A port is THROUGHCARE_<NAME>_PORT, or what was chosen before, or the default.
choose_ports() {
  local key name
  # shellcheck source=/dev/null
  if [[ -r $INFRA/ports ]]; then . "$INFRA/ports"; fi
  for key in "${!PORT_NAMES[@]}"; do
    name="THROUGHCARE_${PORT_NAMES[$key]}_PORT"
    PORTS[$key]="${!name:-${PORTS[$key]}}"
    [[ ${PORTS[$key]} =~ ^[0-9]+$ ]] && ((PORTS[$key] > 1023 && PORTS[$key] < 65536)) ||
      fail "$name is ${PORTS[$key]}; a port between 1024 and 65535 is needed."
  done
}

remember_ports() {
  local key
  for key in "${!PORTS[@]}"; do printf 'PORTS[%s]=%s\n' "$key" "${PORTS[$key]}"; done >"$INFRA/ports"
}

make_secrets() {
  local name
  if [[ ! -e $INFRA/secrets ]]; then
    (umask 077 && for name in POSTGRES_PASSWORD MONGODB_PASSWORD RABBITMQ_PASSWORD ERLANG_COOKIE KEYCLOAK_ADMIN_PASSWORD \
      GATEWAY_CLIENT_SECRET SYSTEM_CLIENT_SECRET PARTNER_CLIENT_SECRET; do
      printf '%s=%s\n' "$name" "$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
    done >"$INFRA/secrets.new")
    mv "$INFRA/secrets.new" "$INFRA/secrets"
  fi
  # shellcheck source=/dev/null
  . "$INFRA/secrets"
}

write_env() {
  (umask 077 && cat >"$INFRA/env.new" <<ENV
# Written by "throughcare infra up". Holds passwords: keep it to yourself.
export MONGODB_URI='mongodb://throughcare:$MONGODB_PASSWORD@127.0.0.1:${PORTS[ferretdb]}/?directConnection=true&authMechanism=SCRAM-SHA-256'
export RABBITMQ_URI='amqp://throughcare:$RABBITMQ_PASSWORD@127.0.0.1:${PORTS[rabbitmq]}/throughcare'
export RABBITMQ_PARTNERS_URI='amqp://throughcare:$RABBITMQ_PASSWORD@127.0.0.1:${PORTS[rabbitmq]}/partners'
export RABBITMQ_MANAGEMENT_URL='http://throughcare:$RABBITMQ_PASSWORD@127.0.0.1:${PORTS[management]}'
export RABBITMQ_USERNAME='throughcare'
export RABBITMQ_PASSWORD='$RABBITMQ_PASSWORD'
export OIDC_ISSUER='http://127.0.0.1:${PORTS[keycloak]}/realms/throughcare'
export GATEWAY_CLIENT_ID='throughcare-gateway'
export GATEWAY_CLIENT_SECRET='$GATEWAY_CLIENT_SECRET'
export SYSTEM_CLIENT_ID='throughcare-system'
export SYSTEM_CLIENT_SECRET='$SYSTEM_CLIENT_SECRET'
export PARTNER_CLIENT_ID='partner-riverside-housing'
export PARTNER_CLIENT_SECRET='$PARTNER_CLIENT_SECRET'
export TEST_CLIENT_ID='throughcare-test'
export KEYCLOAK_URL='http://127.0.0.1:${PORTS[keycloak]}'
export KEYCLOAK_ADMIN_USERNAME='admin'
export KEYCLOAK_ADMIN_PASSWORD='$KEYCLOAK_ADMIN_PASSWORD'
export POSTGRES_URI='postgres://postgres:$POSTGRES_PASSWORD@127.0.0.1:${PORTS[postgres]}/postgres'
ENV
  )
  mv "$INFRA/env.new" "$INFRA/env"
}

# for_server PART FILE [MODE]: standard input becomes a file inside the root that only the part's user may read
for_server() {
  local user="${SERVER_UIDS[${USERS[$1]}]}"
  install -D -m "${3:-0400}" -o "$user" -g "$user" /dev/stdin "$ROOT$2"
}

set_up_epmd() {
  for_server epmd /etc/throughcare/epmd 0500 <<SH
#!/bin/sh
exec epmd -address 127.0.0.1 -port ${PORTS[epmd]}
SH
}

set_up_postgres() {
  local bin=/usr/lib/postgresql/18/bin data=/var/lib/postgres/data
  if [[ ! -e $ROOT$data/PG_VERSION ]]; then
    for_server postgres /var/lib/postgres/password <<<"$POSTGRES_PASSWORD"
    rm -rf --one-file-system "${ROOT:?}$data.new"
    (in_root postgres "$bin/initdb" -D "$data.new" --username=postgres --pwfile=/var/lib/postgres/password \
      --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8) >"$INFRA/log/initdb.log" 2>&1 || fail "PostgreSQL's initdb failed; see $INFRA/log/initdb.log"
    rm "$ROOT/var/lib/postgres/password"
    mv "$ROOT$data.new" "$ROOT$data"
  fi
  # No process of this cluster is alive here, so a lock left by a crash is stale, whoever has its pid now.
  rm -f "$ROOT$data/postmaster.pid" "$ROOT"/var/lib/postgres/.s.PGSQL.*
  for_server postgres $data/postgresql.auto.conf 0600 <<CONF
listen_addresses = '127.0.0.1'
port = ${PORTS[postgres]}
unix_socket_directories = '/var/lib/postgres'
max_connections = 300
shared_buffers = '256MB'
shared_preload_libraries = 'pg_cron,pg_documentdb_core,pg_documentdb'
cron.database_name = 'postgres'
cron.use_background_workers = on
cron.log_run = off
cron.log_statement = off
documentdb.localhost_connection_string = 'host=/var/lib/postgres'
max_worker_processes = 20
log_min_messages = 'warning'
CONF
  # Over TCP only with a password. DocumentDB builds indexes by a connection of its own, over the socket in a folder that
  # only the server's user may enter, and there as the role whose command it carries out.
  for_server postgres $data/pg_hba.conf 0600 <<<$'local all all peer map=server\nhost all all 127.0.0.1/32 scram-sha-256'
  for_server postgres $data/pg_ident.conf 0600 <<<$'server postgres postgres\nserver postgres throughcare\nserver postgres documentdb_bg_worker_role'
  for_server postgres /etc/throughcare/postgres 0500 <<SH
#!/bin/sh
exec $bin/postgres -D $data
SH
}

set_up_rabbitmq() {
  for_server rabbitmq /etc/throughcare/rabbitmq.conf <<CONF
listeners.tcp.1 = 127.0.0.1:${PORTS[rabbitmq]}
management.tcp.ip = 127.0.0.1
management.tcp.port = ${PORTS[management]}
default_user = throughcare
default_pass = $RABBITMQ_PASSWORD
default_user_tags.administrator = true
default_vhost = throughcare
log.file = false
log.console = true
log.console.level = warning
vm_memory_high_watermark.absolute = 1GB
disk_free_limit.absolute = 200MB
CONF
  for_server rabbitmq /etc/throughcare/rabbitmq-plugins <<<"[rabbitmq_management]."
  for_server rabbitmq /var/lib/rabbitmq/.erlang.cookie <<<"$ERLANG_COOKIE"
  for_server rabbitmq /etc/throughcare/rabbitmq 0500 <<SH
#!/bin/sh
ulimit -n 65536 2>/dev/null || ulimit -n "\$(ulimit -Hn)"
export HOME=/var/lib/rabbitmq RABBITMQ_NODENAME=throughcare@localhost RABBITMQ_DIST_PORT=${PORTS[dist]}
export ERL_EPMD_PORT=${PORTS[epmd]} ERL_EPMD_ADDRESS=127.0.0.1
export RABBITMQ_MNESIA_BASE=/var/lib/rabbitmq/data RABBITMQ_LOG_BASE=/var/lib/rabbitmq/log
export RABBITMQ_CONFIG_FILE=/etc/throughcare/rabbitmq.conf RABBITMQ_ENABLED_PLUGINS_FILE=/etc/throughcare/rabbitmq-plugins
export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1} -start_epmd false"
cd /var/lib/rabbitmq && exec /usr/lib/rabbitmq/bin/rabbitmq-server
SH
}

set_up_keycloak() {
  # A changed realm file is imported anew: what Keycloak keeps itself is only sessions.
  local now
  now="$(cat "$REPO/deploy/infra/throughcare-realm.json" "$INFRA/secrets" | sha256sum)"
  if [[ "$now" != "$(cat "$INFRA/realm.sha256" 2>/dev/null)" ]]; then rm -rf --one-file-system "$ROOT/opt/keycloak/data/h2"; fi
  for_server keycloak /opt/keycloak/data/import/throughcare-realm.json <"$REPO/deploy/infra/throughcare-realm.json"
  printf '%s\n' "$now" >"$INFRA/realm.sha256"
  for_server keycloak /etc/throughcare/keycloak 0500 <<SH
#!/bin/sh
export HOME=/var/lib/keycloak JAVA_OPTS_KC_HEAP="-Xms64m -Xmx512m" JAVA_OPTS_APPEND="-XX:TieredStopAtLevel=1"
export THROUGHCARE_DEMO_PEOPLE=true KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD=$KEYCLOAK_ADMIN_PASSWORD
export GATEWAY_CLIENT_SECRET=$GATEWAY_CLIENT_SECRET SYSTEM_CLIENT_SECRET=$SYSTEM_CLIENT_SECRET PARTNER_CLIENT_SECRET=$PARTNER_CLIENT_SECRET
export GATEWAY_BACK_CHANNEL=http://127.0.0.1:$(port_of_service gateway)
exec /opt/keycloak/bin/kc.sh start-dev --import-realm --http-host=127.0.0.1 --http-port=${PORTS[keycloak]} \\
  --hostname=http://127.0.0.1:${PORTS[keycloak]} --log-level=warn
SH
}

set_up_ferretdb() {
  install -m 0755 "$INFRA/bin/ferretdb" "$ROOT/usr/local/bin/ferretdb"
  for_server ferretdb /etc/throughcare/ferretdb 0500 <<SH
#!/bin/sh
export HOME=/var/lib/ferretdb DO_NOT_TRACK=1
export FERRETDB_POSTGRESQL_URL='postgres://throughcare:$MONGODB_PASSWORD@127.0.0.1:${PORTS[postgres]}/postgres'
exec ferretdb --listen-addr=127.0.0.1:${PORTS[ferretdb]} --debug-addr=- --state-dir=/var/lib/ferretdb --log-level=warn
SH
}

sql() { (in_root postgres psql -X -q -v ON_ERROR_STOP=1 -h /var/lib/postgres -p "${PORTS[postgres]}" -U postgres -d postgres); }

# Runs each time PostgreSQL came up; safe to repeat.
after_postgres() {
  sql >>"$INFRA/log/documentdb.log" 2>&1 <<SQL || fail "the DocumentDB extension could not be created; see $INFRA/log/documentdb.log"
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS documentdb CASCADE;
DO \$\$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'throughcare') THEN CREATE ROLE throughcare LOGIN SUPERUSER; END IF;
END \$\$;
ALTER ROLE throughcare PASSWORD '$MONGODB_PASSWORD';
SQL
}

# Runs each time RabbitMQ came up; safe to repeat.
after_rabbitmq() {
  { rabbit_api PUT vhosts/partners && rabbit_api PUT permissions/partners/throughcare '{"configure":".*","write":".*","read":".*"}'; } \
    >"$INFRA/log/rabbitmq-vhosts.log" 2>&1 || fail "RabbitMQ did not accept the vhost for partners; see $INFRA/log/rabbitmq-vhosts.log"
}

# rabbit_api METHOD PATH [JSON]
rabbit_api() {
  curl -sS --fail --max-time 5 -K <(printf 'user = "throughcare:%s"\n' "$RABBITMQ_PASSWORD") -H 'content-type: application/json' \
    -X "$1" ${3:+-d "$3"} "http://127.0.0.1:${PORTS[management]}/api/$2"
}

# healthy PART: does it do its work, not only listen?
healthy() {
  case $1 in
    epmd) port_answers "${PORTS[epmd]}" ;;
    postgres) (in_root postgres /usr/lib/postgresql/18/bin/pg_isready -q -h 127.0.0.1 -p "${PORTS[postgres]}") >/dev/null 2>&1 ;;
    rabbitmq) port_answers "${PORTS[rabbitmq]}" && rabbit_api GET health/checks/local-alarms >/dev/null 2>&1 ;;
    keycloak) curl -sS --fail --max-time 5 -o /dev/null "http://127.0.0.1:${PORTS[keycloak]}/realms/throughcare/.well-known/openid-configuration" 2>/dev/null ;;
    ferretdb) port_answers "${PORTS[ferretdb]}" && healthy postgres ;;
  esac
}

# What a running part was started with; when it differs from what is wanted now, the part is started again.
settings_of() {
  local key
  for key in ${PORTS_OF[$1]}; do printf '%s ' "${PORTS[$key]}"; done
  case $1 in
    ferretdb) printf '%s' "${PORTS[postgres]}" ;;
    rabbitmq) printf '%s' "${PORTS[epmd]}" ;;
    keycloak) sha256sum <"$REPO/deploy/infra/throughcare-realm.json" | cut -c1-16 ;;
  esac
}

# The recorded process, if it still is the one that we started
pid_of() {
  local pid start boot
  { read -r pid start boot _ <"$INFRA/run/$1"; } 2>/dev/null || return 1
  [[ $boot == "$(boot_id)" && "$(process_start "$pid")" == "$start" ]] && printf '%s' "$pid"
}

# What is left of a part whose first process is gone: the members of the session that it opened
leftovers_of() {
  local pid start boot other name stat
  { read -r pid start boot _ <"$INFRA/run/$1"; } 2>/dev/null || return 0
  [[ $boot == "$(boot_id)" ]] || return 0
  for other in $(pgrep -s "$pid" 2>/dev/null || true); do
    stat="$(process_start "$other")" || continue
    name="$(cat "/proc/$other/comm" 2>/dev/null || true)"
    case $name in postgres | beam.smp | *erl* | inet_gethost | epmd | java | kc.sh | ferretdb | rabbitmq-server | sh)
      ((stat >= start)) && printf '%s ' "$other" ;;
    esac
  done
}

start_part() {
  local part=$1 pid
  "set_up_$part"
  # A session of its own, so that it outlives this shell and all of its processes can be found again
  (
    exec </dev/null >>"$INFRA/log/$part.log" 2>&1
    IN_ROOT_BY=setsid in_root "${USERS[$part]}" "/etc/throughcare/$part"
  ) &
  pid=$!
  printf '%s %s %s %s\n' "$pid" "$(process_start "$pid")" "$(boot_id)" "$(settings_of "$part")" >"$INFRA/run/$part"
  disown "$pid"
}

stop_part() {
  local part=$1 pid left
  if pid="$(pid_of "$part")"; then
    if [[ $part == postgres ]]; then kill -INT "$pid"; else kill -TERM "$pid"; fi 2>/dev/null || true
    wait_for 30 gone "$part" || true
  fi
  left="$(pid_of "$part" || true) $(leftovers_of "$part")"
  # shellcheck disable=SC2086
  if [[ -n ${left// /} ]]; then kill -KILL $left 2>/dev/null || true; fi
  wait_for 10 gone "$part" || fail "${TITLES[$part]} does not stop; its processes are: $(leftovers_of "$part")"
  rm -f "$INFRA/run/$part"
}

gone() { ! pid_of "$1" >/dev/null && [[ -z "$(leftovers_of "$1")" ]]; }
