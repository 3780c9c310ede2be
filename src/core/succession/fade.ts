import { DAY } from '#core/terms/moment.ts';

/** What an act of `age` seconds ago still counts when it counts half after `halfLife` days. */
export function fade(age: number, halfLife: number): number {
  return 2 ** (-age / (halfLife * DAY));
}

/** Each figure as a share of the sum over those who may follow; all zero where nobody has any. */
export function sharesOf(figures: Float64Array, may: Uint8Array): Float64Array {
  let total = 0;
  for (let p = 0; p < figures.length; p++) if (may[p] === 1) total += figures[p]!;
  return figures.map((v, p) => (may[p] === 1 && total > 0 ? v / total : 0));
}
