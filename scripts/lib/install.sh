# Installs what is missing, with apt; nothing when all is there.
# shellcheck shell=bash

# The Debian packages that a script needs: run, test or bench.
missing_packages() {
  has_icu || echo libicu-dev
  command -v setpriv >/dev/null || echo util-linux
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || echo postgresql postgresql-contrib
  command -v ffmpeg >/dev/null || [ "$1" = bench ] || echo ffmpeg
  [ "$1" = run ] && return
  command -v chromium-headless-shell >/dev/null || echo chromium-headless-shell fonts-dejavu-core
  [ -x /usr/sbin/postfix ] || [ "$1" != test ] || echo postfix
  [ -x /usr/sbin/bearerbox ] || [ "$1" != test ] || echo kannel
  command -v turnserver >/dev/null || [ "$1" != test ] || echo coturn
  command -v wrk >/dev/null || [ "$1" != bench ] || echo wrk
}

# .NET needs ICU for languages. The library's own package has a version in its name, libicu-dev brings whichever it is.
has_icu() { /sbin/ldconfig -p | grep 'libicuuc\.so' >/dev/null; }

install_missing() {
  [ -n "$(missing_packages "$1")" ] || return 0
  command -v apt-get >/dev/null || fail "Missing, and there is no apt to install it: $(missing_packages "$1" | xargs)"
  [ "$(id -u)" = 0 ] || fail "Missing: please run: sudo apt-get update && sudo apt-get install --no-install-recommends $(missing_packages "$1" | xargs)"
  local packages
  mapfile -t packages < <(missing_packages "$1" | xargs -n 1)
  install_packages "${packages[@]}"
}

install_packages() { # names
  step "Installing $*"
  quietly apt-get -q update
  (
    no_service_starts
    # Without an answer postfix would set itself up as a mail server.
    [[ " $* " != *" postfix "* ]] || debconf-set-selections <<<'postfix postfix/main_mailer_type select No configuration'
    DEBIAN_FRONTEND=noninteractive quietly apt-get -q -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "$@"
  )
}

# Debian starts a service when its package is installed, unless this file forbids it.
no_service_starts() {
  [ ! -e /usr/sbin/policy-rc.d ] || return 0
  trap 'rm -f /usr/sbin/policy-rc.d' EXIT
  printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
  chmod 755 /usr/sbin/policy-rc.d
}
