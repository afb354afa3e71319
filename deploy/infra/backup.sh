# shellcheck shell=bash
# backup | restore | grantee: a grantee's data taken out as files, brought back, exported and removed. docs/operations.md says when.

# backups COMMAND ARGUMENT…: on the store of MONGODB_URI, else on infra's, else on what "up" keeps; --up chooses the last of these.
backups() {
  local jdk app argument up= arguments=()
  for argument in "$@"; do
    if [[ $argument == --up ]]; then up=yes; else arguments+=("$argument"); fi
  done
  jdk="$(run_jdk)"
  build_unless_current all-in-one
  app="$(unpacked all-in-one)"
  if [[ -z $up && -z ${MONGODB_URI:-} ]] && infra_is_up; then
    # shellcheck source=/dev/null
    . "$INFRA/env"
  fi
  if [[ -z $up && -n ${MONGODB_URI:-} ]]; then
    if [[ -z ${KEY_ENCRYPTION_KEY:-} && -e $STATE/services.env ]]; then
      # shellcheck source=/dev/null
      . "$STATE/services.env"
    fi
    say "Store: ${MONGODB_URI##*@}"
    exec "$jdk/bin/java" -XX:TieredStopAtLevel=1 -cp "$(dirname "$app")/lib/*" org.throughcare.platform.backup.Backups "${arguments[@]}"
  fi
  [[ -d $STATE/data ]] || fail "there is no store: MONGODB_URI is not set, infra is not up, and \"up\" has kept nothing in $STATE/data."
  say "Store: that of \"up\", in $STATE/data"
  exec "$jdk/bin/java" -XX:TieredStopAtLevel=1 -jar "$app" "${arguments[@]}" --data="$STATE/data"
}
