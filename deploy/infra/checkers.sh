# shellcheck shell=bash
# What checks the files in deploy/: Kustomize and Prometheus' rule tester from the packages of infra's Debian, and the validator
# of Kubernetes' schemas from PyPI. Tests that miss one of them are skipped and say so.

readonly CHECKERS="$STATE/checkers"
readonly KUBERNETES_VALIDATE_VERSION=1.36.0

# Those that are there, and those that are brought while the tests run
use_checkers() { export PATH="$CHECKERS/bin:$PATH"; }

# Wants a root with its package lists, as "infra up" leaves it.
bring_checkers() {
  if [[ -e $CHECKERS/done ]]; then return 0; fi
  mkdir -p "$CHECKERS/bin" "$ROOT/var/tmp/checkers"
  if (in_root root sh -c 'cd /var/tmp/checkers && apt-get -qq update && apt-get -qq download kustomize promtool') &&
    unpack_checkers && python3 -m venv "$CHECKERS/python" &&
    "$CHECKERS/python/bin/pip" install --quiet "kubernetes-validate==$KUBERNETES_VALIDATE_VERSION" &&
    ln -sf "$CHECKERS/python/bin/kubernetes-validate" "$CHECKERS/bin/"; then
    touch "$CHECKERS/done"
    say "Checkers for deploy/ are in $CHECKERS/bin: $(cd "$CHECKERS/bin" && printf '%s ' *)"
  else
    say "Not all checkers for deploy/ could be brought; the tests that want them are skipped."
  fi
  rm -rf --one-file-system "$ROOT/var/tmp/checkers"
}

unpack_checkers() {
  local package name
  for package in "$ROOT"/var/tmp/checkers/*.deb; do
    dpkg-deb -x "$package" "$CHECKERS/files" || return 1
  done
  for name in kustomize promtool; do
    "$CHECKERS/files/usr/bin/$name" --help >/dev/null 2>&1 || return 1
    ln -sf "$CHECKERS/files/usr/bin/$name" "$CHECKERS/bin/" || return 1
  done
}
