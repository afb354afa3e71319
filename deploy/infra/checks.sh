# shellcheck shell=bash
# test | bench | doctor

# maven ARGUMENT…, in the repository, on a JDK that Maven can use
maven() {
  run_jdk >/dev/null
  check_maven
  # Many short runs: what the second compiler would win, it would not give back. Beside the script, so that it hears signals meanwhile.
  (cd "$REPO" && MAVEN_OPTS="${MAVEN_OPTS:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC}" JAVA_HOME="$(build_jdk)" exec mvn -B -ntp "$@") &
  wait "$!"
}

# Whatever runs of Maven this script has begun; the JVMs of their tests go with them
stop_mavens() {
  local pid
  for pid in $(descendants "$$"); do
    if grep -aqs 'plexus\.classworlds' "/proc/$pid/cmdline"; then kill -TERM "$pid" 2>/dev/null || true; fi
  done
}

descendants() {
  local pid
  for pid in $(pgrep -P "$1" 2>/dev/null || true); do
    printf '%s\n' "$pid"
    descendants "$pid"
  done
}

can_infra() { [[ $(id -u) == 0 ]] && is_debian; }

# What a test class that stands on the chosen store and broker names
readonly ON_PARTS='TestParts|RunningService|AtAPlace|Backbone|EdgeUnderTest'

run_tests() {
  local began=$SECONDS failed=0 mark
  case ${1:-} in
    --fast | --faults | "" | -*) ;;
    *) fail "test takes --fast, --faults or nothing, and options for Maven after that." ;;
  esac
  mkdir -p "$STATE"
  mark="$(mktemp "$STATE/tests-begun.XXXXXX")"
  use_checkers
  # shellcheck disable=SC2064
  trap "rm -f '$mark'; stop_mavens; stop_own_infra" EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  case ${1:-} in
    --fast)
      embedded_parts "Only pass"
      maven -T 5 test -DexcludedGroups=real,fault,suite,compose -Dmaven.test.failure.ignore "${@:2}" || failed=1
      ;;
    --faults) test_faults_alone "${@:2}" || failed=1 ;;
    *) test_everything "$@" || failed=1 ;;
  esac
  # Maven ignores what fails in tests, so that all of them run: what it still stops at is said here, and not among the results.
  if ((failed)); then say "Something other than a test failed, so not everything ran; the reason is above."; fi
  say "Took $(seconds_since "$began")"
  say_results "$mark" || failed=1
  return "$failed"
}

readonly OWN_ISSUER="an issuer of the tests' own"

# pass NAME STORE BROKER SIGN_IN: what the tests after it stand on
pass() { say "$1   Store: $2   Broker: $3   Sign-in: $4"; }

embedded_parts() {
  pass "$1" "mongo-java-server $(pom_version mongo-java-server)" "Qpid Broker-J $(pom_version qpid-broker)" \
    "Spring Authorization Server   (all inside the JVM)"
}

real_parts() {
  local store="FerretDB $FERRETDB_VERSION on PostgreSQL with DocumentDB"
  if [[ -n ${GIVEN_STORE:-} ]]; then store="that of MONGODB_URI, ${GIVEN_STORE##*@}"; fi
  pass "$1" "$store" "RabbitMQ $(rabbitmq_version)" "${2:-$OWN_ISSUER}"
}

