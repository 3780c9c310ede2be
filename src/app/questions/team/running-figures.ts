import type { Database } from '#store/database/database.ts';

/** How the work of a team stands, in numbers about nobody. */
export interface RunningFigures {
  readonly sources: number;
  readonly waiting: number;
  readonly running: number;
  readonly failed: number;
  /** Seconds that the longest due of the waiting jobs has been due. */
  readonly overdue: number;
}

export async function runningFigures({ query }: Database, now: number): Promise<RunningFigures> {
  const [states, sources, due] = await Promise.all([
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
  ]);
  const inState = (state: string): number => states.find((row) => row.state === state)?.jobs ?? 0;
  const first = due.first as number | null;
  return {
    sources: sources.sources,
    waiting: inState('waiting'),
    running: inState('running'),
    failed: inState('failed'),
    overdue: first === null ? 0 : Math.max(0, (now - first) / 1000),
  };
}
