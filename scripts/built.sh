#!/bin/sh
# Builds dist/ when a source is newer than the last whole build, then runs the command line. Called by ./understudy.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)

# dist/.built carries the time at which its build began, so a change made during a build counts as newer.
# Folders count too: removing a file makes its folder newer.
up_to_date() {
  [ -f "$root/dist/.built" ] || return 1
  [ -z "$(find "$root/src" "$root/scripts/build.ts" "$root/package.json" "$root"/tsconfig*.json "$root"/vite.config.* "$root/docs/evaluation.json" -newer "$root/dist/.built" -print 2>/dev/null | head -n 1)" ]
}

if ! up_to_date; then
  printf '%s\n' "understudy: building (once after a change)" >&2
  sh "$root/scripts/one-at-a-time.sh" "$root/dist/.build.lock" node "$root/scripts/build.ts" --if-stale >&2
fi
exec node "$root/dist/cli/main.js" "$@"
