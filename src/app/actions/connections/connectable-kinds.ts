import { FACT_FAMILIES } from '#core/facts/fact-kinds.ts';
import { CONNECTORS } from '#sources/connecting/connectors.ts';

/** What could be connected or imported, in the order in which people are shown it, with what it would let us judge. */
export function connectableKinds() {
  return CONNECTORS.map(({ kind, name, reads, gives, file, webhook, api }) => ({
    kind,
    name,
    reads,
    judges: gives.map((family) => ({ family, what: FACT_FAMILIES[family] })),
    files: file?.takes ?? '',
    setUp: webhook?.setUp ?? '',
    secretThere: webhook?.secretThere ?? false,
    needs: api?.needs ?? '',
    asks: api?.asks ?? '',
    base: api?.base ?? '',
  }));
}
