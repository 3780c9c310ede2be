import { DAY, type Moment } from '#core/terms/moment.ts';
import { EVIDENCE_WEIGHTS, type EvidenceKind } from './evidence-kinds.ts';

const KINDS = Object.keys(EVIDENCE_WEIGHTS) as EvidenceKind[];
const ROW = Object.fromEntries(KINDS.map((kind, row) => [kind, row])) as Readonly<Record<EvidenceKind, number>>;

/** Evidence of one person for one facet of an area, added up by kind as it comes: S_k, how many, and the newest demonstration. Mutated by `addTo` alone. */
export interface Tally {
  readonly at: Moment;
  readonly sums: Float64Array;
  readonly counts: Uint32Array;
  lastDemonstration: Moment | null;
}

export function emptyTally(at: Moment): Tally {
  return { at, sums: new Float64Array(KINDS.length), counts: new Uint32Array(KINDS.length), lastDemonstration: null };
}

/** What lies after the moment of the tally is not seen. */
export function addTo(tally: Tally, kind: EvidenceKind, { at, confidence, demonstration = false }: Added): void {
  if (at > tally.at) return;
  const { base, halfLife } = EVIDENCE_WEIGHTS[kind];
  tally.sums[ROW[kind]]! += base * confidence * 0.5 ** ((tally.at - at) / DAY / halfLife);
  tally.counts[ROW[kind]]!++;
  if (demonstration) tally.lastDemonstration = Math.max(at, tally.lastDemonstration ?? 0);
}

interface Added {
  readonly at: Moment;
  readonly confidence: number;
  readonly demonstration?: boolean | undefined;
}

/** K = 1 − Π(1 − g_k), with g_k = cap_k · (1 − e^(−S_k/cap_k)). */
export function knowledgeOf({ sums }: Tally): number {
  let without = 1;
  for (const [row, kind] of KINDS.entries()) {
    const { cap } = EVIDENCE_WEIGHTS[kind];
    if (cap > 0) without *= 1 - cap * (1 - Math.exp(-sums[row]! / cap));
  }
  return 1 - without;
}

/** How often each kind was seen, those that were. */
export function countsOf({ counts }: Pick<Tally, 'counts'>): readonly { readonly kind: EvidenceKind; readonly count: number }[] {
  return KINDS.flatMap((kind, row) => (counts[row]! > 0 ? [{ kind, count: counts[row]! }] : []));
}

/** The same over several people together. */
export function countsOfAll(tallies: readonly Tally[]): ReturnType<typeof countsOf> {
  return countsOf({ counts: Uint32Array.from(KINDS, (_, row) => tallies.reduce((sum, { counts }) => sum + counts[row]!, 0)) });
}
