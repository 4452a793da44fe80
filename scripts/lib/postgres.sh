# A private PostgreSQL for this checkout: its own data directory, 127.0.0.1 only, a port of its own. PostgreSQL refuses to run
# as root, so root starts it as the user postgres. Three of them at most: run, test, bench. Debian's own cluster is not touched.
# shellcheck shell=bash

# Finds where the server of that name lives; the functions below stand on PG_NAME, PG_HOME, PG_BIN.
postgres_select() { # run, test or bench
  PG_NAME="$1"
  PG_HOME="$DATA/$1/postgres"
  [ "$1" != run ] || PG_HOME="$DATA/postgres"
  mkdir -p "$(dirname "$PG_HOME")"
  reachable_by_postgres "$(dirname "$PG_HOME")" || postgres_move_out
  # An existing cluster keeps its major version.
  local version
  version="$(cat "$PG_HOME/data/PG_VERSION" 2>/dev/null || echo '*')"
  # shellcheck disable=SC2086 # the star is meant
  PG_BIN="$(printf '%s\n' /usr/lib/postgresql/$version/bin | sort -V | tail -n 1)"
  [ -x "$PG_BIN/postgres" ] || fail "PostgreSQL $version is not installed, and $PG_HOME was made by it."
}

as_postgres() {
  local user=()
  [ "$(id -u)" != 0 ] || user=(setpriv --reuid=postgres --regid=postgres --init-groups --)
  (cd / && exec "${user[@]}" env -i PATH="${PG_BIN:-}:/usr/bin:/bin" LC_ALL=C.UTF-8 TZ=UTC "$@" 9>&-)
}

reachable_by_postgres() { as_postgres test -x "$1"; }

# A checkout below /root or in a `mktemp -d` is closed to the user postgres: then the data lives elsewhere, and a link shows where.
postgres_move_out() {
  local link="$PG_HOME" parent
  parent="/var/tmp/remotesupport-$(printf %s "$ROOT" | sha256sum | cut -c1-12)"
  [ -d "$parent" ] || mkdir -m 711 "$parent"
  if [ -L "$parent" ] || [ ! -O "$parent" ]; then fail "$parent belongs to somebody else."; fi
  PG_HOME="$parent/$PG_NAME"
  [ "$(readlink "$link")" = "$PG_HOME" ] && return
  step "The user postgres cannot reach this checkout: its data is in $PG_HOME"
  [ ! -d "$link" ] || [ -L "$link" ] || mv "$link" "$link.unreachable"
  ln -sfn "$PG_HOME" "$link"
}

postgres_start() { # run, test or bench
  postgres_select "$1"
  postgres_running && return
  [ -e "$PG_HOME/data" ] || postgres_create
  postgres_settings | as_postgres tee "$PG_HOME/data/private.conf" >/dev/null
  # After a kill -9 the server's last children may take a moment to end; and somebody else may take the port meanwhile.
  local try
  for try in {1..20}; do
    postgres_forget_the_dead
    postgres_choose_port
    as_postgres pg_ctl -D "$PG_HOME/data" -w -t 60 -l "$PG_HOME/log" -o "-p $(postgres_port)" start >/dev/null 2>&1 && return
    sleep 0.5
  done
  tail -n 20 "$PG_HOME/log" >&2
  fail "PostgreSQL does not start after $try tries; its log is $PG_HOME/log"
}

# Made beside its place and then moved, so that an interrupted initdb leaves nothing that looks whole.
postgres_create() {
  mkdir -p "$PG_HOME"
  [ "$(id -u)" != 0 ] || chown postgres:postgres "$PG_HOME"
  chmod 700 "$PG_HOME"
  rm -rf "$PG_HOME/new"
  local sync=()
  [ "$PG_NAME" = run ] || sync=(--no-sync)
  quietly as_postgres initdb -D "$PG_HOME/new" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-instructions "${sync[@]}"
  echo "include 'private.conf'" | as_postgres tee -a "$PG_HOME/new/postgresql.conf" >/dev/null
  mv "$PG_HOME/new" "$PG_HOME/data"
}

# No Unix socket: its path could be too long, and everything speaks TCP.
postgres_settings() {
  cat <<'CONF'
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
shared_buffers = 256MB
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
CONF
  [ "$PG_NAME" = test ] || return 0
  cat <<'CONF'
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
CONF
}

postgres_pid() { head -n 1 "$PG_HOME/data/postmaster.pid" 2>/dev/null; }

# The pid file outlives a kill -9, and its number may be another process by then; so the command line decides.
postgres_running() {
  local pid
  pid="$(postgres_pid)" && tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF -- "-D $PG_HOME/data"
}

# PostgreSQL itself takes any living process of that number for its server, and does not start.
postgres_forget_the_dead() {
  local pid
  pid="$(postgres_pid)" || return 0
  [ ! -e "/proc/$pid" ] || postgres_running || rm -f "$PG_HOME/data/postmaster.pid"
}

postgres_port() { cat "$PG_HOME/port" 2>/dev/null; }

# The port of the last time if it is free, else 15432 for run, else any.
postgres_choose_port() {
  local port preferred=''
  [ "$PG_NAME" != run ] || preferred=15432
  for port in $(postgres_port) $preferred $(shuf -i 20000-31999 -n 50); do
    port_taken "$port" || break
  done
  echo "$port" >"$PG_HOME/port"
}

# A server that `scripts/postgres start` started stays until `scripts/postgres stop`.
postgres_stop_unless_kept() { [ -e "$PG_HOME/kept" ] || postgres_stop; }

postgres_stop() {
  postgres_running || return 0
  as_postgres pg_ctl -D "$PG_HOME/data" -w -t 30 -m fast stop >/dev/null ||
    as_postgres pg_ctl -D "$PG_HOME/data" -w -m immediate stop >/dev/null
}

# For programs that make their own databases.
postgres_superuser() { echo "Host=127.0.0.1;Port=$(postgres_port);Username=postgres;Database=postgres"; }

# psql as the superuser: postgres_psql [psql's arguments]
postgres_psql() {
  PGOPTIONS='--client-min-messages=warning' "$PG_BIN/psql" -X -h 127.0.0.1 -p "$(postgres_port)" -U postgres -v ON_ERROR_STOP=1 "$@"
}

# The product's database with its roles, made when it is not there yet.
postgres_database() {
  [ -n "$(postgres_psql -Atc "select 1 from pg_database where datname = 'remotesupport'")" ] ||
    postgres_psql -qc 'create database remotesupport'
  postgres_psql -q -d remotesupport -f migrations/roles.sql
}
