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
import { SIMPLE_RULES } from '#core/trials/simple-rules.ts';
import { judgeTrial, type Outcome, RANKER, type Way } from '#core/trials/trial.ts';
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
  const cases = { file: casesOf(outcomes, 'file', seed), all: casesOf(outcomes, 'all', seed) };
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
    bars: frozen.length === WHOLE.testing ? barsOf({ file: cases.file, both: both && casesOf(both, 'file', seed), figures }) : [],
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
  const cases = casesOf(outcomes, 'file', seed);
  return [
    ...placeFigures(cases, (figure) => figure),
    ...leads(cases),
    ...sayingFigures(sayingsOf(outcomes.filter(({ level }) => level === 'file'))),
  ].map((figure) => ({ ...figure, name: `${figure.name}Both` }));
}

function sayingFigures([first, nobody]: readonly [Saying, Saying]): readonly Figure[] {
  return [calibrationFigure(first, 'ece'), calibrationFigure(nobody, 'eceNobody'), ...brierOfNobody(nobody)];
}

function casesOf(outcomes: readonly Outcome[], level: Outcome['level'], seed: number): TrialCases {
  const own = outcomes.filter((outcome) => outcome.level === level);
  const place = (way: Way): readonly (number | null)[] => own.map((outcome) => outcome.place[way]);
  const ways = [RANKER, ...SIMPLE_RULES.map(({ name }) => name)] as const;
  return {
    place: Object.fromEntries(ways.map((way) => [way, place(way)])) as TrialCases['place'],
    cluster: own.map(({ project }) => project),
    seed,
  };
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

/** How many repositories it would take, if the lead and the spread between repositories stayed as they are. */
function howManyMore(cases: TrialCases): string {
  const { by, estimate } = narrowestLead(cases, 'mrr');
  if (estimate.value <= 0) return `"${by}" is as good or better on these repositories; more of them would not change that.`;
  const now = new Set(cases.cluster).size;
  const needed = Math.ceil(now * ((estimate.value - estimate.low) / estimate.value) ** 2);
  return `The lead over "${by}" is ${estimate.value.toFixed(3)}, but repositories differ: with such a lead and such a spread it would take about ${counted(needed, 'repository', 'repositories')} with leavers to tell it from chance, and these are ${now}.`;
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

/** Repositories in which a simple rule did better. */
function behind(outcomes: readonly Outcome[]): readonly string[] {
  const groups = Map.groupBy(
    outcomes.filter(({ level }) => level === 'file'),
    ({ project }) => project,
  );
  return [...groups].flatMap(([project, own]) => {
    const cases = casesOf(own, 'file', 1);
    const ours = own.filter(({ place }) => place[RANKER] === 1).length / own.length;
    const best = bestSimpleRule(cases, 'top1');
    if (best.value <= ours) return [];
    return [
      `${project}: top-1 is ${percentOf(ours)} on ${counted(own.length, 'file')}, and "${best.by}" reaches ${percentOf(best.value)}.`,
    ];
  });
}

/** Whether the first candidate was named too surely, or not surely enough. */
function howSure({ said, came }: Saying): readonly string[] {
  if (said.length === 0) return [];
  const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
  const [told, true_] = [mean(said), mean(came)];
  if (Math.abs(told - true_) < 0.05) return [];
  const how = told > true_ ? 'too surely' : 'not surely enough';
  return [
    `For single files the first candidate is named ${how}: with ${percentOf(told)} on the mean, and it came true in ${percentOf(true_)}.`,
  ];
}

const WHY =
  'Who takes up a single file is often whoever needs it changed once, and many files go to somebody not seen before; of all that somebody led (figures that end in Whole), the first candidate does most of the work far more often.';
/** Measured on the fitting half, leaving one group of repositories out at a time. */
const TRIED: readonly string[] = [
  'What is said of one leaver’s files is nearly the same for all of them, and so is what happens: a few leavers with many files weigh much in the calibration error.',
  'Tried on the fitting half and left out, because nothing was gained beyond the noise: overall activity at five half-lives, work on the file and beside it at others, reviews, tenure, silence, load, the house somebody writes from, degree of authorship, last change, work together, kinship of paths, the places that the simple rules give, the mix as a feature, stronger penalties, more weight for leavers, and boosted trees (docs/decisions/0014-two-questions-of-succession.md).',
  'The share of newcomers and that of the most active person made the chance of nobody known yet worse than how many candidates are likely to be here at all.',
];

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

const METHOD = [
  'Who leaves: a person with 30 commits or more who led at least max(10, 5 %) of the files, whose last commit is followed by 365 days or more of others’ work. Asked at that last commit.',
  'What was known: history, paths, limits and identities as of that commit; the settings of the repository (ignored paths, mail map) are those of its head. Who somebody of then is today decides only what is true.',
  'Truth: the other person with most commits in the 365 days after, per file, and on all files together (figures that end in Whole). Files that nobody touched again are not asked about.',
  'Weights: fitted on the other half of the repositories, frozen before any figure of them was computed, and on two further ones (scripts/fit-successors.ts). That of presence alone was fitted on when people came back in 23 repositories, ten of the testing half among them (scripts/fit-presence.ts).',
  'Figures that end in PerLeaver: every leaver counts as much as every other, however many files they left.',
  'Figures that end in Both: every repository of the split, the fitting half judged by the same model fitted on the testing half (src/core/trials/other-half-weights.ts, not shipped). The features were chosen on the fitting half, so that figures on it flatter a little.',
  'Intervals: repositories drawn with replacement, 2,000 times; leads are paired differences on the same cases.',
];