# Everything on the embedded parts; then what stands on a store and a broker once more on real ones, or for the first time where it is
# tagged "once" because it takes long; then the journey on five processes; then processes killed, cut off and left without a store
# under load. "test --fast" runs those tagged "once" on the embedded parts.
test_everything() {
  local failed=0 parts
  parts="$(second_parts)" || exit 1
  if [[ $parts == infra ]]; then begin_own_infra; fi
  embedded_parts "First pass"
  timed "the first pass" maven -T 5 install -Djunit.jupiter.execution.parallel.enabled=true -DexcludedGroups=real,fault,compose,once -Dmaven.test.failure.ignore "$@" || return 1
  if [[ $parts == containers ]]; then
    use_container_images || return 1
    container_parts "Second pass"
    timed "the second pass" on_containers participant-service notes-service scheduling-service -- "$@" || failed=1
    embedded_parts "Third pass"
    timed "the faults" faults embedded "$@" || failed=1
    say "The journey on five processes did not run: it stands on Keycloak, which \"infra\" brings (root on Debian)."
    compose_pass "Fourth pass" "$@" || failed=1
    return "$failed"
  fi
  own_infra || return 1
  real_parts "Second pass"
  timed "the second pass" on_real_parts "$@" || failed=1
  real_parts "Third pass" "Keycloak $KEYCLOAK_VERSION"
  timed "the journey on five processes, and signing in at Keycloak," five_processes "$@" || failed=1
  real_parts "Fourth pass"
  timed "the faults" faults real "$@" || failed=1
  compose_pass "Fifth pass" "$@" || failed=1
  return "$failed"
}

# The journey on the stack of docker-compose.yml, where an engine answers already, or when it is asked for; it adds minutes.
compose_pass() {
  see_engine
  if [[ ${THROUGHCARE_COMPOSE:-} == no ]] || { [[ ${THROUGHCARE_COMPOSE:-} != yes ]] && ! docker_works; }; then
    say "$1 did not run: no container engine is up; \"./throughcare compose test\" starts one, and THROUGHCARE_COMPOSE=yes runs it here."
    return 0
  fi
  pass "$1" "that of docker-compose.yml" "RabbitMQ in a container" "Keycloak in a container"
  timed "the journey in containers" tests_again acceptance containers -Dgroups=compose "${@:2}"
}

# timed WHAT COMMAND…
timed() {
  local what=$1 began=$SECONDS status=0
  shift
  "$@" || status=$?
  say "${what^} took $(seconds_since "$began")"
  return "$status"
}

# infra, or containers where that cannot be had; THROUGHCARE_PARTS chooses
second_parts() {
  case ${THROUGHCARE_PARTS:-} in
    infra) can_infra || fail "THROUGHCARE_PARTS=infra needs root on Debian." ;;
    containers) ;;
    "") can_infra || docker_works ||
      fail "the full test needs root on Debian for \"infra up\", or Docker with the images ${IMAGES[*]}; \"./throughcare test --fast\" needs neither." ;;
    *) fail "THROUGHCARE_PARTS is infra or containers, not \"$THROUGHCARE_PARTS\"." ;;
  esac
  if [[ ${THROUGHCARE_PARTS:-} == containers ]] || ! can_infra; then printf containers; else printf infra; fi
}

# Those that docker-compose.yml names too, unless its variables name others
readonly IMAGES=("${MONGO_IMAGE:-mongo:8}" "${RABBITMQ_IMAGE:-rabbitmq:4-management}")

# The images for Testcontainers, or the stand-ins of "compose images" where those cannot be pulled
use_container_images() {
  need_engine
  choose_images
  if [[ $CHOSEN == local ]]; then
    # Testcontainers' own tidying container is one more image that cannot be pulled; the tests stop theirs themselves.
    export MONGO_IMAGE=throughcare-local/documents RABBITMQ_IMAGE=throughcare-local/rabbitmq TESTCONTAINERS_RYUK_DISABLED=true
    export TESTCONTAINERS_HOST_OVERRIDE="${TESTCONTAINERS_HOST_OVERRIDE:-localhost}"
  fi
}

container_parts() {
  pass "$1" "${MONGO_IMAGE:-${IMAGES[0]}} in a container" "${RABBITMQ_IMAGE:-${IMAGES[1]}} in a container" "$OWN_ISSUER   (Testcontainers)"
}

# on_containers MODULE… -- ARGUMENT…
on_containers() {
  local failed=0 modules=()
  while [[ $1 != -- ]]; do
    modules+=("$1")
    shift
  done
  for module in "${modules[@]}"; do
    tests_again "$module" containers -Dtest="$(classes_on_parts "$module")" -Dsurefire.failIfNoSpecifiedTests=false "${@:2}" || failed=1
  done
  return "$failed"
}

