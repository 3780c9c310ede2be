import { meanOverProjects } from '#core/evaluation/bootstrap.ts';
import { RANK_FIGURES, type RankFigure, rankFigures, rankLead } from '#core/evaluation/rank-figures.ts';
import { scoreForecasts } from '#core/fitting/forecast-scores.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import type { Plot, PlotSeries } from '#core/terms/plot.ts';
import type { Figure } from '#core/terms/suite-report.ts';
import { SIMPLE_RULES } from './simple-rules.ts';
import { RANKER, type Way } from './trial.ts';

/** Cases that were asked of every way to answer, with what hangs together. */
export interface TrialCases {
  readonly place: Readonly<Record<Way, readonly (number | null)[]>>;
  readonly cluster: readonly string[];
  /** How much each case counts; 1 where nothing is said. */
  readonly weight?: readonly number[];
  readonly seed: number;
}

/** Ways to answer in the order of the tables: the product's first. */
export const WAYS: readonly { readonly way: Way; readonly by: string }[] = [
  { way: RANKER, by: 'successors' },
  ...SIMPLE_RULES.map(({ name, says }) => ({ way: name, by: `${name}: ${says}` })),
];

const finite = (places: readonly (number | null)[]): readonly number[] => places.map((place) => place ?? Infinity);

/** Top 1, 3, 5 and mean reciprocal rank of every way, under names with a prefix. */
export function placeFigures({ place, seed, ...cases }: TrialCases, name: (figure: RankFigure) => string): readonly Figure[] {
  return WAYS.flatMap(({ way, by }) => {
    const found = rankFigures({ ...cases, place: finite(place[way]) }, { seed });
    return Object.entries(found).map(
      ([figure, estimate]): Figure => ({ name: name(figure as RankFigure), by, ours: way === RANKER, better: 'higher', estimate }),
    );
  });
}

/** How far the ranker is ahead of the simple rule that comes nearest, by the lower end of the interval. */
export function narrowestLead(
  { place, seed, ...cases }: TrialCases,
  figure: RankFigure,
): { readonly by: string; readonly estimate: Estimate } {
  const leads = SIMPLE_RULES.map(({ name: by }) => ({
    by,
    estimate: rankLead({ ...cases, place: finite(place[RANKER]) }, { other: finite(place[by]), figure, seed }),
  }));
  return leads.reduce((least, lead) => (lead.estimate.low < least.estimate.low ? lead : least));
}

/** The best simple rule by a figure. */
export function bestSimpleRule({ place }: Pick<TrialCases, 'place'>, figure: RankFigure): { readonly by: string; readonly value: number } {
  const mean = (places: readonly (number | null)[]): number =>
    finite(places).reduce((sum, at) => sum + RANK_FIGURES[figure](at), 0) / Math.max(1, places.length);
  return SIMPLE_RULES.map(({ name: by }) => ({ by, value: mean(place[by]) })).reduce((best, one) => (one.value > best.value ? one : best));
}

/** Share of cases in which who it was had been seen before: no order can be right more often. */
export function ceilingOf({ place, cluster, seed }: TrialCases): Estimate {
  return meanOverProjects({ value: place[RANKER].map((at) => (at === null ? 0 : 1)), cluster }, { seed });
}

/** How often who it was stands among the first k. */
export function placesPlot(cases: TrialCases, { key, title }: { readonly key: string; readonly title: string }): Plot {
  const shown: readonly Way[] = [RANKER, 'mix', 'recent on path', 'authorship'];
  const upTo = Array.from({ length: 10 }, (_, k) => k + 1);
  const share = (places: readonly (number | null)[], k: number): number =>
    places.filter((at) => at !== null && at <= k).length / Math.max(1, places.length);
  const ceiling = ceilingOf(cases).value;
  const lines = shown.map((way): PlotSeries => {
    const name = way === RANKER ? 'successors' : way;
    return { name, kind: 'line', main: way === RANKER, points: upTo.map((k) => ({ x: k, y: share(cases.place[way], k) })) };
  });
  return {
    key,
    title,
    says: 'How often who it later was stands among the first candidates; above the ceiling nobody can come, since the others had not been seen yet.',
    x: { label: 'candidates looked at', from: 1, to: 10, unit: 'amount' },
    y: { label: 'held who it was', from: 0, to: 1, unit: 'share' },
    series: [...lines, { name: 'ceiling', kind: 'line', main: false, points: upTo.map((k) => ({ x: k, y: ceiling })) }],
  };
}

export interface Saying {
  readonly name: string;
  readonly main: boolean;
  readonly said: readonly number[];
  readonly came: readonly number[];
}

/** Mean gap between what was said and what came true. */
export function calibrationFigure({ said, came }: Saying, name: string): Figure {
  const value = scoreForecasts(said, came).ece;
  return { name, by: 'successors', ours: true, better: 'lower', estimate: { value, low: value, high: value, level: 1, n: said.length } };
}

/** Ten groups of equal size, from the least likely to the likeliest. */
export function sayingsPlot(sayings: readonly Saying[], { key, title }: { readonly key: string; readonly title: string }): Plot {
  const axis = { from: 0, to: 1, unit: 'share' } as const;
  return {
    key,
    title,
    says: 'Each point is a tenth of the cases: on the line, what was said came true as often as said.',
    x: { label: 'said', ...axis },
    y: { label: 'came true', ...axis },
    diagonal: true,
    series: sayings.map(({ name, main, said, came }) => ({ name, kind: 'points', main, points: tenths(said, came) })),
  };
}

function tenths(said: readonly number[], came: readonly number[]): PlotSeries['points'] {
  const order = said.map((_, i) => i).sort((a, b) => said[a]! - said[b]!);
  const groups = Array.from({ length: 10 }, (_, k) =>
    order.slice(Math.floor((k * order.length) / 10), Math.floor(((k + 1) * order.length) / 10)),
  );
  return groups
    .filter((group) => group.length > 0)
    .map((group) => {
      const [x, y] = [said, came].map((list) => group.reduce((sum, i) => sum + list[i]!, 0) / group.length) as [number, number];
      const wide = 1.96 * Math.sqrt((y * (1 - y)) / group.length);
      return { x, y, low: Math.max(0, y - wide), high: Math.min(1, y + wide), note: `${group.length} cases` };
    });
}
