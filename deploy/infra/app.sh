# shellcheck shell=bash
# demo | up | up --services: builds when that is needed, then runs the suite.

readonly SERVICES=(participant-service notes-service scheduling-service referral-service gateway)
readonly SOURCES=(pom.xml platform participant-service notes-service scheduling-service referral-service gateway acceptance all-in-one)

jar_of() {
  case $1 in
    all-in-one | benchmarks) printf '%s' "$REPO/$1/target/throughcare-$1.jar" ;;
    *) printf '%s' "$REPO/$1/target/$1-exec.jar" ;;
  esac
}

# unpacked MODULE: the jar laid out as files, which starts faster; again whenever the jar is newer
unpacked() {
  local jar app="$STATE/app/$1"
  jar="$(jar_of "$1")"
  if [[ ! -e $app/made || $jar -nt $app/made ]]; then
    rm -rf --one-file-system "$app"
    mkdir -p "$STATE/app"
    "$(run_jdk)/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$app" >/dev/null ||
      fail "$jar could not be unpacked to $app"
    touch -r "$jar" "$app/made"
  fi
  printf '%s' "$app/$(basename "$jar")"
}

# Classes as they are after a start, kept by Java for the next one: made once for a jar and a Java, about 150 MB beside the
# unpacked jar. Java itself ignores one that does not fit.
aot_file() { printf '%s' "$STATE/app/$1/$(sed -n 's/^IMPLEMENTOR_VERSION="\(.*\)"/\1/p' "$2/release" 2>/dev/null | tr -c '[:alnum:].+-' '_').aot"; }

# use_aot MODULE JDK: sets AOT to the options that make Java use it, if it is there
use_aot() {
  local file
  file="$(aot_file "$1" "$2")"
  AOT=()
  if [[ ${THROUGHCARE_AOT:-on} != off && -e $file ]]; then AOT=("-XX:AOTCache=$file" "-Xlog:aot*=error"); fi
}

wants_aot() {
  local file
  unpacked "$1" >/dev/null
  file="$(aot_file "$1" "$2")"
  [[ ${THROUGHCARE_AOT:-on} != off && ! -e $file && ! -e $file.failed ]]
}

# keep_aot MODULE JDK: takes the file that a trial start has left; without one it is not tried again for this build
keep_aot() {
  local file
  file="$(aot_file "$1" "$2")"
  if [[ -s $file.new ]]; then
    mv "$file.new" "$file"
  else
    touch "$file.failed"
    say "no faster start could be prepared for $1, it starts as before; the reason is in $STATE/log/aot-$1.log" >&2
  fi
}

# Keys of the services run by "up --services": made once, kept beside the other state, readable by their owner alone.
use_own_secrets() {
  local file="$STATE/services.env" name
  if [[ ! -e $file ]]; then
    mkdir -p "$STATE"
    (umask 077 && for name in KEY_ENCRYPTION_KEY SESSIONS_KEY; do
      printf 'export %s=%s\n' "$name" "$(head -c 32 /dev/urandom | base64)"
    done >"$file")
  fi
  # shellcheck source=/dev/null
  . "$file"
}

# Is a source newer than the module's jar, or than the last build, which may have left the jar as it was?
needs_building() {
  local jar stamp="$STATE/built/$1" sources=() path
  jar="$(jar_of "$1")"
  [[ -e $jar && ! -e $stamp.unfinished ]] || return 0
  if [[ ! $stamp -nt $jar ]]; then stamp=$jar; fi
  for path in "${SOURCES[@]}" "$1"; do if [[ -e $REPO/$path ]]; then sources+=("$REPO/$path"); fi; done
  [[ -n "$(find "${sources[@]}" \( -name target -o -name node_modules -o -path '*/src/test' \) -prune -o -type f -newer "$stamp" -print -quit)" ]]
}

# What Maven says when it cannot fetch
readonly NO_NETWORK='Could not transfer|Unknown host|Non-resolvable (parent|import) POM|Could not resolve (dependencies|artifact)|could not be resolved|Could not find artifact'

# build_failed LOG MODULES: the reason in a sentence, as far as it is known
build_failed() {
  if grep -qE "^\[(ERROR|FATAL)\].*($NO_NETWORK)" "$1"; then
    fail "building $2 needs libraries that this machine does not have yet, and Maven's repository does not answer; connect to the network (or set a mirror in ~/.m2/settings.xml) and try again. Maven's output is in $1"
  fi
  grep -m 5 '^\[ERROR\]' "$1" >&2 || tail -n 5 "$1" >&2
  fail "the build of $2 failed; all of its output is in $1"
}

