# shellcheck shell=bash
# Puts the servers on the machine, all of it inside the state folder. Nothing here starts anything.

readonly KEYCLOAK_VERSION=26.4.0
readonly FERRETDB_VERSION=2.7.0
readonly DEPENDENCY_PLUGIN=org.apache.maven.plugins:maven-dependency-plugin:3.9.0

# Fixed ids outside the ranges that Debian hands out, so that a server never shares an id with an account of the machine.
readonly -A SERVER_UIDS=([postgres]=59801 [rabbitmq]=59802 [ferretdb]=59803 [keycloak]=59804)

# in_root USER COMMAND…: runs inside the Debian root as USER. /proc and /dev are mounted in a mount namespace of the
# command's own, so that nothing is left mounted, and nothing of the machine's can be deleted by way of the folder.
in_root() {
  local user=$1
  shift
  # shellcheck disable=SC2016
  exec ${IN_ROOT_BY:-} unshare --mount --propagation private -- /bin/bash -c '
    root=$1 user=$2; shift 2
    mount --rbind /dev "$root/dev" && mount -t proc proc "$root/proc" || exit 1
    exec chroot --userspec="$user" "$root" /usr/bin/env -i LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
      PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp "$@"' in_root "$ROOT" "$user" "$@"
}

# The mirror that this machine's own apt uses: read when needed, never written down here.
debian_mirror() {
  local uri
  # shellcheck disable=SC2016
  uri="$(apt-get indextargets --format '$(REPO_URI) $(SUITE)' 'Created-By: Packages' 2>/dev/null |
    awk '$2 !~ /security/ && $1 !~ /security/ { print $1; exit }')"
  if [[ $uri == mirror+file:* ]]; then uri="$(awk '!/^#/ { print $1; exit }' "${uri#mirror+file:}")"; fi
  printf '%s' "${uri%/}"
}

proxy_settings() { apt-config dump | grep -E '^Acquire::(http|https)::Proxy ' || true; }

# bare_root FOLDER MIRROR: a minimal Debian sid, set up for apt, with no server in it
bare_root() {
  local folder=$1 mirror=$2 include=()
  remove_folder "$folder"
  mkdir -p "$folder"
  [[ $mirror == https:* ]] && include=(--include=ca-certificates)
  local http_proxy="${http_proxy:-}"
  if [[ -z $http_proxy ]]; then http_proxy="$(proxy_settings | sed -n 's/^Acquire::http::Proxy "\(.*\)";$/\1/p' | head -n 1)"; fi
  export http_proxy
  unshare --mount --propagation private -- debootstrap --variant=minbase "${include[@]}" sid "$folder" "$mirror"

  printf 'deb %s sid main\n' "$mirror" >"$folder/etc/apt/sources.list"
  { printf 'Acquire::Check-Valid-Until "false";\nAPT::Install-Recommends "false";\n'; proxy_settings; } >"$folder/etc/apt/apt.conf.d/90throughcare"
  printf '%s\n' force-unsafe-io 'path-exclude=/usr/share/doc/*' 'path-exclude=/usr/share/man/*' \
    'path-exclude=/usr/share/locale/*' >"$folder/etc/dpkg/dpkg.cfg.d/throughcare"
  printf '#!/bin/sh\nexit 101\n' >"$folder/usr/sbin/policy-rc.d"
  chmod 755 "$folder/usr/sbin/policy-rc.d"
  mkdir -p "$folder/etc/postgresql-common"
  printf 'create_main_cluster = false\n' >"$folder/etc/postgresql-common/createcluster.conf"
}

make_root() {
  local user
  bare_root "$ROOT" "$1"
  use_machine_names
  for user in "${!SERVER_UIDS[@]}"; do
    printf '%s:x:%d:\n' "$user" "${SERVER_UIDS[$user]}" >>"$ROOT/etc/group"
    printf '%s:x:%d:%d:throughcare:/var/lib/%s:/bin/sh\n' "$user" "${SERVER_UIDS[$user]}" "${SERVER_UIDS[$user]}" "$user" >>"$ROOT/etc/passwd"
    printf '%s:!:1::::::\n' "$user" >>"$ROOT/etc/shadow"
    install -d -m 0750 -o "${SERVER_UIDS[$user]}" -g "${SERVER_UIDS[$user]}" "$ROOT/var/lib/$user"
  done

  (in_root root apt-get -qq update)
  (in_root root apt-get -qq install --yes --no-install-recommends \
    postgresql-18 postgresql-18-documentdb postgresql-18-cron rabbitmq-server openjdk-25-jre-headless unzip)
  (in_root root apt-get clean)
}

# The machine's resolver and a hosts file that knows localhost
use_machine_names() {
  cat /etc/resolv.conf >"$ROOT/etc/resolv.conf" 2>/dev/null || true
  printf '127.0.0.1 localhost\n' >"$ROOT/etc/hosts"
}

build_ferretdb() {
  mkdir -p "$INFRA/bin"
  GOBIN="$INFRA/bin" GOFLAGS=-buildvcs=false CGO_ENABLED=0 GOTOOLCHAIN="${GOTOOLCHAIN:-auto}" \
    go install "github.com/FerretDB/FerretDB/v2/cmd/ferretdb@v$FERRETDB_VERSION"
}

