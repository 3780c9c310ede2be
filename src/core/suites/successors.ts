import { openPast, type Past } from '#core/evaluation/past.ts';
import { type Half, SPLIT, splitOf } from '#core/evaluation/split.ts';
import type { Suite, SuiteInput } from '#core/evaluation/suite.ts';
import { scoreForecasts } from '#core/fitting/forecast-scores.ts';
import { SUCCESSOR_COEFFICIENTS } from '#core/succession/coefficients.ts';
import type { LeftOut } from '#core/terms/answer.ts';
import { counted, percentOf } from '#core/terms/figures.ts';
import type { Bar, Figure, SuiteReport } from '#core/terms/suite-report.ts';
import { OTHER_HALF_WEIGHTS } from '#core/trials/other-half-weights.ts';
import { leavingTrials } from '#core/trials/leaving-trials.ts';
import { judgeTrial, type Outcome, RANKER } from '#core/trials/trial.ts';
import {
  bestSimpleRule,
  calibrationFigure,
  ceilingOf,
  narrowestLead,
  placeFigures,
  placesPlot,
  sayingsPlot,
  type Saying,
  type TrialCases,
} from '#core/trials/trial-figures.ts';
import { behind, casesOfSuccessors, howManyMore, howSure, METHOD, TRIED, WHY } from './say-successors.ts';

/** What happened in one repository. */
interface Found {
  readonly half: Half;
  readonly outcomes: readonly Outcome[];
}

/** Who carried what leavers had led: asked at their last commit, judged by the year after. */
export const SUCCESSORS: Suite<Found> = {
  name: 'successors',
  version: 3,
  question: 'When somebody left for good, did the list hold who then did most of the work on their files?',
  repositories: 'some',
  steps: ({ projects }) =>
    projects.map(({ name }, project) => ({
      key: name,
      label: name,
      project,
      weight: 1,
      run: (opened) => {
        const half = splitOf(opened!.history);
        return { half, outcomes: outcomesOf(openPast(opened!), half) };
      },
    })),
  conclude,
};

/** No repository is judged by weights that were fitted on it. */
function outcomesOf(past: Past, half: Half): readonly Outcome[] {
  const weights = half === 'fitting' ? OTHER_HALF_WEIGHTS : SUCCESSOR_COEFFICIENTS.work;
  return [...leavingTrials(past)].flatMap((trial) => judgeTrial(trial, weights));
}

/** How many of each half there are: only with all of them are the bounds judged. */
const howMany = (half: Half): number => SPLIT.filter((one) => one.half === half).length;
const WHOLE: Readonly<Record<'testing' | 'fitting', number>> = { testing: howMany('testing'), fitting: howMany('fitting') };

function conclude(found: readonly Found[], { seed }: SuiteInput): SuiteReport {
  const frozen = found.filter(({ half }) => half === 'testing');
  const judged = frozen.length > 0 ? frozen : found.filter(({ half }) => half === 'other');
  const outcomes = judged.flatMap((one) => one.outcomes);
  const cases = { file: casesOfSuccessors(outcomes, 'file', seed), all: casesOfSuccessors(outcomes, 'all', seed) };
  const each = { ...cases.file, weight: evenPerLeaver(outcomes) };
  const sayings = sayingsOf(outcomes.filter(({ level }) => level === 'file'));
  const figures = [
    ...placeFigures(cases.file, (figure) => figure),
    ...placeFigures(cases.all, (figure) => `${figure}Whole`),
    ...ceilings(cases),
    ...leads(cases.file),
    ...[...placeFigures(each, (figure) => figure), ...leads(each)].filter(({ name }) => OF_LEAVERS.has(name)).map(perLeaver),
    ...sayingFigures(sayings),
  ];
  const both = bothOf(found);
  return {
    suite: 'successors',
    reading: readingOf(cases, judged.length),
    figures: outcomes.length === 0 ? [] : [...figures, ...(both === undefined ? [] : bothFigures(both, seed))],
    bars: frozen.length === WHOLE.testing ? barsOf({ file: cases.file, both: both && casesOfSuccessors(both, 'file', seed), figures }) : [],
    plots: outcomes.length === 0 ? [] : [...plotsOf(cases.file, sayings), ...(both === undefined ? [] : [bothPlot(both)])],
    negative: [...behind(outcomes), ...howSure(sayings[0]), ...TRIED],
    leftOut: leftOutOf(found, frozen.length > 0),
    notJudged: [],
    method: METHOD,
  };
}

const OF_LEAVERS: ReadonlySet<string> = new Set(['top1', 'mrr', 'mrrLead']);
const perLeaver = (figure: Figure): Figure => ({ ...figure, name: `${figure.name}PerLeaver` });

/** Weights under which every leaver counts as much as every other, however many files they left. */
function evenPerLeaver(outcomes: readonly Outcome[]): readonly number[] {
  const files = outcomes.filter(({ level }) => level === 'file');
  const many = Map.groupBy(files, ({ group }) => group);
  return files.map(({ group }) => 1 / many.get(group)!.length);
}

/** Outcomes of both halves, each judged by weights fitted on the other; undefined unless every repository of the split was given. */
function bothOf(found: readonly Found[]): readonly Outcome[] | undefined {
  const own = found.filter(({ half }) => half !== 'other');
  const count = (half: Half): number => own.filter((one) => one.half === half).length;
  if (count('testing') < WHOLE.testing || count('fitting') < WHOLE.fitting) return undefined;
  return own.flatMap(({ outcomes }) => outcomes);
}

