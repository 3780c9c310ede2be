#!/bin/sh
# Builds dist/ when a source is newer than the last build, then runs the command line. Called by ./understudy.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
stamp="$root/dist/.built"
if [ ! -f "$stamp" ] || [ -n "$(find "$root/src" "$root/package.json" "$root/scripts/build.ts" -newer "$stamp" -type f -print 2>/dev/null | head -n 1)" ]; then
  printf '%s\n' "understudy: building (once after a change)" >&2
  node "$root/scripts/build.ts" >&2
fi
exec node "$root/dist/cli/main.js" "$@"
