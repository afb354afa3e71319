# shellcheck shell=bash
# The container engine of "compose": the one that answers already, or a daemon of our own; and the stand-ins for images.

readonly ENGINE="$STATE/engine"
readonly IMAGES_AT="$STATE/images"
# How "compose" ends where no engine can be had; the test that runs it is skipped then.
readonly NO_ENGINE=3

# /usr/bin first: what comes earlier on a PATH may be a client for somewhere else. Never "command -v", which would find the function below.
docker_client() { if [[ -x /usr/bin/docker ]]; then printf /usr/bin/docker; else type -P docker; fi; }

docker() { "$(docker_client)" "$@"; }

docker_works() { docker_client >/dev/null && docker info >/dev/null 2>&1; }

own_engine_pid() {
  local pid
  pid="$(cat "$ENGINE/pid" 2>/dev/null)" && [[ -n $pid && "$(cat "/proc/$pid/comm" 2>/dev/null)" == dockerd ]] && printf '%s' "$pid"
}

# Uses our own daemon if it runs and no other is named
see_engine() {
  if [[ -z ${DOCKER_HOST:-} && -S $ENGINE/docker.sock ]] && own_engine_pid >/dev/null; then export DOCKER_HOST="unix://$ENGINE/docker.sock"; fi
  export DOCKER_CONFIG="${DOCKER_CONFIG:-$ENGINE/client}"
}

no_engine() {
  printf 'throughcare: %s\n' "$*" >&2
  exit "$NO_ENGINE"
}

need_engine() {
  local missing=()
  see_engine
  docker_works && return 0
  [[ -z ${DOCKER_HOST:-} ]] || no_engine "the Docker daemon of DOCKER_HOST, $DOCKER_HOST, does not answer."
  [[ $(id -u) == 0 ]] && is_debian || no_engine "no Docker daemon answers, and one of our own needs root on Debian; start Docker, or run this as root."
  mkdir -p "$ENGINE"
  say "No Docker daemon answers, so one of our own is started; all of it is kept in $ENGINE"
  [[ -x /usr/sbin/dockerd ]] || missing+=(docker.io iptables)
  (install_tools "$ENGINE/install.log" "${missing[@]}") || no_engine "docker.io could not be installed; see $ENGINE/install.log"
  (cd / && exec setsid /usr/sbin/dockerd --data-root "$ENGINE/data" --exec-root "$ENGINE/exec" --pidfile "$ENGINE/pid" \
    --host "unix://$ENGINE/docker.sock" >"$ENGINE/dockerd.log" 2>&1 </dev/null) &
  disown $!
  wait_for 30 own_engine_answers || no_engine "the Docker daemon did not start on this machine: $(grep -oE 'msg=".*"|failed to .*' "$ENGINE/dockerd.log" | tail -n 1)"
  see_engine
}

own_engine_answers() { [[ -S $ENGINE/docker.sock ]] && "$(docker_client)" -H "unix://$ENGINE/docker.sock" info >/dev/null 2>&1; }

# Stops our own daemon, never another; with --purge its images and volumes go as well.
stop_engine() {
  local pid
  if pid="$(own_engine_pid)"; then
    kill -TERM "$pid"
    wait_for 60 process_over "$pid" || fail "the Docker daemon, pid $pid, does not stop; see $ENGINE/dockerd.log"
    say "The Docker daemon of our own is stopped"
  fi
  if [[ ${1:-} == --purge ]]; then
    remove_folder "$ENGINE"
    remove_folder "$IMAGES_AT"
  fi
}

