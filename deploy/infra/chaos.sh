# shellcheck shell=bash
# chaos: a bounded run under load in which services, lines and servers break, then the check of every acknowledged command.

chaos() {
  local minutes=10 seed=$RANDOM$RANDOM rate=200 write=no here=no status=0 option ports node
  if [[ ${1:-} == nodes ]]; then
    chaos_nodes_up
    return
  fi
  for option in "$@"; do
    case $option in
      --minutes=*) minutes="${option#*=}" ;;
      --seed=*) seed="${option#*=}" ;;
      --rate=*) rate="${option#*=}" ;;
      --write) write=yes ;;
      --here) here=yes ;;
      *) fail "chaos takes --minutes=N, --seed=S, --rate=R, --write and --here, not \"$option\"." ;;
    esac
  done
  [[ $minutes =~ ^[1-9][0-9]*$ && $seed =~ ^[0-9]+$ && $rate =~ ^[1-9][0-9]*$ ]] ||
    fail "chaos wants whole numbers: --minutes=10 --seed=42 --rate=200"
  can_infra || fail "chaos needs root on Debian, for \"infra up\"; the short form in \"./throughcare test\" runs anywhere."
  if infra_is_up && [[ $here == no ]]; then
    fail "infra is up, and chaos kills its servers: stop it with \"./throughcare infra down\", choose another with THROUGHCARE_HOME and ports, or say --here."
  fi
  rm -f "$REPO/acceptance/target/chaos-report.md"
  trap 'stop_mavens; chaos_nodes_down; stop_own_infra' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  own_infra || return 1
  chaos_nodes_down
  chaos_nodes_up
  use_chaos_nodes
  ports="$(for node in "${CHAOS_NODES[@]}"; do chaos_port "$node" amqp; printf ,; done)"
  say "Chaos for $minutes min at $rate commands/s, seed $seed; repeat it with: ./throughcare chaos --minutes=$minutes --rate=$rate --seed=$seed"
  maven -q package -pl acceptance -am -Dtest=ChaosTest -Dsurefire.failIfNoSpecifiedTests=false -Dthroughcare.parts=real \
    -Dthroughcare.chaos.seconds="$((minutes * 60))" -Dthroughcare.chaos.seed="$seed" -Dthroughcare.chaos.rate="$rate" \
    -Dthroughcare.chaos.broker-ports="${ports%,}" \
    -Dthroughcare.chaos.script="$REPO/throughcare" -Dthroughcare.chaos.run="$INFRA/run" || status=1
  if [[ ! -e $REPO/acceptance/target/chaos-report.md ]]; then
    say "The run came to no report; what the services said is in $REPO/acceptance/target/processes"
    return 1
  fi
  if [[ $write == yes ]]; then write_chaos_report; fi
  return "$status"
}

# The report takes the place of the one before it, between two marks in docs/chaos.md.
write_chaos_report() {
  local page="$REPO/docs/chaos.md"
  awk -v report="$REPO/acceptance/target/chaos-report.md" '
    /<!-- run -->/ { print; while ((getline line < report) > 0) print line; skipping = 1; next }
    /<!-- end of run -->/ { skipping = 0 }
    !skipping { print }' "$page" >"$page.new"
  mv "$page.new" "$page"
  say "Written to docs/chaos.md"
}

# Three RabbitMQ nodes of the run's own beside that of infra, which a cluster would bind to two others for good.
readonly CHAOS_NODES=(1 2 3)

chaos_port() { # NODE, amqp | dist | management
  case $2 in
    amqp) printf '%d' $((PORTS[rabbitmq] + 10 * $1)) ;;
    dist) printf '%d' $((PORTS[dist] + 10 * $1)) ;;
    management) printf '%d' $((PORTS[management] + 10 * $1)) ;;
  esac
}

