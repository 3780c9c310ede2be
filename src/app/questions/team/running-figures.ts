import { IDLE, LONGEST_SESSION } from '#core/accounts/session-end.ts';
import type { Database } from '#store/database/database.ts';

/** How the work of a team stands, in numbers about nobody. */
export interface RunningFigures {
  readonly sources: number;
  readonly waiting: number;
  readonly running: number;
  readonly failed: number;
  /** Seconds that the longest due of the waiting jobs has been due. */
  readonly overdue: number;
  /** Sessions that have not ended. */
  readonly sessions: number;
}

export async function runningFigures({ query }: Database, now: number): Promise<RunningFigures> {
  const [states, sources, due, sessions] = await Promise.all([
    query
      .selectFrom('job')
      .select(({ fn }) => ['state', fn.countAll<number>().as('jobs')])
      .groupBy('state')
      .execute(),
    query
      .selectFrom('source')
      .select(({ fn }) => fn.countAll<number>().as('sources'))
      .executeTakeFirstOrThrow(),
    query
      .selectFrom('job')
      .select(({ fn }) => fn.min('due_at').as('first'))
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow(),
    query
      .selectFrom('session')
      .select(({ fn }) => fn.countAll<number>().as('open'))
      .where('seen_at', '>', now - IDLE * 1000)
      .where('made_at', '>', now - LONGEST_SESSION * 1000)
      .executeTakeFirstOrThrow(),
  ]);
  const inState = (state: string): number => states.find((row) => row.state === state)?.jobs ?? 0;
  const first = due.first as number | null;
  return {
    sources: sources.sources,
    waiting: inState('waiting'),
    running: inState('running'),
    failed: inState('failed'),
    sessions: sessions.open,
    overdue: first === null ? 0 : Math.max(0, (now - first) / 1000),
  };
}
