#!/bin/sh
# Runs a command with what this checkout needs: Node >= 24 and the packages of package-lock.json.
# What is missing is brought by bring.sh; when nothing is, this costs a few milliseconds. Usage: with-node.sh COMMAND [ARG ...]
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
runtime="$root/.tools/runtime-24.21.0"

# True when the first `node` on PATH is 24 or newer.
new_enough() {
  version=$(node --version 2>/dev/null) || return 1
  version=${version#v}
  [ "${version%%.*}" -ge 24 ]
}

complete=yes
if [ -x "$runtime/node_modules/.bin/node" ]; then
  PATH="$runtime/node_modules/.bin:$PATH"
elif new_enough; then
  runtime=present
else
  complete=no
fi
# A linked node_modules belongs to another checkout (git worktree): it is used and left alone.
[ -L "$root/node_modules" ] || cmp -s "$root/package-lock.json" "$root/node_modules/.understudy-lock" || complete=no

if [ "$complete" = no ]; then
  sh "$root/scripts/one-at-a-time.sh" "$root/.tools/bring.lock" sh "$root/scripts/bring.sh" "$root" "$runtime"
  [ "$runtime" = present ] || PATH="$runtime/node_modules/.bin:$PATH"
fi

PATH="$root/node_modules/.bin:$PATH"
export PATH
exec "$@"
