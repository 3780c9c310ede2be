#!/bin/sh
# npm start [-- REPOSITORY ...]: scan, print the first page, serve the page. Paths are read from where npm was called.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "${INIT_CWD:-$PWD}"
exec sh "$root/understudy" open "$@"