# build_unless_current MODULE…
build_unless_current() {
  local began=$SECONDS module wanted=() log="$STATE/log/build.log" builder step told=
  for module in "$@"; do if needs_building "$module"; then wanted+=("$module"); fi; done
  ((${#wanted[@]})) || return 0
  check_maven
  mkdir -p "$STATE/built" "$STATE/log"
  touch "$STATE/built/begun"
  # A build that is broken off may leave a jar that is none
  for module in "${wanted[@]}"; do touch "$STATE/built/$module.unfinished"; done
  (cd "$REPO" && JAVA_HOME="$(build_jdk)" exec mvn -B -ntp -Dstyle.color=never -DskipTests package -pl "$(IFS=, && printf '%s' "${wanted[*]}")" -am) >"$log" 2>&1 &
  builder=$!
  trap 'kill "$builder" 2>/dev/null; exit 130' INT TERM
  say "Building ${wanted[*]} (only when sources changed) …"
  while kill -0 "$builder" 2>/dev/null; do
    step="$(sed -n 's/^\[INFO\] Building \(Throughcare \)\{0,1\}\(.*\) [^ ]* *\[\([0-9]*\)\/\([0-9]*\)\]$/\2, \3 of \4/p' "$log" | tail -n 1)"
    if [[ -t 1 ]]; then
      printf '\r\033[K     %s%s ' "$(seconds_since "$began")" "${step:+  $step}"
    elif [[ $step != "$told" ]]; then
      say "     $(seconds_since "$began")${step:+  $step}"
      told=$step
    fi
    sleep 1
  done
  trap - INT TERM
  if [[ -t 1 ]]; then printf '\r\033[K'; fi
  wait "$builder" || build_failed "$log" "${wanted[*]}"
  for module in "${wanted[@]}"; do
    [[ -e $(jar_of "$module") ]] || fail "the build of $module made no $(jar_of "$module"); the module does not package it yet."
    touch -r "$STATE/built/begun" "$STATE/built/$module"
    rm -f "$STATE/built/$module.unfinished"
  done
  say "Built ${wanted[*]} in $(seconds_since "$began")"
}

demo() {
  local jdk data child status=0 old
  if (($# > 1)) || [[ ${1:---exit} != --exit ]]; then fail "demo takes --exit or nothing."; fi
  check_ports GATEWAY PARTICIPANT NOTES SCHEDULING REFERRAL SIGN_IN BROKER
  jdk="$(run_jdk)"
  build_unless_current all-in-one
  # What a demo that was killed outright could not remove itself
  for old in "$STATE"/demo-*; do
    if [[ -d $old ]] && ! kill -0 "${old##*-}" 2>/dev/null; then rm -rf --one-file-system "$old"; fi
  done
  data="$STATE/demo-$$"
  mkdir -p "$data"
  unpacked all-in-one >/dev/null
  use_aot all-in-one "$jdk"
  # shellcheck disable=SC2064
  trap "rm -rf --one-file-system '$data'" EXIT
  # shellcheck disable=SC2086
  "$jdk/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx768m "${AOT[@]}" ${THROUGHCARE_JAVA_OPTS:-} -jar "$(unpacked all-in-one)" \
    demo --data="$data" "$@" <&0 &
  child=$!
  trap 'kill -TERM "$child" 2>/dev/null || true' INT TERM HUP
  while kill -0 "$child" 2>/dev/null; do
    status=0
    wait "$child" || status=$?
  done
  return "$status"
}

# try_start JDK: starts the suite once on data of its own, so that later starts are faster
try_start() {
  local began=$SECONDS trial="$STATE/trial-$$"
  say "Preparing faster starts (once after each build; not with THROUGHCARE_AOT=off) …"
  # shellcheck disable=SC2064
  trap "rm -rf --one-file-system '$trial'" EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  # shellcheck disable=SC2086
  "$1/bin/java" -XX:+UseSerialGC -Xmx1g -XX:AOTCacheOutput="$(aot_file all-in-one "$1").new" ${THROUGHCARE_JAVA_OPTS:-} -jar "$(unpacked all-in-one)" \
    up --exit --data="$trial" >"$STATE/log/aot-all-in-one.log" 2>&1 || true
  keep_aot all-in-one "$1"
  rm -rf --one-file-system "$trial"
  trap - EXIT INT TERM HUP
  say "Prepared in $(seconds_since "$began")"
}

up() {
  local jdk
  if [[ ${1:-} == --services ]]; then
    up_services "${@:2}"
    return
  fi
  (($# == 0)) || fail "up takes --services or nothing."
  check_ports GATEWAY PARTICIPANT NOTES SCHEDULING REFERRAL SIGN_IN BROKER
  jdk="$(run_jdk)"
  build_unless_current all-in-one
  mkdir -p "$STATE/data" "$STATE/log"
  if wants_aot all-in-one "$jdk"; then try_start "$jdk"; fi
  use_aot all-in-one "$jdk"
  # shellcheck disable=SC2086
  exec "$jdk/bin/java" -XX:+UseSerialGC -Xmx1g "${AOT[@]}" ${THROUGHCARE_JAVA_OPTS:-} -jar "$(unpacked all-in-one)" up --data="$STATE/data"
}

# Where the services find the store, the broker and sign-in: as given, or as infra has them.
use_given_or_infra() {
  local name missing=()
  if infra_is_up; then
    local given=()
    for name in MONGODB_URI RABBITMQ_URI OIDC_ISSUER; do if [[ -n ${!name:-} ]]; then given+=("$name=${!name}"); fi; done
    # shellcheck source=/dev/null
    . "$INFRA/env"
    for name in "${given[@]}"; do export "${name?}"; done
  fi
  for name in MONGODB_URI RABBITMQ_URI OIDC_ISSUER; do if [[ -z ${!name:-} ]]; then missing+=("$name"); fi; done
  ((${#missing[@]} == 0)) || fail "${missing[*]} not set and infra is not up; run \"./throughcare infra up\" first, or set them."
}

# check_ports NAME…: each THROUGHCARE_<NAME>_PORT that is set is a port; said before anything is built
check_ports() {
  local name
  for name in "$@"; do
    name="THROUGHCARE_${name}_PORT"
    if [[ -n ${!name:-} ]] && ! { [[ ${!name} =~ ^[0-9]{1,5}$ ]] && ((10#${!name} > 0 && 10#${!name} < 65536)); }; then
      fail "$name is \"${!name}\"; a port between 1 and 65535 is needed."
    fi
  done
}

port_of_service() {
  case $1 in
    gateway) printf '%s' "${THROUGHCARE_GATEWAY_PORT:-8080}" ;;
    participant-service) printf '%s' "${THROUGHCARE_PARTICIPANT_PORT:-8081}" ;;
    notes-service) printf '%s' "${THROUGHCARE_NOTES_PORT:-8082}" ;;
    scheduling-service) printf '%s' "${THROUGHCARE_SCHEDULING_PORT:-8083}" ;;
    referral-service) printf '%s' "${THROUGHCARE_REFERRAL_PORT:-8084}" ;;
  esac
}

# start_services JDK run|aot SERVICE…: and waits for their health; "aot" leaves their classes for the next start
start_services() {
  local jdk=$1 how=$2 service log
  for service in "${@:3}"; do
    log="$STATE/log/$service.log"
    use_aot "$service" "$jdk"
    if [[ $how == aot ]]; then
      log="$STATE/log/aot-$service.log"
      AOT=("-XX:AOTCacheOutput=$(aot_file "$service" "$jdk").new")
    fi
    # shellcheck disable=SC2086
    SERVER_ADDRESS=127.0.0.1 SERVER_PORT="$(port_of_service "$service")" \
      "$jdk/bin/java" "${AOT[@]}" ${THROUGHCARE_JAVA_OPTS:--Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1} -jar "$(unpacked "$service")" >"$log" 2>&1 </dev/null &
    RUNNING[$service]=$!
  done
  for service in "${@:3}"; do
    log="$STATE/log/$([[ $how == run ]] || printf 'aot-')$service.log"
    wait_for $((240 - SECONDS + began)) service_settled "$service" ||
      fail "$service was not healthy within four minutes; the reason is in $log"
    kill -0 "${RUNNING[$service]}" 2>/dev/null || fail "$service stopped while starting; the reason is at the end of $log"
  done
}

up_services() {
  local jdk service port began=$SECONDS name fresh=()
  # --demo: the two fictional grantees, and a clock that can be moved
  if [[ ${1:-} == --demo ]]; then
    export THROUGHCARE_GRANTEES_0_ID=three-rivers THROUGHCARE_GRANTEES_1_ID=lake-county THROUGHCARE_DEMO_CLOCK=true
  elif [[ $# -gt 0 ]]; then
    fail "\"up --services\" understands --demo, not \"$1\"."
  fi
  check_ports GATEWAY PARTICIPANT NOTES SCHEDULING REFERRAL
  jdk="$(run_jdk)"
  have curl || fail "curl is needed to ask the services for their health; install it, for example: apt-get install curl"
  use_given_or_infra
  use_own_secrets
  for service in "${SERVICES[@]}"; do
    port="$(port_of_service "$service")"
    if port_answers "$port"; then
      name="${service%-service}"
      fail "port $port, wanted for $service, is taken ($(port_holder "$port")); free it or choose another with THROUGHCARE_${name^^}_PORT."
    fi
  done
  build_unless_current "${SERVICES[@]}"
  for service in "${SERVICES[@]}"; do unpacked "$service" >/dev/null; done
  mkdir -p "$STATE/log"
  began=$SECONDS

  for service in "${SERVICES[@]}"; do
    name="${service%-service}"
    export "${name^^}_URL=http://127.0.0.1:$(port_of_service "$service")"
  done
  declare -gA RUNNING=()
  trap stop_services EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  for service in "${SERVICES[@]}"; do if wants_aot "$service" "$jdk"; then fresh+=("$service"); fi; done
  if ((${#fresh[@]})); then
    say "Preparing faster starts (once after each build; not with THROUGHCARE_AOT=off) …"
    start_services "$jdk" aot "${fresh[@]}"
    stop_processes 120
    for service in "${fresh[@]}"; do keep_aot "$service" "$jdk"; done
    say "Prepared in $(seconds_since "$began")"
    began=$SECONDS
  fi
  start_services "$jdk" run "${SERVICES[@]}"
  printf '%-20s %-8s %s\n' service pid address
  for service in "${SERVICES[@]}"; do
    printf '%-20s %-8s http://127.0.0.1:%s\n' "$service" "${RUNNING[$service]}" "$(port_of_service "$service")"
  done
  say "Up after $(seconds_since "$began"): open http://127.0.0.1:$(port_of_service gateway)   Logs: $STATE/log   Stop: Ctrl-C"
  wait -n "${RUNNING[@]}" || true
  for service in "${SERVICES[@]}"; do
    kill -0 "${RUNNING[$service]}" 2>/dev/null || fail "$service stopped by itself, so the others are stopped too; see $STATE/log/$service.log"
  done
}

service_settled() {
  curl -s --fail --max-time 5 -o /dev/null "http://127.0.0.1:$(port_of_service "$1")/actuator/health" || ! kill -0 "${RUNNING[$1]}" 2>/dev/null
}

# stop_processes SECONDS: all that run, with a deadline for each
stop_processes() {
  local pid
  for pid in "${RUNNING[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
  for pid in "${RUNNING[@]}"; do
    wait_for "$1" process_over "$pid" || kill -KILL "$pid" 2>/dev/null || true
  done
  RUNNING=()
}

stop_services() {
  trap - INT TERM HUP
  stop_processes 30
  say "All five services are stopped."
}

process_over() { ! kill -0 "$1" 2>/dev/null; }

# outside CLASS ARGUMENT…: a program that knows the gateway's address, the issuer's and nothing else of the suite
outside() {
  "$(run_jdk)/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$(dirname "$(unpacked all-in-one)")/lib/*" "org.throughcare.acceptance.$1" \
    "${THROUGHCARE_URL:-http://127.0.0.1:$(port_of_service gateway)}" "${OIDC_ISSUER%/}" "${@:2}"
}

# The journey against a suite that is up
journey() {
  run_jdk >/dev/null
  use_given_or_infra
  build_unless_current all-in-one
  outside journey.FromOutside
}

# ops COMMAND…: on what "up" serves when that is running, else on what the environment or infra says
ops() {
  local secrets="$STATE/data/secrets.properties"
  run_jdk >/dev/null
  if [[ -z ${SYSTEM_CLIENT_SECRET:-} || -z ${OIDC_ISSUER:-} ]] && [[ -r $secrets ]] && port_answers "${THROUGHCARE_SIGN_IN_PORT:-8090}"; then
    OIDC_ISSUER="http://127.0.0.1:${THROUGHCARE_SIGN_IN_PORT:-8090}"
    SYSTEM_CLIENT_SECRET="$(sed -n 's/^system=//p' "$secrets" | sed 's/\\\([=:]\)/\1/g')"
    export SYSTEM_CLIENT_SECRET OIDC_ISSUER
  elif [[ -z ${SYSTEM_CLIENT_SECRET:-} || -z ${OIDC_ISSUER:-} ]]; then
    infra_is_up || fail "set OIDC_ISSUER and SYSTEM_CLIENT_SECRET to those of the suite, and THROUGHCARE_URL to its gateway; nothing is up here."
    # shellcheck source=/dev/null
    . "$INFRA/env"
  fi
  build_unless_current all-in-one
  outside operator.Ops "$@"
}
