import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '#core/terms/refusal.ts';

/** The database is away just now, and may be back in a moment. */
export function isAway(problem: unknown): problem is Refusal {
  return problem instanceof Refusal && problem.code === 'database-unreachable';
}

export interface Patience {
  readonly now: () => number;
  /** Milliseconds since epoch. */
  readonly until: number;
  readonly signal: AbortSignal;
}

/** Between two tries, milliseconds. */
const PAUSE = 1000;

/** Does it as soon as the database is there; gives up with what was in the way. */
export async function whenBack<Done>(work: () => Promise<Done>, { now, until, signal }: Patience): Promise<Done> {
  for (;;) {
    try {
      return await work();
    } catch (problem) {
      if (!isAway(problem) || signal.aborted || now() > until) throw problem;
    }
    await sleep(PAUSE, undefined, { signal }).catch(() => undefined);
  }
}
