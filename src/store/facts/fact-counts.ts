import type { Database } from '#store/database/database.ts';

interface FactCount {
  readonly kind: string;
  readonly count: number;
  /** Seconds since epoch. */
  readonly first: number;
}

/** How many facts of each kind a connection has told, and from when the first is. */
export async function factCounts(query: Database['query'], connection: number): Promise<readonly FactCount[]> {
  return await query
    .selectFrom('fact')
    .select((built) => ['kind', built.fn.countAll<number>().as('count'), built.fn.min('at').as('first')])
    .where('connection_number', '=', connection)
    .groupBy('kind')
    .orderBy('kind')
    .execute();
}

/** From when the first fact of each kind is, whoever told it: seconds since epoch. */
export async function firstFacts(query: Database['query']): Promise<readonly Omit<FactCount, 'count'>[]> {
  return await query
    .selectFrom('fact')
    .select((built) => ['kind', built.fn.min('at').as('first')])
    .groupBy('kind')
    .execute();
}
