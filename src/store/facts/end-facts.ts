import { expressionBuilder } from 'kysely';
import { FACT_KINDS, type FactFamily, type FactKind } from '#core/facts/fact-kinds.ts';
import { LASTING_FAMILIES } from '#core/facts/fact-terms.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { Writing } from '#store/database/database.ts';
import type { Schema } from '#store/database/schema.ts';
import { dropPacksOf, holdFacts } from './packs/packs.ts';

/** Facts of these families that name somebody and were over before this moment go. What still holds stays, however old. */
export async function endFacts(query: Writing, families: readonly FactFamily[], before: Moment): Promise<number> {
  const kinds = (Object.keys(FACT_KINDS) as FactKind[]).filter((kind) => families.includes(FACT_KINDS[kind]));
  const lasting = kinds.filter((kind) => LASTING_FAMILIES.includes(FACT_KINDS[kind]));
  if (kinds.length === 0) return 0;
  const over = expressionBuilder<Schema, 'fact'>();
  const ended = over.and([
    over('kind', 'in', kinds),
    over.or([over('actor', 'is not', null), over('other', 'is not', null)]),
    over.or([
      over('until', '<', before),
      over.and([over('until', 'is', null), over('at', '<', before), over.not(over('kind', 'in', [...lasting, '']))]),
    ]),
  ]);
  await holdFacts(query);
  await dropPacksOf(query, ended);
  const { numDeletedRows } = await query.deleteFrom('fact').where(ended).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** What came before this (milliseconds) by connections of these kinds goes, or by all others. */
export async function endDeliveries(
  query: Writing,
  { before, kinds, but }: { readonly before: number; readonly kinds: readonly string[]; readonly but: boolean },
): Promise<number> {
  const chosen = query
    .selectFrom('connection')
    .select('number')
    .where('kind', but ? 'not in' : 'in', [...kinds, '']);
  const { numDeletedRows } = await query
    .deleteFrom('delivery')
    .where('received_at', '<', before)
    .where('connection_number', 'in', chosen)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
