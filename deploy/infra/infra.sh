# shellcheck shell=bash
# infra up | down | status: PostgreSQL with DocumentDB, FerretDB, RabbitMQ and Keycloak on a Debian machine, without Docker.

infra() {
  case ${1:-} in
    up) infra_up ;;
    down) infra_down "${2:-}" ;;
    status) infra_status ;;
    *) fail "infra takes up, down [--purge] or status." ;;
  esac
}

open_infra() {
  [[ $(id -u) == 0 ]] || fail "infra needs root, because it makes a Debian root and starts servers as users of their own; try: sudo $0 infra ${1:-up}"
  is_debian || fail "infra needs Debian, because it takes the servers from Debian's packages; elsewhere use docker compose up."
  # What down --purge removes must be what up made.
  if [[ -d $INFRA && ! -d $INFRA/done && -n "$(ls -A "$INFRA")" ]]; then
    fail "$INFRA exists and was not made by this script; choose another place with THROUGHCARE_HOME."
  fi
  mkdir -p "$INFRA"/{done,log,run}
  chmod 0700 "$INFRA"
  choose_ports
}

infra_up() {
  local began=$SECONDS
  open_infra up
  exec 9>"$INFRA/lock"
  flock --wait 600 9 || fail "another \"infra up\" or \"infra down\" has been at work for ten minutes; see $INFRA/log"
  local part wanted=()
  for part in "${PARTS[@]}"; do
    if ! runs_as_wanted "$part"; then wanted+=("$part"); fi
  done
  if ((${#wanted[@]} == 0)); then
    say "All servers are up; the addresses and passwords are in $INFRA/env"
    return 0
  fi
  for part in "${wanted[@]}"; do require_ports "$part"; done
  install_servers
  make_secrets
  remember_ports
  write_env
  use_machine_names
  for part in "${wanted[@]}"; do stop_part "$part" 9>&-; done
  # FerretDB needs PostgreSQL's extension at its start; the others start beside each other.
  for part in "${wanted[@]}"; do
    if [[ $part != ferretdb ]]; then start_part "$part" 9>&-; fi
  done
  for part in epmd postgres ferretdb rabbitmq keycloak; do
    [[ " ${wanted[*]} " == *" $part "* ]] || continue
    if [[ $part == ferretdb ]]; then start_part ferretdb 9>&-; fi
    wait_for "${PATIENCE[$part]}" settled "$part" || true
    pid_of "$part" >/dev/null || fail "${TITLES[$part]} stopped while starting; the reason is at the end of $INFRA/log/$part.log"
    if ! healthy "$part"; then
      fail "${TITLES[$part]} did not come up within ${PATIENCE[$part]} seconds; the reason is at the end of $INFRA/log/$part.log"
    fi
    if declare -F "after_$part" >/dev/null; then "after_$part"; fi
    say "  ${TITLES[$part]} is up on 127.0.0.1:${PORTS[$part]} ($(seconds_since "$began"))"
  done
  say "Up. The addresses and passwords are in $INFRA/env; use it with: . $INFRA/env"
}

# Either healthy or dead: no need to wait longer
settled() { healthy "$1" || ! pid_of "$1" >/dev/null; }

runs_as_wanted() {
  local settings
  pid_of "$1" >/dev/null || return 1
  read -r _ _ _ settings <"$INFRA/run/$1"
  [[ "$settings" == "$(settings_of "$1" | sed 's/ *$//')" ]] || return 1
  [[ -r $INFRA/secrets ]] || return 1
  # shellcheck source=/dev/null
  . "$INFRA/secrets"
  healthy "$1"
}

# A port that a part of ours holds is not taken: the part is stopped before it starts again.
require_ports() {
  local key
  if pid_of "$1" >/dev/null || [[ -n "$(leftovers_of "$1")" ]]; then return 0; fi
  for key in ${PORTS_OF[$1]}; do
    if port_answers "${PORTS[$key]}"; then
      fail "port ${PORTS[$key]}, wanted for ${TITLES[$1]}, is taken ($(port_holder "${PORTS[$key]}")); free it or choose another with THROUGHCARE_${PORT_NAMES[$key]}_PORT."
    fi
  done
}

infra_down() {
  [[ -z $1 || $1 == --purge ]] || fail "infra down takes --purge or nothing."
  if [[ ! -d $INFRA ]]; then
    say "Nothing is installed at $INFRA"
    return 0
  fi
  open_infra down
  exec 9>"$INFRA/lock"
  flock --wait 600 9 || fail "another \"infra up\" or \"infra down\" has been at work for ten minutes; see $INFRA/log"
  local part
  for part in ferretdb keycloak rabbitmq epmd postgres; do
    if ! gone "$part"; then
      stop_part "$part"
      say "  ${TITLES[$part]} stopped"
    fi
    rm -f "$INFRA/run/$part"
  done
  if [[ $1 == --purge ]]; then
    remove_folder "$INFRA"
    say "Removed $INFRA with all data in it; the Go and Maven caches are left as they are."
  else
    say "Down. Data stays in $INFRA"
  fi
}

infra_status() {
  local part state all=0 version
  [[ $(id -u) == 0 ]] || fail "infra status needs root, because the state folder holds passwords; try: sudo $0 infra status"
  choose_ports
  # shellcheck source=/dev/null
  if [[ -r $INFRA/secrets ]]; then . "$INFRA/secrets"; fi
  printf '%-24s %-14s %-6s %s\n' part version port state
  for part in postgres ferretdb rabbitmq keycloak; do
    version="$(version_of "$part")"
    if [[ -n $version ]] && pid_of "$part" >/dev/null && healthy "$part"; then state=up; else state=down all=1; fi
    printf '%-24s %-14s %-6s %s\n' "${TITLES[$part]}" "${version:-not installed}" "${PORTS[$part]}" "$state"
  done
  return "$all"
}

version_of() {
  if ! installed; then return 0; fi
  case $1 in
    postgres) package_version postgresql-18 ;;
    rabbitmq) package_version rabbitmq-server ;;
    ferretdb) printf '%s' "$FERRETDB_VERSION" ;;
    keycloak) printf '%s' "$KEYCLOAK_VERSION" ;;
  esac
}

package_version() { dpkg-query --admindir="$ROOT/var/lib/dpkg" -W -f '${Version}' "$1" 2>/dev/null | sed 's/^[0-9]*://; s/-.*//'; }

infra_is_up() {
  local part
  [[ $(id -u) == 0 && -r $INFRA/env && -r $INFRA/secrets ]] || return 1
  choose_ports
  # shellcheck source=/dev/null
  . "$INFRA/secrets"
  for part in "${PARTS[@]}"; do
    if ! { pid_of "$part" >/dev/null && healthy "$part"; }; then return 1; fi
  done
}
