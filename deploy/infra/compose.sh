# shellcheck shell=bash
# compose up | down | test | images: docker-compose.yml, with all that it needs made ready first.

readonly PROJECT="${THROUGHCARE_COMPOSE_PROJECT:-throughcare}"
readonly COMPOSE_AT="$STATE/compose/$PROJECT"
# Docker compose's own commands that are passed on, with the files and secrets of the last "up"
readonly PASSED_ON=' ps logs stats exec restart stop start top config images events kill '

compose() {
  case ${1:-} in
    up) compose_up "${@:2}" ;;
    down) compose_down "${@:2}" ;;
    test) compose_test "${@:2}" ;;
    images)
      need_engine
      need_compose
      make_stand_ins
      say "The stand-ins for ${STAND_INS[*]} are there; see deploy/local-images"
      ;;
    *)
      [[ -n ${1:-} && $PASSED_ON == *" $1 "* ]] || fail "compose takes up [--demo] [--observe], down [--volumes | --purge], test or images, and of Docker's own:$PASSED_ON"
      [[ -e $COMPOSE_AT/files ]] || fail "nothing is up; run \"./throughcare compose up\" first."
      see_engine
      docker_compose "$@"
      ;;
  esac
}

compose_up() {
  local began=$SECONDS demo= observe= word up
  for word in "$@"; do
    case $word in
      --demo) demo=yes ;;
      --observe) observe=yes ;;
      *) fail "compose up takes --demo and --observe, not \"$word\"." ;;
    esac
  done
  need_engine
  need_compose
  mkdir -p "$COMPOSE_AT"
  exec 9>"$COMPOSE_AT/lock"
  flock --wait 900 9 || fail "another \"compose up\" or \"compose down\" has been at work for fifteen minutes."
  choose_images
  make_compose_secrets
  check_compose_ports
  {
    printf '%s\n' "$REPO/docker-compose.yml"
    if [[ $CHOSEN == local ]]; then printf '%s\n' "$REPO/deploy/local-images/compose.yml"; fi
    if [[ -n $demo ]]; then printf '%s\n' "$REPO/deploy/compose/demo.yml"; fi
  } >"$COMPOSE_AT/files"
  printf '%s\n' "${observe:+observe}" >"$COMPOSE_AT/profiles"
  build_unless_current "${SERVICES[@]}"
  up=$SECONDS
  say "Building the images of the five services and of sign-in …"
  docker_compose build >"$COMPOSE_AT/build.log" 2>&1 9>&- || fail "an image could not be built; the reason is at the end of $COMPOSE_AT/build.log"
  say "Built in $(seconds_since "$up")"
  up=$SECONDS
  say "Starting the containers (project $PROJECT) …"
  if ! docker_compose up --detach --no-build --wait --wait-timeout 600 >"$COMPOSE_AT/up.log" 2>&1 9>&-; then
    docker_compose ps --all --format 'table {{.Service}}\t{{.Status}}' >&2 || true
    docker_compose logs --no-color --tail 200 >"$COMPOSE_AT/containers.log" 2>&1 || true
    fail "not everything came up; see $COMPOSE_AT/up.log, and what the containers say in $COMPOSE_AT/containers.log"
  fi
  docker_compose ps --format 'table {{.Service}}\t{{.Image}}\t{{.Status}}'
  say "All healthy $(seconds_since "$up") after their start, $(seconds_since "$began") in all: open http://127.0.0.1:$(compose_setting GATEWAY_PORT 8080)/status"
  say "Secrets: $COMPOSE_ENV   Stop: ./throughcare compose down"
}

# compose down [--volumes | --purge]: --volumes takes the project's data along, --purge all that "compose" made on this machine
compose_down() {
  local volumes=()
  case ${1:-} in
    "") ;;
    --volumes | --purge) volumes=(--volumes) ;;
    *) fail "compose down takes --volumes, --purge or nothing." ;;
  esac
  see_engine
  if [[ -e $COMPOSE_AT/files ]] && docker_works; then
    docker_compose down --remove-orphans --timeout 30 "${volumes[@]}" >"$COMPOSE_AT/down.log" 2>&1 ||
      fail "the containers could not be stopped; see $COMPOSE_AT/down.log"
    if [[ -n ${1:-} ]]; then
      rm -rf --one-file-system "$COMPOSE_AT"
      say "The containers of $PROJECT are gone, and their data and secrets with them"
    else
      say "The containers of $PROJECT are gone; their data stay"
    fi
  fi
  if own_engine_pid >/dev/null && [[ -n "$(docker ps --quiet)" ]]; then
    say "The Docker daemon of our own goes on, because others' containers run in it"
  else
    stop_engine "${1:-}"
  fi
}