# Compose 2.24 or newer: the machine's, or the one of Debian sid
need_compose() {
  local version
  version="$(docker compose version --short 2>/dev/null || true)"
  [[ "$(printf '%s\n2.24\n' "${version#v}" | sort -V | head -n 1)" == 2.24 ]] && return 0
  [[ $(id -u) == 0 ]] && is_debian || no_engine "Docker's compose plugin, 2.24 or newer, is needed; this one is ${version:-not there}."
  debian_for_images
  image_step compose take_compose
  mkdir -p "$DOCKER_CONFIG/cli-plugins"
  ln -sf "$IMAGES_AT/compose/docker-compose" "$DOCKER_CONFIG/cli-plugins/docker-compose"
  docker compose version --short >/dev/null || no_engine "Debian's compose plugin does not run here; see $IMAGES_AT/log/compose.log"
}

take_compose() {
  local root="$IMAGES_AT/root"
  cat /etc/resolv.conf >"$root/etc/resolv.conf"
  rm -rf "$IMAGES_AT/compose"
  mkdir -p "$IMAGES_AT/compose"
  (ROOT="$root" in_root root bash -c 'cd /tmp && rm -f docker-compose_*.deb && apt-get -qq update && apt-get -qq download docker-compose')
  dpkg-deb -x "$root"/tmp/docker-compose_*.deb "$IMAGES_AT/compose/deb"
  find "$IMAGES_AT/compose/deb" -type f -name docker-compose -perm -u+x -exec cp {} "$IMAGES_AT/compose/docker-compose" \;
  [[ -x $IMAGES_AT/compose/docker-compose ]]
  rm -rf "$IMAGES_AT/compose/deb" "$root"/tmp/docker-compose_*.deb
  (ROOT="$root" in_root root bash -c 'apt-get clean; rm -rf /var/lib/apt/lists/*')
}

# image_step NAME COMMAND…: once done it is marked, and not done again
image_step() {
  local name=$1
  shift
  [[ -e $IMAGES_AT/done/$name ]] && return 0
  mkdir -p "$IMAGES_AT"/{done,log,context}
  # Waited for rather than asked after: in a condition, bash would go on after a command that failed.
  (set -e; "$@") >"$IMAGES_AT/log/$name.log" 2>&1 &
  wait $! || fail "preparing $name for the images failed; the reason is at the end of $IMAGES_AT/log/$name.log"
  touch "$IMAGES_AT/done/$name"
}

debian_for_images() {
  local mirror missing=()
  [[ -e $IMAGES_AT/done/debian ]] && return 0
  mirror="$(debian_mirror)"
  [[ -n $mirror ]] || no_engine "this machine's apt names no Debian mirror to make images from."
  have debootstrap || missing+=(debootstrap)
  mkdir -p "$IMAGES_AT/log"
  install_tools "$IMAGES_AT/log/install-tools.log" "${missing[@]}"
  image_step debian bare_root "$IMAGES_AT/root" "$mirror"
}

readonly STAND_INS=(jre documents rabbitmq keycloak prometheus)

recipe_of_stand_ins() { cat "$REPO"/deploy/local-images/{Dockerfile,documents} | sha256sum | cut -c1-16; }

stand_ins_are_made() {
  local each recipe
  recipe="$(recipe_of_stand_ins)"
  for each in "${STAND_INS[@]}"; do
    [[ "$(docker image inspect --format '{{index .Config.Labels "throughcare.recipe"}}' "throughcare-local/$each" 2>/dev/null)" == "$recipe" ]] || return 1
  done
}

take_ferretdb() {
  if [[ ! -x $INFRA/bin/ferretdb ]]; then
    have go || { echo "Go 1.24 or newer is needed to build FerretDB"; return 1; }
    build_ferretdb
  fi
  cp "$INFRA/bin/ferretdb" "$IMAGES_AT/context/ferretdb"
}

take_keycloak() {
  mkdir -p "$INFRA"
  fetch_keycloak "$IMAGES_AT/context"
  mv "$IMAGES_AT/context/keycloak-quarkus-dist-$KEYCLOAK_VERSION.zip" "$IMAGES_AT/context/keycloak.zip"
}

# Stand-ins for the images of docker-compose.yml, from Debian's packages; about two minutes the first time.
make_stand_ins() {
  local began=$SECONDS each recipe
  local -A jobs=()
  stand_ins_are_made && return 0
  [[ $(id -u) == 0 ]] && is_debian || no_engine "no image can be pulled, and stand-ins are made of Debian's packages as root on Debian only."
  say "Making stand-ins for ${STAND_INS[*]} from Debian's packages, FerretDB by go install, Keycloak from Maven Central (in $IMAGES_AT) …"
  debian_for_images
  (image_step ferretdb take_ferretdb) & jobs[ferretdb]=$!
  (image_step keycloak take_keycloak) & jobs[keycloak]=$!
  docker image inspect throughcare-local/debian:sid >/dev/null 2>&1 ||
    tar -C "$IMAGES_AT/root" --one-file-system -c . | docker import - throughcare-local/debian:sid >"$IMAGES_AT/log/import.log" ||
    fail "the Debian root could not be imported as an image; see above."
  wait "${jobs[ferretdb]}" || exit 1
  wait "${jobs[keycloak]}" || exit 1
  cp "$REPO/deploy/local-images/documents" "$IMAGES_AT/context/documents"
  recipe="$(recipe_of_stand_ins)"
  jobs=()
  for each in "${STAND_INS[@]}"; do
    DOCKER_BUILDKIT=1 docker build --progress plain --network host --label "throughcare.recipe=$recipe" --target "$each" --tag "throughcare-local/$each" \
      --file "$REPO/deploy/local-images/Dockerfile" "$IMAGES_AT/context" >"$IMAGES_AT/log/image-$each.log" 2>&1 &
    jobs[$each]=$!
  done
  for each in "${STAND_INS[@]}"; do
    wait "${jobs[$each]}" || fail "the stand-in for $each could not be built; the reason is at the end of $IMAGES_AT/log/image-$each.log"
    say "  throughcare-local/$each is there after $(seconds_since "$began"), $(docker image inspect --format '{{.Size}}' "throughcare-local/$each" | awk '{ printf "%d MB", $1 / 1e6 }')"
  done
}
