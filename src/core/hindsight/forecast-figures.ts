import { LEAST_EXPECTED } from '#core/absence/slowdown.ts';
import { drawFrom } from '#core/chance/draw.ts';
import { type ForecastScores, scoreForecasts } from '#core/fitting/forecast-scores.ts';
import { isWarned, type JudgedCase } from './judged-cases.ts';
import { overClusters } from './over-clusters.ts';
import { BASE_RATE, OURS, TO_BEAT, WAYS_TO_WARN, type WayToWarn } from './ways-to-warn.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import type { Figure } from '#core/terms/suite-report.ts';

export const PERFECT = 'a perfect forecast, by chance alone';

/** Cases of one evaluation, and what is drawn whole for intervals. */
export interface Judged {
  readonly cases: readonly JudgedCase[];
  readonly seed: number;
}

const SCORES = [
  { name: 'brier', better: 'lower' },
  { name: 'auc', better: 'higher' },
  { name: 'ece', better: 'lower' },
] as const;

/** Brier score, AUC, ECE of every way to warn; by how much ours is ahead of each in Brier score, and of the base rate as a share. */
export function warningFigures({ cases, seed }: Judged): readonly Figure[] {
  const warned = { cases: cases.filter(isWarned), seed };
  const scores = SCORES.flatMap(({ name, better }) =>
    WAYS_TO_WARN.map(
      (way): Figure => ({ name, better, by: way.by, ours: way.ours, estimate: estimate(warned, scoreOf(way, name)), ...over(cases) }),
    ),
  );
  const leads = [...TO_BEAT, BASE_RATE].map(
    (way): Figure => ({
      name: 'brierLead',
      better: 'higher',
      by: `against: ${way.by}`,
      ours: true,
      estimate: estimate(warned, (drawn) => brierOf(way)(drawn) - brierOf(OURS)(drawn)),
      ...over(cases),
    }),
  );
  const ahead = (drawn: readonly JudgedCase[]): number => 1 - brierOf(OURS)(drawn) / brierOf(BASE_RATE)(drawn);
  const chance: Figure = {
    name: 'ece',
    better: 'lower',
    by: PERFECT,
    ours: false,
    estimate: eceByChance(warned.cases, seed),
    over: 'draws',
  };
  return [
    ...scores,
    chance,
    ...leads,
    { name: 'aheadOfBaseRate', better: 'higher', by: OURS.by, ours: true, estimate: estimate(warned, ahead), ...over(cases) },
  ];
}

/** What ECE a forecast that is right in every probability would show on as many areas: it is never 0. */
function eceByChance(warned: readonly JudgedCase[], seed: number): Estimate {
  const draw = drawFrom(seed);
  const said = warned.map(OURS.says);
  const drawn = Array.from(
    { length: 200 },
    () =>
      scoreForecasts(
        said,
        said.map((p) => (draw.uniform() < p ? 1 : 0)),
      ).ece,
  ).sort((a, b) => a - b);
  return { value: drawn.reduce((sum, e) => sum + e, 0) / 200, low: drawn[5]!, high: drawn[194]!, level: 0.95, n: warned.length };
}

export function scoreOf({ says }: WayToWarn, name: keyof ForecastScores): (cases: readonly JudgedCase[]) => number {
  return (cases) =>
    scoreForecasts(
      cases.map(says),
      cases.map((one) => one.slowed),
    )[name];
}

function brierOf(way: WayToWarn): (cases: readonly JudgedCase[]) => number {
  return scoreOf(way, 'brier');
}

const PARTS = {
  led: 'areas that the absent led',
  shared: 'areas that they had a share in',
  other: 'areas that they had no part in',
} as const;

/**
 * Whether the effect exists: how often areas slowed in absences, in placebos, and the difference; and what came from the others, against what
 * their part of the recent changes promised. Areas that the absent had no part in show what the weeks themselves do.
 */
export function effectFigures({ cases, seed }: Judged): readonly Figure[] {
  return (Object.keys(PARTS) as (keyof typeof PARTS)[]).flatMap((part) => {
    const chosen = { cases: cases.filter((one) => one.part === part), seed };
    const of = (name: string, by: string, statistic: (drawn: readonly JudgedCase[]) => number): Figure => ({
      name,
      by: `${PARTS[part]}${by}`,
      ours: false,
      better: name === 'othersKept' ? 'higher' : 'lower',
      estimate: estimate(chosen, statistic),
      ...over(cases),
    });
    const split = (away: boolean) => (drawn: readonly JudgedCase[]) => drawn.filter((one) => one.away === away);
    return [
      of('slowed', ', away', (drawn) => shareSlowed(split(true)(drawn))),
      of('slowed', ', there', (drawn) => shareSlowed(split(false)(drawn))),
      of('slowedMore', ', away minus there', (drawn) => shareSlowed(split(true)(drawn)) - shareSlowed(split(false)(drawn))),
      of('othersSlowed', ', away', (drawn) => othersSlowed(split(true)(drawn))),
      of('othersSlowed', ', there', (drawn) => othersSlowed(split(false)(drawn))),
      of('othersKept', ', away', (drawn) => othersKept(split(true)(drawn))),
      of('othersKept', ', there', (drawn) => othersKept(split(false)(drawn))),
    ];
  });
}

export function shareSlowed(cases: readonly JudgedCase[]): number {
  return cases.reduce((sum, one) => sum + one.slowed, 0) / cases.length;
}

/** Share of areas in which the others made fewer than half of what their part promised, where that is two changes or more. */
function othersSlowed(cases: readonly JudgedCase[]): number {
  const asked = cases
    .map((one) => ({ came: one.byOthers, theirs: one.expected * (1 - one.share) }))
    .filter(({ theirs }) => theirs >= LEAST_EXPECTED);
  return asked.filter(({ came, theirs }) => came < theirs / 2).length / asked.length;
}

/** Changes in which the person had no part, over what their own part of the half year's changes leaves of the forecast. */
export function othersKept(cases: readonly JudgedCase[]): number {
  return cases.reduce((sum, one) => sum + one.byOthers, 0) / cases.reduce((sum, one) => sum + one.expected * (1 - one.share), 0);
}

function estimate({ cases, seed }: Judged, statistic: (cases: readonly JudgedCase[]) => number): Estimate {
  const several = severalProjects(cases);
  return overClusters({ cases, clusterOf: (one) => (several ? one.project : one.absence), seed }, statistic);
}

/** Projects are drawn whole; of one project, absences. */
function severalProjects(cases: readonly JudgedCase[]): boolean {
  return new Set(cases.map(({ project }) => project)).size > 1;
}

function over(cases: readonly JudgedCase[]): Pick<Figure, 'over'> {
  return severalProjects(cases) ? {} : { over: 'absences' };
}
