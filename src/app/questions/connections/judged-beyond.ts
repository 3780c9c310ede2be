import { FACT_FAMILIES, FACT_KINDS, type FactFamily, isFactKind } from '#core/facts/fact-kinds.ts';
import type { Database } from '#store/database/database.ts';
import { firstFacts } from '#store/facts/fact-counts.ts';

interface Kind {
  readonly kind: string;
  readonly name: string;
  readonly judges: readonly { readonly family: string }[];
}

/** What can be judged beyond code, family by family, and who could tell it. Speaks of no connection and of nobody. */
export async function judgedBeyond(database: Database, kinds: readonly Kind[]) {
  const since = new Map<FactFamily, number>();
  for (const [kind, first] of await firstFacts(database)) {
    if (!isFactKind(kind)) continue;
    const family = FACT_KINDS[kind];
    since.set(family, Math.min(first, since.get(family) ?? Number.POSITIVE_INFINITY));
  }
  return (Object.keys(FACT_FAMILIES) as FactFamily[]).map((family) => ({
    family,
    what: FACT_FAMILIES[family],
    from: since.get(family) ?? null,
    kinds: kinds.filter(({ judges }) => judges.some((one) => one.family === family)).map(({ kind, name }) => ({ kind, name })),
  }));
}
