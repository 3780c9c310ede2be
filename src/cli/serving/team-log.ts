import { type Log, openLog } from '#server/log/log.ts';
import type { Run } from '#cli/verb.ts';

/** On stderr: JSON, a line each; one-liners where somebody watches. `--quiet` leaves what is wrong, `--verbose` adds health checks. */
export function teamLog({ door, common }: Run): Log {
  return openLog({
    write: door.err.write,
    pretty: door.err.isTerminal,
    least: common.quiet ? 'warn' : common.verbose ? 'debug' : 'info',
    now: door.now,
  });
}
