#!/bin/sh
# npm start [-- REPOSITORY ...]: scan, print the first page, serve the page. Paths are read from where npm was called.
# npm start -- --demo [FOLDER]: an invented company to look around in.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "${INIT_CWD:-$PWD}"
command -v understudy >/dev/null 2>&1 || printf '%s\n' "understudy: where this says understudy, type $root/understudy" >&2
if [ "${1:-}" = --demo ]; then
  shift
  exec sh "$root/understudy" demo --serve "$@"
fi
exec sh "$root/understudy" open "$@"
