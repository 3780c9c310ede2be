import { FACT_FAMILIES, type FactFamily } from '#core/facts/fact-kinds.ts';
import { CONNECTORS } from '#sources/connecting/connectors.ts';

/** What can be connected or imported here for each family of facts, as people call it. */
export function connectorsGiving(): Readonly<Record<FactFamily, readonly string[]>> {
  const families = Object.keys(FACT_FAMILIES) as FactFamily[];
  const giving = (family: FactFamily): readonly string[] =>
    CONNECTORS.filter(({ gives }) => gives.includes(family)).map(({ name }) => name);
  return Object.fromEntries(families.map((family) => [family, giving(family)])) as Record<FactFamily, readonly string[]>;
}
