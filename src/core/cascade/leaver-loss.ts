/** Whose leaving is looked at: the project's own past leavers, its past absences over again, or people drawn by their presence. */
export const LEAVER_KINDS = ['historical', 'replayed', 'simulated'] as const;
export type LeaverKind = (typeof LEAVER_KINDS)[number];

/** Losses over many cases of one kind of leaver; shares of the expected work that find nobody. */
export interface LeaverLoss {
  readonly kind: LeaverKind;
  /** Half-years, fortnights or draws. */
  readonly cases: number;
  /** People gone in a case: on average, and at most. */
  readonly people: number;
  readonly mostPeople: number;
  /** Mean, 95 % value and mean from there on. */
  readonly expected: number;
  readonly quantile: number;
  readonly tail: number;
  /** The same work with nobody gone, on average over the cases. */
  readonly before: number;
}

/** The part of the cases that is the tail. */
const TAIL = 0.95;

export interface LeaverCase {
  readonly people: number;
  readonly loss: number;
  readonly before: number;
}

/** Null where there is no case at all. With few cases the 95 % value is the worst of them. */
export function leaverLossOf(kind: LeaverKind, cases: readonly LeaverCase[]): LeaverLoss | null {
  if (cases.length === 0) return null;
  const losses = cases.map(({ loss }) => loss).sort((a, b) => a - b);
  const from = Math.min(losses.length - 1, Math.floor(TAIL * losses.length));
  const people = cases.map((one) => one.people);
  return {
    kind,
    cases: cases.length,
    people: mean(people),
    mostPeople: Math.max(...people),
    expected: mean(losses),
    quantile: losses[from]!,
    tail: mean(losses.slice(from)),
    before: mean(cases.map(({ before }) => before)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
