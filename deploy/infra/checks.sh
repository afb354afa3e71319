# shellcheck shell=bash
# test | bench | doctor

# maven ARGUMENT…, in the repository, on a JDK that Maven can use
maven() {
  run_jdk >/dev/null
  check_maven
  (cd "$REPO" && JAVA_HOME="$(build_jdk)" exec mvn -B -ntp "$@")
}

can_infra() { [[ $(id -u) == 0 ]] && is_debian; }

docker_works() { have docker && docker info >/dev/null 2>&1; }

# What a test class that stands on the chosen store and broker names
readonly ON_PARTS='TestParts|RunningService|Backbone|EdgeUnderTest'

run_tests() {
  local began=$SECONDS failed=0 mark
  mkdir -p "$STATE"
  mark="$(mktemp "$STATE/tests-begun.XXXXXX")"
  # shellcheck disable=SC2064
  trap "rm -f '$mark'" EXIT
  case ${1:-} in
    --fast)
      say "Store: mongo-java-server $(pom_version mongo-java-server)   Broker: Qpid Broker-J $(pom_version qpid-broker)   Sign-in: Spring Authorization Server   (all inside the JVM; tests tagged real or fault are left out)"
      maven -T 2 verify -DexcludedGroups=real,fault -Dmaven.test.failure.ignore "${@:2}" || failed=1
      ;;
    --faults) test_faults "${@:2}" || failed=1 ;;
    "" | -*) test_everything "$@" || failed=1 ;;
    *) fail "test takes --fast, --faults or nothing, and options for Maven after that." ;;
  esac
  say_results "$mark" || failed=1
  say "Took $(seconds_since "$began")"
  return "$failed"
}

# Everything on the embedded parts, then what stands on a store and a broker once more on the real ones, faults and journeys included.
test_everything() {
  local failed=0 ours=no
  can_infra || fail "the full test needs root on Debian, for \"infra up\"; \"./throughcare test --fast\" needs neither."
  say "First pass   Store: mongo-java-server $(pom_version mongo-java-server)   Broker: Qpid Broker-J $(pom_version qpid-broker)   Sign-in: Spring Authorization Server"
  maven install -DexcludedGroups=real,fault -Dmaven.test.failure.ignore "$@" || return 1
  if ! infra_is_up; then
    ours=yes
    infra_up
  fi
  # shellcheck source=/dev/null
  . "$INFRA/env"
  say "Second pass  Store: FerretDB $FERRETDB_VERSION on PostgreSQL with DocumentDB   Broker: RabbitMQ $(rabbitmq_version)   Sign-in: Keycloak $KEYCLOAK_VERSION"
  on_real_parts "$@" || failed=1
  if [[ $ours == yes ]]; then infra_down ""; fi
  return "$failed"
}

on_real_parts() {
  local module classes failed=0
  for module in platform/core participant-service notes-service scheduling-service referral-service gateway; do
    classes="$(grep -rlE "$ON_PARTS" --include='*Test.java' "$REPO/$module/src/test" | sed 's#.*/##; s#[.]java$##' | sort | paste -sd, -)"
    # These two stand on partner provisioning inside the JVM; on RabbitMQ the journey shows it.
    if [[ $module == referral-service ]]; then classes="ContractTest,PartnersBrokerAwayTest"; fi
    if [[ -n $classes ]]; then
      with_own_virtual_host tests_again "$module" -Dtest="$classes" -Dsurefire.failIfNoSpecifiedTests=false "$@" || failed=1
    fi
  done
  return "$failed"
}

# Processes killed, cut off and left without a store under load, and the journey on five processes: by themselves, they take long.
test_faults() {
  if ! infra_is_up; then infra_up; fi
  # shellcheck source=/dev/null
  . "$INFRA/env"
  maven install -DskipTests || return 1
  tests_again acceptance -Dgroups=real,fault -Dthroughcare.fault.store-pid="$(pid_of ferretdb)" "$@"
  tests_again all-in-one -Dgroups=real,fault "$@"
}

# tests_again MODULE ARGUMENT…: what is built already, on the real parts, reported beside the first pass
tests_again() {
  maven toolchains:select-jdk-toolchain@jdk-25 surefire:test -pl "$1" -Dthroughcare.parts=real \
    -Dsurefire.reportNameSuffix=real -Dmaven.test.failure.ignore "${@:2}"
}

# with_own_virtual_host COMMAND…: queues have one name per service, so what one module leaves in them must not reach the next
with_own_virtual_host() {
  local host="test-$$" status=0
  rabbit_api PUT "vhosts/$host" >/dev/null
  rabbit_api PUT "permissions/$host/throughcare" '{"configure":".*","write":".*","read":".*"}' >/dev/null
  RABBITMQ_URI="${RABBITMQ_URI%/*}/$host" "$@" || status=$?
  rabbit_api DELETE "vhosts/$host" >/dev/null
  return "$status"
}

pom_version() { sed -n "s#.*<$1.version>\(.*\)</$1.version>.*#\1#p" "$REPO/pom.xml" | head -n 1; }

rabbitmq_version() { rabbit_api GET overview | sed -n 's/.*"rabbitmq_version":"\([^"]*\)".*/\1/p'; }

# say_results MARK: sums the reports that are newer; fails when a test did, or when none ran
say_results() {
  local report
  find "$REPO" -path '*/target/surefire-reports/TEST-*.xml' -newer "$1" -print0 | while IFS= read -r -d '' report; do
    grep -m 1 -o '<testsuite [^>]*' "$report"
  done | awk '
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
  if is_debian; then finding ok "Debian, for infra" "$(. /etc/os-release && printf '%s' "${PRETTY_NAME:-}")"; else finding no "Debian, for infra" "this is something else" "use docker compose up for the real servers"; fi
  if [[ $(id -u) == 0 ]]; then finding ok "root, for infra" yes; else finding no "root, for infra" "no" "only infra needs it"; fi
  if have go; then finding ok "Go, for infra" "$(command -v go)"; else finding no "Go, for infra" "-" "Go 1.24 or newer builds FerretDB"; fi
  if docker_works; then finding ok Docker "$(docker version --format '{{.Server.Version}}' 2>/dev/null || printf works)"; else finding no Docker "no daemon answers" "only docker compose up needs it"; fi
  if infra_is_up; then finding ok infra "up, see $INFRA/env"; else finding no infra "not up" "./throughcare infra status says which part"; fi
  return "$bad"
}
