# shellcheck shell=bash
# What every part of the script says, asks and waits for.

say() { printf '%s\n' "$*"; }

fail() {
  printf 'throughcare: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

seconds_since() { printf '%d s' $((SECONDS - $1)); }

is_debian() { [[ -r /etc/os-release ]] && [[ "$(. /etc/os-release && printf '%s' "${ID:-}")" == debian ]]; }

port_answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# "pid 123, java", as far as the system lets us see it
port_holder() {
  local line
  line="$(ss -Hltnp "sport = :$1" 2>/dev/null | head -n 1 || true)"
  [[ $line =~ \"([^\"]+)\",pid=([0-9]+) ]] && printf 'pid %s, %s' "${BASH_REMATCH[2]}" "${BASH_REMATCH[1]}" || printf 'another program'
}

# When a process started, in clock ticks since boot: with its pid and the boot's id it names one process for good.
process_start() {
  local stat
  { stat="$(<"/proc/$1/stat")"; } 2>/dev/null || return 1
  stat="${stat##*) }"
  # shellcheck disable=SC2086
  set -- $stat
  [[ $1 == Z ]] && return 1
  printf '%s' "${20}"
}

boot_id() { cat /proc/sys/kernel/random/boot_id; }

# wait_for SECONDS COMMAND…: asks four times a second, gives up after SECONDS
wait_for() {
  local until=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS < until)) || return 1
    sleep 0.25
  done
}