# fetch_keycloak [FOLDER]
fetch_keycloak() {
  (cd "$INFRA" && JAVA_HOME="$(build_jdk)" mvn -B -q "$DEPENDENCY_PLUGIN:copy" \
    -Dartifact="org.keycloak:keycloak-quarkus-dist:$KEYCLOAK_VERSION:zip" -DoutputDirectory="${1:-$INFRA}" -Dmdep.useBaseVersion=true)
}

unpack_keycloak() {
  local zip="$INFRA/keycloak-quarkus-dist-$KEYCLOAK_VERSION.zip"
  rm -rf --one-file-system "$ROOT/opt/keycloak" "$ROOT/opt/keycloak-$KEYCLOAK_VERSION"
  mv "$zip" "$ROOT/opt/keycloak.zip"
  (in_root root unzip -q /opt/keycloak.zip -d /opt)
  rm "$ROOT/opt/keycloak.zip"
  mv "$ROOT/opt/keycloak-$KEYCLOAK_VERSION" "$ROOT/opt/keycloak"
  mkdir -p "$ROOT/opt/keycloak/data/import"
  chown -R "${SERVER_UIDS[keycloak]}:${SERVER_UIDS[keycloak]}" "$ROOT/opt/keycloak"
}

# step NAME COMMAND…: once done it is marked in the state folder and not done again
step() {
  local name=$1
  shift
  [[ -e $INFRA/done/$name ]] && return 0
  set -e
  "$@" >"$INFRA/log/install-$name.log" 2>&1
  touch "$INFRA/done/$name"
}

installed() { [[ -e $INFRA/done/debian && -e $INFRA/done/ferretdb && -e $INFRA/done/keycloak && -e $INFRA/done/unpacked ]]; }

check_installable() {
  local mirror=$1
  [[ -n $mirror ]] || fail "this machine's apt names no Debian mirror, so the servers cannot be fetched; add one to /etc/apt/sources.list.d and try again."
  have go || fail "Go 1.24 or newer is needed to build FerretDB and is not on the PATH; install it (for example from go.dev) and try again."
  [[ "$(printf '%s\ngo1.21\n' "$(cd / && go env GOVERSION)" | sort -V | head -n 1)" == go1.21 ]] || fail "Go 1.24 or newer is needed to build FerretDB (1.21 or newer fetches that itself); this one is $(go env GOVERSION)."
  have mvn || fail "Maven 3.8 or newer is needed to fetch Keycloak; install it with: apt-get install maven"
  build_jdk >/dev/null
  /usr/lib/apt/apt-helper download-file "$mirror/dists/sid/InRelease" "$INFRA/InRelease" >/dev/null 2>&1 ||
    fail "the Debian mirror in this machine's apt sources does not answer for sid; the first \"infra up\" needs the network."
  rm -f "$INFRA/InRelease"
  local free
  free="$(df --output=avail -BM "$INFRA" | tail -n 1 | tr -dc 0-9)"
  ((free >= 3000)) || fail "only $free MB are free at $INFRA; the servers need 3000."
}

# install_tools LOG PACKAGE…: on this machine itself
install_tools() {
  local log=$1
  shift
  (($#)) || return 0
  say "  on this machine itself: $* (apt-get install)"
  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "$@"; } \
    >"$log" 2>&1 || fail "apt-get could not install $*; see $log"
}

install_servers() {
  installed && return 0
  local mirror began=$SECONDS missing=() name
  mirror="$(debian_mirror)"
  check_installable "$mirror"
  say "Installing into $INFRA (about 2 minutes the first time; nothing outside it except the Go and Maven caches):"
  say "  a Debian sid root with PostgreSQL 18 + DocumentDB, RabbitMQ and a Java runtime, from this machine's apt mirror"
  say "  FerretDB $FERRETDB_VERSION, by go install;  Keycloak $KEYCLOAK_VERSION, from Maven Central"
  have debootstrap || missing+=(debootstrap)
  have curl || missing+=(curl)
  install_tools "$INFRA/log/install-tools.log" "${missing[@]}"

  local -A jobs=()
  (step debian make_root "$mirror") & jobs[debian]=$!
  (step ferretdb build_ferretdb) & jobs[ferretdb]=$!
  (step keycloak fetch_keycloak) & jobs[keycloak]=$!
  # shellcheck disable=SC2064
  trap "kill ${jobs[*]} 2>/dev/null; exit 130" INT TERM
  for name in keycloak ferretdb debian; do
    if wait "${jobs[$name]}"; then
      say "  $name ready after $(seconds_since "$began")"
    else
      kill "${jobs[@]}" 2>/dev/null || true
      fail "installing $name failed; the reason is at the end of $INFRA/log/install-$name.log"
    fi
  done
  trap - INT TERM
  (step unpacked unpack_keycloak) || fail "unpacking Keycloak failed; see $INFRA/log/install-unpacked.log"
}

# Never deletes through a mount: whatever is mounted below is unmounted first, and rm stays on one file system.
remove_folder() {
  local folder=$1 mounted
  [[ -e $folder ]] || return 0
  while read -r mounted; do umount --lazy "$mounted"; done < <(awk -v at="$folder/" 'index($2, at) == 1 { print $2 }' /proc/mounts | sort -r)
  rm -rf --one-file-system "$folder"
}
