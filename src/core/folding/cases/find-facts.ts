import type { Fact, FactOf } from '#core/facts/fact.ts';

/** Those of one kind, in the order in which they stand. */
export function find<Kind extends Fact['kind']>(facts: readonly Fact[], kind: Kind): readonly FactOf<Kind>[] {
  return facts.filter((fact) => fact.kind === kind) as unknown as readonly FactOf<Kind>[];
}

/** The first of one kind. */
export function firstOf<Kind extends Fact['kind']>(facts: readonly Fact[], kind: Kind): FactOf<Kind> | undefined {
  for (const fact of facts) if (fact.kind === kind) return fact as unknown as FactOf<Kind>;
  return undefined;
}

/** The last of one kind. */
export function lastOf<Kind extends Fact['kind']>(facts: readonly Fact[], kind: Kind): FactOf<Kind> | undefined {
  for (let i = facts.length - 1; i >= 0; i--) if (facts[i]!.kind === kind) return facts[i] as unknown as FactOf<Kind>;
  return undefined;
}
