# Builds the portal's assets and the solution.
# shellcheck shell=bash

APP="$ROOT/src/RemoteSupport/bin/Release/net10.0/RemoteSupport.dll"
DEMO="$ROOT/src/RemoteSupport.Demo/bin/Release/net10.0/RemoteSupport.Demo.dll"

# npm's packages, only when the lock file is another one than at the last time.
npm_packages() {
  cmp -s package-lock.json node_modules/.installed-lock.json && return 0
  step "Installing npm packages"
  quietly npm ci --ignore-scripts --include=dev --no-audit --no-fund &&
    cp package-lock.json node_modules/.installed-lock.json
}

# An npm script of package.json.
npm_script() { quietly npm run --silent "$1"; }

build() { # configuration, project or solution
  npm_packages && npm_script build && quietly dotnet build "$2" --configuration "$1" --verbosity quiet
}

# What scripts/run serves. Skipped when no source has changed, because even a build of nothing takes seconds.
build_release() {
  local now stamp="$DATA/built"
  now="$(fingerprint)"
  [ -e "$APP" ] && [ -e "$DEMO" ] && [ "$now" = "$(cat "$stamp" 2>/dev/null)" ] && return 0
  step "Building"
  build Release src/RemoteSupport.Demo
  echo "$now" >"$stamp"
}

# Changes with every source file that is added, edited or removed.
fingerprint() {
  find . \( -name .git -o -name .data -o -name node_modules -o -name bin -o -name obj -o -name wwwroot -o -name tests -o -name docs \) -prune \
    -o -type f -printf '%p %T@ %s\n' | sort | sha256sum
}
