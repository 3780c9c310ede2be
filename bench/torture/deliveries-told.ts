import { setTimeout as sleep } from 'node:timers/promises';
import type { TeamDatabase } from '#app/actions/team/tend-database.ts';
import type { Acknowledged } from './journal.ts';
import { toldByDelivery } from './senders.ts';

export interface DeliveriesTold {
  /** Different deliveries that were accepted. */
  readonly delivered: number;
  /** What must not be. */
  readonly wrong: readonly string[];
}

/** Whoever dies with a job holds it for half a minute more; then another goes on. */
const WITHIN = 240_000;

/** Waits until every delivery has been told, and looks whether each told its fact, once. */
export async function deliveriesTold({ query }: TeamDatabase, entries: readonly Acknowledged[]): Promise<DeliveriesTold> {
  const accepted = new Set(entries.flatMap((entry) => (entry.kind === 'delivery' ? [entry.id] : [])));
  for (const until = Date.now() + WITHIN; ; await sleep(500)) {
    const open = await query.selectFrom('delivery').select('number').where('state', 'in', ['waiting', 'again']).execute();
    if (open.length === 0) break;
    if (Date.now() > until) return { delivered: accepted.size, wrong: [`${open.length} deliveries have not been told`] };
  }
  // What repositories tell is kept as of a commit, and no delivery.
  const deliveries = await query.selectFrom('delivery').select(['state', 'facts']).where('state', '!=', 'kept').execute();
  const facts = await query.selectFrom('fact').select(['reference', 'told_by']).execute();
  const times = Map.groupBy(facts, ({ reference }) => reference);
  const untold = [...accepted].filter((id) => times.get(toldByDelivery(id))?.length !== 1).map((id) => `delivery ${id} was not told once`);
  const unwell = deliveries
    .filter(({ state, facts: told }) => state !== 'told' || told !== 1)
    .map(({ state }) => `a delivery is ${state} instead of told`);
  const tellers = new Set(facts.map((fact) => fact.told_by));
  const apart = tellers.size === facts.length && facts.length === deliveries.length;
  return {
    delivered: accepted.size,
    wrong: [...untold, ...new Set(unwell), ...(apart ? [] : [`${deliveries.length} deliveries told ${facts.length} facts`])],
  };
}
