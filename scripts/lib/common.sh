# What all scripts share. They source this file first.
# shellcheck shell=bash

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)"
DATA="$ROOT/.data"
cd "$ROOT" || exit
mkdir -p "$DATA"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
trap 'exit 130' INT
trap 'exit 143' TERM HUP

step() { printf -- '- %s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# Shows a command's output only if it fails.
quietly() {
  local log code=0
  log="$(mktemp)"
  "$@" >"$log" 2>&1 9>&- || code=$?
  [ "$code" = 0 ] || cat "$log" >&2
  rm -f "$log"
  return "$code"
}

# One that nobody listens on now.
free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)); do port_taken "$port" || break; done
  echo "$port"
}

port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# One run of a kind in a checkout. The lock is file descriptor 9 and ends with the last process that holds it, whatever
# kills it; so what stays running (servers of the build, PostgreSQL) is started with 9>&-.
lock() {
  exec 9<>"$DATA/$1.lock"
  if ! flock -n 9; then
    local other
    other="$(cat "$DATA/$1.lock")"
    kill -0 "$other" 2>/dev/null && fail "scripts/$1 already runs in this checkout (process $other). Stop that one first."
    step "Waiting for what a killed scripts/$1 left to end"
    flock -w 30 9 || fail "Something that scripts/$1 started still runs in this checkout."
  fi
  echo "$$" >"$DATA/$1.lock"
}
