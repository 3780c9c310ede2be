import type { Fact } from '#core/facts/fact.ts';

/** Each fact once, oldest first; of what was told in several ways the fullest counts, whichever came first. */
export function bestTold(facts: readonly Fact[]): readonly Fact[] {
  const sorted = isInTime(facts) ? facts : facts.toSorted(inTime);
  if (!hasDoubles(sorted)) return sorted;
  const best = new Map<string, Fact>();
  for (const fact of sorted) {
    const known = best.get(fact.reference);
    best.set(fact.reference, known === undefined ? fact : better(known, fact));
  }
  return [...best.values()].toSorted(inTime);
}

/** Most cases come in order: then nothing is sorted, and nothing is copied. */
function isInTime(facts: readonly Fact[]): boolean {
  for (let i = 1; i < facts.length; i++) if (inTime(facts[i - 1]!, facts[i]!) > 0) return false;
  return true;
}

/** Up to here comparing all with all is quicker than a set. */
const FEW = 24;

function hasDoubles(facts: readonly Fact[]): boolean {
  if (facts.length > FEW) return new Set(facts.map(({ reference }) => reference)).size < facts.length;
  for (let i = 1; i < facts.length; i++) {
    const { kind, reference } = facts[i]!;
    for (let j = 0; j < i; j++) if (facts[j]!.kind === kind && facts[j]!.reference === reference) return true;
  }
  return false;
}

/** By moment; within one moment in the order in which a day's work would tell them, then by reference. */
function inTime(one: Fact, other: Fact): number {
  if (one.at !== other.at) return one.at - other.at;
  if (one.kind !== other.kind) return rankOf(one) - rankOf(other) || (one.kind < other.kind ? -1 : 1);
  return one.reference < other.reference ? -1 : one.reference > other.reference ? 1 : 0;
}

/** What opens comes before what is done, and that before what ends. */
function rankOf({ kind }: Fact): number {
  if (kind.endsWith('-opened') || kind === 'asked' || kind === 'alerted' || kind === 'proposed') return 0;
  return kind === 'resolved' || kind.endsWith('-closed') || kind.endsWith('-merged') || kind.endsWith('-ended') ? 2 : 1;
}

/** A block that was dropped or moved says more than the plan; then the later, then the longer word, then the alphabet. */
function better(one: Fact, other: Fact): Fact {
  const fate = (fact: Fact): number => {
    const detail = fact.detail as { readonly dropped?: boolean; readonly moved?: boolean } | undefined;
    return detail?.dropped === true ? 2 : detail?.moved === true ? 1 : 0;
  };
  if (fate(one) !== fate(other)) return fate(one) > fate(other) ? one : other;
  if (one.at !== other.at) return one.at > other.at ? one : other;
  const [left, right] = [JSON.stringify(one), JSON.stringify(other)];
  if (left.length !== right.length) return left.length > right.length ? one : other;
  return left <= right ? one : other;
}
