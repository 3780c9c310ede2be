import { FACT_KINDS, type FactFamily, type FactKind } from '#core/facts/fact-kinds.ts';
import { LASTING_FAMILIES } from '#core/facts/fact-terms.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { Writing } from '#store/database/database.ts';

/** Facts of these families that name somebody and were over before this moment go. What still holds stays, however old. */
export async function endFacts(query: Writing, families: readonly FactFamily[], before: Moment): Promise<number> {
  const kinds = (Object.keys(FACT_KINDS) as FactKind[]).filter((kind) => families.includes(FACT_KINDS[kind]));
  const lasting = kinds.filter((kind) => LASTING_FAMILIES.includes(FACT_KINDS[kind]));
  if (kinds.length === 0) return 0;
  const { numDeletedRows } = await query
    .deleteFrom('fact')
    .where('kind', 'in', kinds)
    .where((where) => where.or([where('actor', 'is not', null), where('other', 'is not', null)]))
    .where((where) =>
      where.or([
        where('until', '<', before),
        where.and([where('until', 'is', null), where('at', '<', before), where.not(where('kind', 'in', [...lasting, '']))]),
      ]),
    )
    .executeTakeFirstOrThrow();
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
