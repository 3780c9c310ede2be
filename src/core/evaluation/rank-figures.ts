import type { Estimate } from '#core/terms/estimate.ts';
import { type BootstrapOptions, meanOverProjects } from './bootstrap.ts';

/** How good an order is, from the places at which the truth stood: what can be read off one case. */
export const RANK_FIGURES = {
  top1: (place: number) => (place <= 1 ? 1 : 0),
  top3: (place: number) => (place <= 3 ? 1 : 0),
  top5: (place: number) => (place <= 5 ? 1 : 0),
  mrr: (place: number) => 1 / place,
} as const;
export type RankFigure = keyof typeof RANK_FIGURES;

/** Places of the truth in one order, case by case; Infinity where it is not in the order at all. */
export interface Places {
  readonly place: ArrayLike<number>;
  readonly cluster: readonly string[];
  readonly weight?: ArrayLike<number>;
}

export function rankFigures({ place, ...cases }: Places, options: BootstrapOptions): Readonly<Record<RankFigure, Estimate>> {
  const of = (figure: RankFigure): Estimate => meanOverProjects({ ...cases, value: Array.from(place, RANK_FIGURES[figure]) }, options);
  return { top1: of('top1'), top3: of('top3'), top5: of('top5'), mrr: of('mrr') };
}

/** Another order of the same cases, and by which figure the two are compared. */
export interface Compared extends BootstrapOptions {
  readonly other: ArrayLike<number>;
  readonly figure: RankFigure;
}

/** By how much the first order is better than the other on the same cases. */
export function rankLead({ place, ...cases }: Places, { other, figure, ...options }: Compared): Estimate {
  const score = RANK_FIGURES[figure];
  return meanOverProjects({ ...cases, value: Array.from(place, (p, i) => score(p) - score(other[i]!)) }, options);
}

/** Place of the best of the wanted; everybody with an equal score counts as before them. */
export function placeOf(score: ArrayLike<number>, wanted: readonly number[]): number {
  let best = Infinity;
  for (const one of wanted) {
    let place = 1;
    for (let i = 0; i < score.length; i++) if (i !== one && score[i]! >= score[one]!) place++;
    best = Math.min(best, place);
  }
  return best;
}