# The servers are brought while something else goes on: most of it is waiting for packages.
begin_own_infra() {
  if infra_is_up; then return 0; fi
  INFRA_IS_OURS=yes
  say "Meanwhile the servers are brought, as by \"infra up\"; what that says stands in $STATE/infra-up.log"
  (infra_up && bring_checkers) >"$STATE/infra-up.log" 2>&1 &
  INFRA_COMING=$!
}

# The servers, started unless they are up; those that were not up are stopped at the end. A given MONGODB_URI stays the store.
own_infra() {
  local given=${MONGODB_URI:-} came=0
  if [[ -n ${INFRA_COMING:-} ]]; then
    wait "$INFRA_COMING" || came=1
    INFRA_COMING=
    cat "$STATE/infra-up.log"
    ((came == 0)) || return 1
  elif ! infra_is_up; then
    INFRA_IS_OURS=yes
    (infra_up) || return 1
  fi
  infra_is_up || return 1
  # shellcheck source=/dev/null
  . "$INFRA/env"
  if [[ -n $given ]]; then export MONGODB_URI=$given GIVEN_STORE=$given; fi
}

stop_own_infra() {
  if [[ -n ${INFRA_COMING:-} ]]; then kill -TERM "$INFRA_COMING" 2>/dev/null || true; fi
  if [[ ${INFRA_IS_OURS:-} == yes ]]; then (infra_down ""); fi
}

# With their packages: modules that are tested in one run may have classes of one name.
classes_on_parts() { grep -rlE "$ON_PARTS" --include='*Test.java' "$REPO/$1/src/test" | sed 's#.*/src/test/java/##; s#[.]java$##; s#/#.#g' | sort | paste -sd, -; }

# Four at once, each with queues of its own: they wait for servers as much as they work.
on_real_parts() {
  local module each lanes=() some=() others=() classes=() status=0
  for module in notes-service scheduling-service gateway; do
    each="$(classes_on_parts "$module")"
    if [[ -n $each ]]; then
      others+=("$module")
      classes+=("$each")
    fi
  done
  # Of referral-service's those that do not stand on partner provisioning inside the JVM; on RabbitMQ the journey shows it.
  others+=(referral-service)
  classes+=("org.throughcare.referral.ContractTest,org.throughcare.referral.PartnersBrokerAwayTest")
  mapfile -t some < <(classes_on_parts participant-service | tr , '\n')
  lane platform/core 1 "$(classes_on_parts platform/core)" "$@" >"$STATE/second-platform.log" 2>&1 &
  lanes+=("$!")
  for each in 1 2; do
    # shellcheck disable=SC2046
    lane participant-service "$each" "$(joined $(printf '%s\n' "${some[@]}" | awk "NR % 2 == $each - 1"))" "$@" >"$STATE/second-participant-$each.log" 2>&1 &
    lanes+=("$!")
  done
  lane "$(joined "${others[@]}")" 1 "$(joined "${classes[@]}")" -Dsurefire.failIfNoSpecifiedTests=false "$@" || status=$?
  for each in "${lanes[@]}"; do wait "$each" || status=$?; done
  cat "$STATE"/second-*.log
  return "$status"
}

