#!/bin/sh
# Runs a command while nobody else runs one under the same lock; waits its turn, and takes over a lock whose holder died.
# The lock is a symbolic link to the holder's process id: made and filled in one atomic step.
# Usage: one-at-a-time.sh LOCK COMMAND [ARG ...]
set -eu
lock=$1
shift
takeover="$lock.takeover"
waited=no

# Asks the lock itself whose it is: a signal may come between making the lock and any note about it.
release() {
  [ "$(readlink "$lock" 2>/dev/null || :)" != "$$" ] || rm -f "$lock"
}
trap release EXIT
trap 'release; exit 130' INT
trap 'release; exit 143' TERM HUP

# Only one waiter may clear a dead lock, and only if it is still the one that was found dead.
clear_dead() {
  mkdir "$takeover" 2>/dev/null || { find "$takeover" -prune -mmin +1 -exec rmdir {} \; 2>/dev/null || :; return 0; }
  [ "$(readlink "$lock" 2>/dev/null || :)" != "$1" ] || rm -f "$lock"
  rmdir "$takeover"
}

mkdir -p "$(dirname -- "$lock")"
until ln -s "$$" "$lock" 2>/dev/null; do
  holder=$(readlink "$lock" 2>/dev/null || :)
  if [ -z "$holder" ]; then
    [ ! -e "$lock" ] || { printf '%s\n' "understudy: $lock is in the way; remove it and run the same command again" >&2; exit 2; }
  elif ! kill -0 "$holder" 2>/dev/null; then
    clear_dead "$holder"
  else
    [ "$waited" = yes ] || printf '%s\n' "understudy: waiting for process $holder, which prepares this checkout (if there is no such run, remove $lock)" >&2
    waited=yes
    sleep 0.2 2>/dev/null || sleep 1
  fi
done
"$@"
