#!/usr/bin/env bash
# Makes the dashboard for the gateway's jar. Maven calls it, and it does nothing where nothing has changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

command -v npm > /dev/null || { echo 'The dashboard is built with Node 20.19 or later and npm: install them (nodejs, npm)' >&2; exit 1; }
built=../../../target/classes/dashboard/index.html
if [[ -f $built && -z $(find . -path ./node_modules -prune -o -type f -newer "$built" -print -quit) ]]; then
  exit 0
fi
[[ node_modules/.package-lock.json -nt package-lock.json ]] || npm ci --no-fund --no-audit
npm run build