function bothFigures(outcomes: readonly Outcome[], seed: number): readonly Figure[] {
  const cases = casesOfSuccessors(outcomes, 'file', seed);
  return [
    ...placeFigures(cases, (figure) => figure),
    ...leads(cases),
    ...sayingFigures(sayingsOf(outcomes.filter(({ level }) => level === 'file'))),
  ].map((figure) => ({ ...figure, name: `${figure.name}Both` }));
}

function sayingFigures([first, nobody]: readonly [Saying, Saying]): readonly Figure[] {
  return [calibrationFigure(first, 'ece'), calibrationFigure(nobody, 'eceNobody'), ...brierOfNobody(nobody)];
}

function sayingsOf(outcomes: readonly Outcome[]): readonly [Saying, Saying] {
  const is = (true_: boolean): number => (true_ ? 1 : 0);
  return [
    {
      name: 'the first candidate',
      main: true,
      said: outcomes.map(({ said }) => said.first),
      came: outcomes.map(({ place }) => is(place[RANKER] === 1)),
    },
    {
      name: 'nobody known yet',
      main: false,
      said: outcomes.map(({ said }) => said.nobody),
      came: outcomes.map(({ place }) => is(place[RANKER] === null)),
    },
  ];
}

function ceilings({ file, all }: { readonly file: TrialCases; readonly all: TrialCases }): readonly Figure[] {
  const figure = (name: string, estimate: Figure['estimate']): Figure => ({
    name,
    by: 'whoever knew everything',
    ours: false,
    better: 'higher',
    estimate,
  });
  return [figure('ceiling', ceilingOf(file)), figure('ceilingWhole', ceilingOf(all))];
}

function leads(cases: TrialCases): readonly Figure[] {
  return (['top1', 'top3', 'mrr'] as const).map((figure) => {
    const { by, estimate } = narrowestLead(cases, figure);
    return { name: `${figure}Lead`, by: `successors, against "${by}", which comes nearest`, ours: true, better: 'higher', estimate };
  });
}

/** Against always saying the share that was found: what a constant could reach at best. */
function brierOfNobody({ said, came }: Saying): readonly Figure[] {
  const share = came.reduce((sum, one) => sum + one, 0) / Math.max(1, came.length);
  const figure = (by: string, ours: boolean, value: number): Figure => ({
    name: 'brierNobody',
    by,
    ours,
    better: 'lower',
    estimate: { value, low: value, high: value, level: 1, n: came.length },
  });
  return [figure('successors', true, scoreForecasts(said, came).brier), figure('always their share', false, share * (1 - share))];
}

function readingOf({ file, all }: { readonly file: TrialCases; readonly all: TrialCases }, projects: number): string {
  if (file.cluster.length === 0) return 'Nobody left a large part of these repositories long enough ago to judge by.';
  const share = (k: number): string => percentOf(file.place[RANKER].filter((at) => at !== null && at <= k).length / file.cluster.length);
  const best = bestSimpleRule(file, 'top1');
  return `On ${counted(file.cluster.length, 'file')} left by ${counted(all.cluster.length, 'person', 'people')} in ${counted(projects, 'repository', 'repositories')} that the weights had never seen, the first candidate is who later did most of the work in ${share(1)} (best simple rule: ${percentOf(best.value)}); top-3 contains them in ${share(3)} (ceiling ${percentOf(ceilingOf(file).value)}).`;
}

interface ToHold {
  readonly file: TrialCases;
  readonly both: TrialCases | undefined;
  readonly figures: readonly Figure[];
}

function barsOf({ file, both, figures }: ToHold): readonly Bar[] {
  const value = (name: string): number => figures.find((figure) => figure.ours && figure.name === name)!.estimate.value;
  const lowEnd = (cases: TrialCases): number => narrowestLead(cases, 'mrr').estimate.low;
  const bar = (kind: Bar['kind'], says: string, [measured, bound, why]: readonly [number, number, string]): Bar => {
    return { kind, says, measured, bound, better: 'higher', ...(measured < bound ? { why } : {}) };
  };
  const wide = both === undefined ? [] : [bar('aim', `${AHEAD} on both halves`, [lowEnd(both), 0, howManyMore(both)])];
  return [
    bar('gate', `${AHEAD} on the testing half`, [lowEnd(file), 0, howManyMore(file)]),
    bar('aim', 'top-1 per file, at least 0.33', [value('top1'), 0.33, WHY]),
    bar('aim', 'top-3 per file, at least 0.50', [value('top3'), 0.5, WHY]),
    ...wide,
  ];
}

const AHEAD = 'lower end of the lead over every simple rule, MRR per file, at least 0,';

function plotsOf(file: TrialCases, sayings: readonly Saying[]): SuiteReport['plots'] {
  return [
    placesPlot(file, { key: 'successors-places', title: 'Successors: how far down the list one must look' }),
    sayingsPlot(sayings, { key: 'successors-sayings', title: 'Successors: what was said, and how often it came true' }),
  ];
}

function bothPlot(outcomes: readonly Outcome[]): SuiteReport['plots'][number] {
  const title = 'Successors, both halves: what was said, and how often it came true';
  return sayingsPlot(sayingsOf(outcomes.filter(({ level }) => level === 'file')), { key: 'successors-sayings-both', title });
}

function leftOutOf(found: readonly Found[], frozen: boolean): readonly LeftOut[] {
  const count = (half: Half): number => found.filter((one) => one.half === half).length;
  const row = (many: number, why: string): readonly LeftOut[] =>
    many === 0 ? [] : [{ what: 'repositories', count: many, unit: 'repositories', why }];
  return [
    ...row(
      count('fitting'),
      'The shipped weights were fitted on them: they count only in figures that end in Both, judged by weights fitted on the other half.',
    ),
    ...(frozen ? row(count('other'), 'They do not belong to the frozen testing half; ask about them alone.') : []),
  ];
}