# docker_compose ARGUMENT…: with the files, profiles and secrets of this project
docker_compose() {
  local file profile given=()
  while IFS= read -r file; do given+=(--file "$file"); done <"$COMPOSE_AT/files"
  while IFS= read -r profile; do if [[ -n $profile ]]; then given+=(--profile "$profile"); fi; done <"$COMPOSE_AT/profiles"
  compose_env
  # Secrets come from the file alone: those of the same names that "infra" or a test has in its environment are others.
  (
    # shellcheck disable=SC2046
    unset $(secret_names)
    export DOCKER_BUILDKIT=1 COMPOSE_PARALLEL_LIMIT=2
    docker compose --project-name "$PROJECT" --project-directory "$REPO" \
      --env-file "$COMPOSE_ENV" --ansi never --progress plain "${given[@]}" "$@"
  )
}

secret_names() { sed -n 's/^\([A-Z_]*\)=$/\1/p' "$REPO/.env.example"; }

compose_env() { if [[ -e $REPO/.env ]]; then COMPOSE_ENV="$REPO/.env"; else COMPOSE_ENV="$COMPOSE_AT/env"; fi; }

# What a variable of docker-compose.yml will be: as the shell has it, or the file of secrets, or its default
compose_setting() {
  local value="${!1:-}"
  if [[ -z $value ]]; then value="$(sed -n "s/^$1=//p" "$COMPOSE_ENV" | tail -n 1)"; fi
  printf '%s' "${value:-$2}"
}

# The secrets of .env.example, each a fresh random value, unless the repository has an .env of its own; new ones are added.
make_compose_secrets() {
  local name
  compose_env
  if [[ $COMPOSE_ENV == "$REPO/.env" ]]; then return 0; fi
  if [[ ! -e $COMPOSE_ENV ]]; then say "There is no .env, so secrets are made: $COMPOSE_ENV"; fi
  (umask 077 && touch "$COMPOSE_ENV")
  for name in $(secret_names); do
    grep -q "^$name=" "$COMPOSE_ENV" && continue
    case $name in
      *_KEY) printf '%s=%s\n' "$name" "$(head -c 32 /dev/urandom | base64)" ;;
      *) printf '%s=%s\n' "$name" "$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')" ;;
    esac >>"$COMPOSE_ENV"
  done
}

check_compose_ports() {
  local pair name port
  for pair in GATEWAY_PORT=8080 AMQP_PORT=5672 MANAGEMENT_PORT=15672 KEYCLOAK_PORT=8089; do
    name="${pair%=*}"
    port="$(compose_setting "$name" "${pair#*=}")"
    [[ $port =~ ^[0-9]{2,5}$ ]] && ((10#$port > 0 && 10#$port < 65536)) || fail "$name is \"$port\"; a port between 1 and 65535 is needed."
    if port_answers "$port" && ! docker ps --filter "label=com.docker.compose.project=$PROJECT" --format '{{.Ports}}' | grep -q "127.0.0.1:$port->"; then
      fail "port $port is taken ($(port_holder "$port")); free it or choose another with $name."
    fi
  done
}

# Images as docker-compose.yml names them, where they are here or can be pulled; stand-ins otherwise. THROUGHCARE_IMAGES chooses.
choose_images() {
  case ${THROUGHCARE_IMAGES:-} in
    upstream) CHOSEN=upstream ;;
    local) CHOSEN=local ;;
    "")
      if docker image inspect "${IMAGES[@]}" >/dev/null 2>&1; then CHOSEN=upstream
      elif stand_ins_are_made; then CHOSEN=local
      elif timeout 30 "$(docker_client)" pull --quiet "${IMAGES[0]}" >/dev/null 2>&1; then CHOSEN=upstream
      else
        CHOSEN=local
        say "${IMAGES[0]} is not here and cannot be pulled, so stand-ins are used"
      fi
      ;;
    *) fail "THROUGHCARE_IMAGES is upstream or local, not \"$THROUGHCARE_IMAGES\"." ;;
  esac
  if [[ $CHOSEN == local ]]; then make_stand_ins; fi
}

# compose test [ARGUMENT FOR MAVEN…]
compose_test() {
  local mark began=$SECONDS failed=0
  mkdir -p "$STATE"
  mark="$(mktemp "$STATE/tests-begun.XXXXXX")"
  # shellcheck disable=SC2064
  trap "rm -f '$mark'; stop_mavens" EXIT
  maven test -pl acceptance -am -Dgroups=compose -Dtest=ContainersTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Dmaven.test.failure.ignore "$@" || failed=1
  say "Took $(seconds_since "$began")"
  say_results "$mark" || failed=1
  return "$failed"
}
