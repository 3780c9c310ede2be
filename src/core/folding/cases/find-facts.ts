import type { Fact, FactOf } from '#core/facts/fact.ts';

/** Those of one kind, in the order in which they stand. */
export function find<Kind extends Fact['kind']>(facts: readonly Fact[], kind: Kind): readonly FactOf<Kind>[] {
  return facts.filter((fact) => fact.kind === kind) as unknown as readonly FactOf<Kind>[];
}
