# A relay for calls that find no direct way (coturn), on this machine only. They source this file after common.sh and install.sh.
# shellcheck shell=bash

# Starts one unless the settings name relays; without coturn calls are direct only, and that is said. It ends with this script.
turn_start() {
  [ -z "${Turn__Urls:-}" ] || return 0
  install_turn || { step "Without coturn calls are direct only: $TURN_MISSING"; return 0; }
  step "Starting a relay for calls"
  local port secret
  port="$(free_port)"
  secret="$(turn_secret)"
  (umask 077 && rm -f "$DATA/turn.conf" && turn_settings "$port" "$secret" >"$DATA/turn.conf")
  setpriv --pdeathsig TERM turnserver -c "$DATA/turn.conf" >"$DATA/turn.log" 2>&1 9>&- &
  turn_listens "$port" "$!" || { step "The relay does not start, calls are direct only; $DATA/turn.log says why"; return 0; }
  export Turn__Urls="turn:127.0.0.1:$port?transport=udp,turn:127.0.0.1:$port?transport=tcp" Turn__Secret="$secret"
}

# The only thing that scripts/run can do without.
install_turn() {
  command -v turnserver >/dev/null && return 0
  TURN_MISSING="please run: sudo apt-get install --no-install-recommends coturn"
  { command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; } || return 1
  install_packages coturn || { TURN_MISSING="apt could not install it"; return 1; }
}

turn_secret() {
  [ -e "$DATA/turn.secret" ] || (umask 077 && head -c 24 /dev/urandom | base64 >"$DATA/turn.secret")
  cat "$DATA/turn.secret"
}

# Loopback peers are for a machine by itself: a public relay must not reach local services.
turn_settings() { # port, secret
  cat <<EOF
listening-ip=127.0.0.1
relay-ip=127.0.0.1
listening-port=$1
fingerprint
use-auth-secret
static-auth-secret=$2
realm=remotesupport
no-tls
no-dtls
no-cli
allow-loopback-peers
no-multicast-peers
log-file=stdout
pidfile=/dev/null
userdb=$DATA/turn.db
EOF
}

turn_listens() { # port, process
  local i
  for ((i = 0; i < 50; i++)); do
    kill -0 "$2" 2>/dev/null || return 1
    ! port_taken "$1" || return 0
    sleep 0.1
  done
  return 1
}
