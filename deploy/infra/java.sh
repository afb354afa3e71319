# shellcheck shell=bash
# Finds a JDK of at least the wanted version: JAVA_HOME, the system's, SDKMAN's, then whatever java is on the PATH.

jdk_version() {
  local version=
  if [[ -r $1/release ]]; then version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")"; fi
  if [[ -z $version ]]; then version="$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)"; fi
  printf '%d' "${version:-0}"
}

# find_jdk VERSION [java|javac]
find_jdk() {
  local home path
  path="$(readlink -f "$(command -v java || true)" 2>/dev/null || true)"
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/jdk* "${path%/bin/java}"; do
    if [[ -n $home && -x $home/bin/${2:-java} ]] && (($(jdk_version "$home") >= $1)); then
      printf '%s' "$home"
      return 0
    fi
  done
  return 1
}

run_jdk() { find_jdk 25 java || fail "Java 25 or newer was not found (looked at JAVA_HOME, /usr/lib/jvm, SDKMAN and the PATH); install one, for example: sdk install java 25-tem"; }

build_jdk() { find_jdk 17 javac || fail "a JDK 17 or newer was not found, and Maven needs one; install one, for example: apt-get install openjdk-17-jdk-headless"; }

check_maven() {
  local version
  have mvn || fail "Maven 3.8 or newer is needed to build and is not on the PATH; install it, for example: apt-get install maven"
  build_jdk >/dev/null
  find_jdk 25 javac >/dev/null || fail "Java 25 is here without its compiler, which building needs; install a whole JDK 25 or newer, for example: sdk install java 25-tem"
  version="$(JAVA_HOME="$(build_jdk)" mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)"
  [[ "$(printf '%s\n3.8\n' "$version" | sort -V | head -n 1)" == 3.8 ]] || fail "Maven 3.8 or newer is needed to build; this one is ${version:-unknown}."
}