# lane MODULES NUMBER CLASSES ARGUMENT…: one JVM at a time, whose virtual hosts nobody else uses
lane() {
  local module host hosts=() status=0
  for module in ${1//,/ }; do hosts+=("test-$$-$(basename "$module")-$2"); done
  for host in "${hosts[@]}"; do
    rabbit_api PUT "vhosts/$host" >/dev/null
    rabbit_api PUT "permissions/$host/throughcare" '{"configure":".*","write":".*","read":".*"}' >/dev/null
  done
  tests_again "$1" real -Dthroughcare.virtual-hosts="test-$$-" -Dthroughcare.fork="$2" -Dtest="$3" "${@:4}" || status=$?
  for host in "${hosts[@]}"; do rabbit_api DELETE "vhosts/$host" >/dev/null; done
  return "$status"
}

joined() {
  local IFS=,
  printf '%s' "$*"
}

# The sign-in tests wait for tokens to end, most of the time, and so go beside the journey.
five_processes() {
  local failed=0 signing
  tests_again all-in-one real -Dgroups=real "$@" >"$STATE/signing-in.log" 2>&1 &
  signing=$!
  tests_again acceptance real -Dgroups=real "$@" || failed=1
  wait "$signing" || failed=1
  cat "$STATE/signing-in.log"
  return "$failed"
}

# faults PARTS ARGUMENT…: how long each of them is under load is bounded here; "test --faults" takes longer.
faults() {
  local parts=$1 failed=0 embedded store=()
  shift
  if [[ $parts == real && -z ${GIVEN_STORE:-} ]]; then store=(-Dthroughcare.fault.store-pid="$(pid_of ferretdb)"); fi
  # What stands on the parts inside the JVM alone takes nothing away from under the others, and waits most of the time.
  (
    tests_again all-in-one embedded -Dgroups=fault "$@" || failed=1
    tests_again platform/embedded embedded -Dgroups=fault "$@" || failed=1
    exit "$failed"
  ) >"$STATE/embedded-faults.log" 2>&1 &
  embedded=$!
  # Two instances of everything, and stores that are destroyed, are for "test --faults": they take minutes.
  tests_again acceptance "$parts" -Dgroups="${THROUGHCARE_FAULT_GROUPS:-fault & !scale}" \
    -Dthroughcare.fault.seconds="${THROUGHCARE_FAULT_SECONDS:-15}" -Dthroughcare.chaos.seconds="${THROUGHCARE_CHAOS_SECONDS:-15}" \
    -Dthroughcare.chaos.instances="${THROUGHCARE_CHAOS_INSTANCES:-1}" "${store[@]}" "$@" || failed=1
  wait "$embedded" || failed=1
  cat "$STATE/embedded-faults.log"
  return "$failed"
}

# The journey on five processes and the faults by themselves, these for longer
test_faults_alone() {
  local failed=0
  can_infra || fail "test --faults needs root on Debian, for \"infra up\"."
  maven install -DskipTests || return 1
  own_infra || return 1
  real_parts "Journey" "Keycloak $KEYCLOAK_VERSION"
  timed "the journey on five processes" five_processes "$@" || failed=1
  real_parts "Faults"
  THROUGHCARE_FAULT_GROUPS=fault THROUGHCARE_CHAOS_SECONDS=60 THROUGHCARE_CHAOS_INSTANCES=2 \
    THROUGHCARE_FAULT_SECONDS="${THROUGHCARE_FAULT_SECONDS:-60}" timed "the faults" faults real "$@" || failed=1
  return "$failed"
}

# tests_again MODULE PARTS ARGUMENT…: what is built already, on other parts, reported beside the first pass
tests_again() {
  maven toolchains:select-jdk-toolchain@jdk-25 surefire:test -pl "$1" -Dthroughcare.parts="$2" \
    -Dsurefire.reportNameSuffix="$2" -Dmaven.test.failure.ignore "${@:3}"
}

pom_version() { sed -n "s#.*<$1.version>\(.*\)</$1.version>.*#\1#p" "$REPO/pom.xml" | head -n 1; }

rabbitmq_version() { rabbit_api GET overview | sed -n 's/.*"rabbitmq_version":"\([^"]*\)".*/\1/p'; }

# reports_since MARK FUNCTION: calls it with each report that is newer
reports_since() {
  local report
  find "$REPO" -path '*/target/surefire-reports/TEST-*.xml' -newer "$1" -print0 | while IFS= read -r -d '' report; do "$2" "$report"; done
}

counts_of() { grep -m 1 -o '<testsuite [^>]*' "$1"; }

# What did not pass in a report, a line each
failures_of() {
  awk '
    function of(name) { return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : "" }
    /^ *<testcase / { test = of("classname") " " of("name") }
    /^ *<(failure|error)[ >]/ && test != "" {
      why = of("message") == "" ? of("type") : of("message")
      gsub(/&#10;/, " ", why); gsub(/&quot;/, "\"", why); gsub(/&lt;/, "<", why); gsub(/&gt;/, ">", why); gsub(/&amp;/, "\\&", why)
      printf "✗ %s: %s\n", test, substr(why, 1, 300)
      test = ""
    }' "$1"
}

# say_results MARK: names what failed and sums the reports that are newer; fails when a test did, or when none ran
say_results() {
  reports_since "$1" failures_of
  reports_since "$1" counts_of | awk '
    function of(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
    { tests += of("tests"); failed += of("failures") + of("errors"); skipped += of("skipped") }
    END { printf "%d passed, %d failed, %d skipped\n", tests - failed - skipped, failed, skipped; exit failed > 0 || tests == 0 }'
}

bench() {
  local jdk
  jdk="$(run_jdk)"
  if ! infra_is_up; then
    can_infra || fail "bench measures the real servers, and infra is not up; run \"./throughcare infra up\" as root on Debian first."
    infra_up
  fi
  build_unless_current benchmarks
  # shellcheck source=/dev/null
  . "$INFRA/env"
  # shellcheck disable=SC2086
  exec "$jdk/bin/java" ${THROUGHCARE_JAVA_OPTS:-} -jar "$(jar_of benchmarks)" "$@"
}

# finding STATE WHAT FOUND [HINT]
finding() { printf '%-8s %-28s %s%s\n' "$1" "$2" "$3" "${4:+  → $4}"; }

doctor() {
  local jdk key memory bad=0 part
  if jdk="$(find_jdk 25 java)"; then finding ok "Java 25 or newer, to run" "$jdk ($(jdk_version "$jdk"))"; else
    bad=1
    finding MISSING "Java 25 or newer, to run" "-" "sdk install java 25-tem, or your system's openjdk-25 package"
  fi
  if jdk="$(find_jdk 17 javac)"; then finding ok "JDK 17 or newer, for Maven" "$jdk ($(jdk_version "$jdk"))"; else
    bad=1
    finding MISSING "JDK 17 or newer, for Maven" "-" "apt-get install openjdk-17-jdk-headless"
  fi
  if (check_maven) 2>/dev/null; then finding ok "Maven 3.8 or newer" "$(command -v mvn)"; else
    bad=1
    finding MISSING "Maven 3.8 or newer" "$(command -v mvn || printf -- -)" "apt-get install maven, or maven.apache.org"
  fi
  finding ok "Node" "not needed"
  if [[ -r /proc/meminfo ]]; then
    memory="$(awk '/^MemAvailable/ { print int($2 / 1024) }' /proc/meminfo)"
    if ((memory >= 3000)); then finding ok "memory" "$memory MB free"; else finding low "memory" "$memory MB free" "demo wants 1 GB; infra with five services wants 3 GB"; fi
  fi
  for key in gateway participant-service notes-service scheduling-service referral-service; do
    if port_answers "$(port_of_service "$key")"; then
      part="${key%-service}"
      finding taken "port $(port_of_service "$key"), $key" "$(port_holder "$(port_of_service "$key")")" "set THROUGHCARE_${part^^}_PORT if that is not ours"
    else finding ok "port $(port_of_service "$key"), $key" free; fi
  done
  if is_debian; then finding ok "Debian, for infra" "$(. /etc/os-release && printf '%s' "${PRETTY_NAME:-}")"; else finding no "Debian, for infra" "this is something else" "use compose up for the real servers"; fi
  if [[ $(id -u) == 0 ]]; then finding ok "root, for infra" yes; else finding no "root, for infra" "no" "only infra needs it"; fi
  if have go; then finding ok "Go, for infra" "$(command -v go)"; else finding no "Go, for infra" "-" "Go 1.24 or newer builds FerretDB"; fi
  see_engine
  if docker_works; then finding ok Docker "$(docker version --format '{{.Server.Version}}' 2>/dev/null || printf works)"; else finding no Docker "no daemon answers" "only compose needs it; as root on Debian it starts one of its own"; fi
  if infra_is_up; then finding ok infra "up, see $INFRA/env"; else finding no infra "not up" "./throughcare infra status says which part"; fi
  return "$bad"
}
