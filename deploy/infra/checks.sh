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

run_tests() {
  case ${1:-} in
    --fast)
      say "Documents: mongo-java-server   Broker: Qpid Broker-J   Sign-in: Spring Authorization Server   (all in the JVM; tests tagged real or fault are left out)"
      maven verify -DexcludedGroups=real,fault "${@:2}"
      ;;
    *)
      if can_infra; then
        infra_up
        # shellcheck source=/dev/null
        . "$INFRA/env"
        say "Documents: FerretDB on PostgreSQL with DocumentDB   Broker: RabbitMQ   Sign-in: Keycloak   (from infra; it is left up)"
        maven verify -Dthroughcare.parts=real "$@"
      elif docker_works; then
        say "Documents: MongoDB   Broker: RabbitMQ   Sign-in: Keycloak   (in containers, by Testcontainers)"
        maven verify -Dthroughcare.parts=containers "$@"
      else
        fail "the full test needs root on Debian (for \"infra up\") or a working Docker; \"./throughcare test --fast\" needs neither."
      fi
      ;;
  esac
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
