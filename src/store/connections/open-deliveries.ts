import { expressionBuilder, sql } from 'kysely';
import type { Database, Writing } from '#store/database/database.ts';
import type { DeliveryRow } from './connection-rows.ts';
import type { Schema } from '#store/database/schema.ts';
import { keepable } from '#store/facts/keepable.ts';
import { dropPacksOf, holdFacts } from '#store/facts/packs/packs.ts';

/** Some of those that are to be told, oldest first. */
export async function openDeliveries(
  query: Database['query'],
  connection: number,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<readonly DeliveryRow[]> {
  return await query
    .selectFrom('delivery')
    .selectAll()
    .where('connection_number', '=', connection)
    .where(sql<boolean>`state in ('waiting', 'again')`)
    .where('number', '>', after)
    .orderBy('number')
    .limit(most)
    .execute();
}

export type Became = Pick<DeliveryRow, 'number' | 'state' | 'facts' | 'skipped' | 'problem'>;

/** Says what became of deliveries. */
export async function deliveriesBecame(query: Writing, { dialect }: Database, became: readonly Became[]): Promise<void> {
  const lines = became.map(({ number, state, facts, skipped, problem }) => [number, state, facts, skipped, problem && keepable(problem)]);
  const rows = dialect.rowsOf(JSON.stringify(lines), [
    ['number', 'integer'],
    ['state', 'text'],
    ['facts', 'integer'],
    ['skipped', 'integer'],
    ['problem', 'text'],
  ]);
  await sql`update delivery set state = became.state, facts = became.facts, skipped = became.skipped, problem = became.problem
    from ${rows} as became where delivery.number = became.number`.execute(query);
}

/** What these deliveries told before goes, so that they can be told anew. */
export async function forgetTold(query: Writing, connection: number, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  const own = expressionBuilder<Schema, 'fact'>();
  const told = own.and([own('connection_number', '=', connection), own('told_by', 'in', numbers)]);
  await holdFacts(query);
  await dropPacksOf(query, told);
  await query.deleteFrom('fact').where(told).execute();
  await query.deleteFrom('naming').where('connection_number', '=', connection).where('told_by', 'in', numbers).execute();
}

/** What was delivered to a connection and is still there is to be told again. How many. */
export async function tellAgain(query: Writing, connection: number): Promise<number> {
  const { numUpdatedRows } = await query
    .updateTable('delivery')
    .set({ state: 'again' })
    .where('connection_number', '=', connection)
    .where('body', 'is not', null)
    .where('state', 'in', ['told', 'skipped', 'bad'])
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** What is about somebody who is forgotten is not kept as it came. */
export async function forgetBodies(query: Writing, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  await query.updateTable('delivery').set({ body: null, headers: '{}' }).where('number', 'in', numbers).execute();
}