set_up_chaos_node() {
  local node=$1 each
  for_server rabbitmq "/etc/throughcare/chaos$node.conf" <<CONF
listeners.tcp.1 = 127.0.0.1:$(chaos_port "$node" amqp)
management.tcp.ip = 127.0.0.1
management.tcp.port = $(chaos_port "$node" management)
default_user = throughcare
default_pass = $RABBITMQ_PASSWORD
default_user_tags.administrator = true
default_vhost = throughcare
cluster_formation.peer_discovery_backend = classic_config
$(for each in "${CHAOS_NODES[@]}"; do printf 'cluster_formation.classic_config.nodes.%d = chaos%d@localhost\n' "$each" "$each"; done)
log.file = false
log.console = true
log.console.level = warning
vm_memory_high_watermark.absolute = 512MB
disk_free_limit.absolute = 200MB
CONF
  for_server rabbitmq "/etc/throughcare/chaos$node" 0500 <<SH
#!/bin/sh
ulimit -n 65536 2>/dev/null || ulimit -n "\$(ulimit -Hn)"
export HOME=/var/lib/rabbitmq RABBITMQ_NODENAME=chaos$node@localhost RABBITMQ_DIST_PORT=$(chaos_port "$node" dist)
export ERL_EPMD_PORT=${PORTS[epmd]} ERL_EPMD_ADDRESS=127.0.0.1
export RABBITMQ_MNESIA_BASE=/var/lib/rabbitmq/chaos RABBITMQ_LOG_BASE=/var/lib/rabbitmq/log
export RABBITMQ_CONFIG_FILE=/etc/throughcare/chaos$node.conf RABBITMQ_ENABLED_PLUGINS_FILE=/etc/throughcare/rabbitmq-plugins
export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1} -start_epmd false"
cd /var/lib/rabbitmq && exec /usr/lib/rabbitmq/bin/rabbitmq-server
SH
}

start_chaos_node() {
  local node=$1
  set_up_chaos_node "$node"
  (
    exec </dev/null >>"$INFRA/log/chaos$node.log" 2>&1
    IN_ROOT_BY=setsid in_root rabbitmq "/etc/throughcare/chaos$node"
  ) &
  printf '%s %s %s\n' "$!" "$(process_start "$!")" "$(boot_id)" >"$INFRA/run/chaos$node"
  disown "$!"
}

chaos_node_is_well() {
  port_answers "$(chaos_port "$1" amqp)" && curl -sS --fail --max-time 5 -o /dev/null \
    -K <(printf 'user = "throughcare:%s"\n' "$RABBITMQ_PASSWORD") \
    "http://127.0.0.1:$(chaos_port "$1" management)/api/health/checks/local-alarms" 2>/dev/null
}

# Starts those that are not there and waits for all; the run itself asks for it after it has killed one.
chaos_nodes_up() {
  local node
  choose_ports
  # shellcheck source=/dev/null
  . "$INFRA/secrets"
  use_machine_names
  for node in "${CHAOS_NODES[@]}"; do if ! pid_of "chaos$node" >/dev/null; then start_chaos_node "$node"; fi; done
  for node in "${CHAOS_NODES[@]}"; do
    wait_for 120 chaos_node_is_well "$node" || fail "RabbitMQ's node $node did not come up; see $INFRA/log/chaos$node.log"
  done
}

# The addresses of infra's one node give way to those of the three.
use_chaos_nodes() {
  local amqp management
  amqp="$(chaos_port 1 amqp)"
  management="$(chaos_port 1 management)"
  export RABBITMQ_URI="amqp://throughcare:$RABBITMQ_PASSWORD@127.0.0.1:$amqp/throughcare"
  export RABBITMQ_PARTNERS_URI="amqp://throughcare:$RABBITMQ_PASSWORD@127.0.0.1:$amqp/partners"
  export RABBITMQ_MANAGEMENT_URL="http://throughcare:$RABBITMQ_PASSWORD@127.0.0.1:$management"
  chaos_api PUT vhosts/partners
  chaos_api PUT permissions/partners/throughcare '{"configure":".*","write":".*","read":".*"}'
}

# chaos_api METHOD PATH [JSON]
chaos_api() {
  curl -sS --fail --max-time 20 -o /dev/null -K <(printf 'user = "throughcare:%s"\n' "$RABBITMQ_PASSWORD") \
    -H 'content-type: application/json' -X "$1" ${3:+-d "$3"} "http://127.0.0.1:$(chaos_port 1 management)/api/$2"
}

chaos_nodes_down() {
  local node pid
  for node in "${CHAOS_NODES[@]}"; do
    pid="$(cut -d ' ' -f 1 "$INFRA/run/chaos$node" 2>/dev/null || true)"
    # shellcheck disable=SC2046
    if [[ -n $pid ]]; then kill -KILL $(pgrep -s "$pid") 2>/dev/null || true; fi
    rm -f "$INFRA/run/chaos$node"
  done
  rm -rf --one-file-system "${ROOT:?}/var/lib/rabbitmq/chaos"
}
