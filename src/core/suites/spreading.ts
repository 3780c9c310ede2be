import { csvRows } from '#core/evaluation/csv-rows.ts';
import { meanOverProjects } from '#core/evaluation/bootstrap.ts';
import type { Project } from '#core/evaluation/past.ts';
import type { Suite, SuiteInput } from '#core/evaluation/suite.ts';
import { commitNamed } from '#core/evidence/restrict-history.ts';
import { REVIEWERS } from '#core/reviewing/reviewer-coefficients.ts';
import { countReviewed } from '#core/replay/raw-changes.ts';
import { type SpreadingRun, type SpreadingRuns, spreadingRuns } from '#core/replay/spreading.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { countOf, counted, percentOf } from '#core/terms/figures.ts';
import type { PlotPoint, PlotSeries } from '#core/terms/plot.ts';
import type { Bar, Figure, SuiteReport } from '#core/terms/suite-report.ts';

/** What came of one repository. */
interface Replayed extends SpreadingRuns {
  readonly name: string;
  /** The repository that the bounds are about. */
  readonly fitted: boolean;
}

/** How many files one more reviewer, here and there, would have kept from depending on one person. */
export const SPREADING: Suite<Replayed> = {
  name: 'spreading',
  version: 2,
  question: 'How much risk does one more reviewer remove, and in how few changes?',
  repositories: 'some',
  columns: ['project', 'recommender', 'dFaR_pct_mean'],
  dataIsOptional: true,
  steps: ({ projects }) =>
    projects.map(({ name }, project) => ({
      key: name,
      label: name,
      project,
      weight: 10,
      run: (opened) => replay(opened!),
    })),
  conclude,
};

function replay({ name, history }: Project): Replayed {
  const fitted = commitNamed(history, REVIEWERS.provenance.newest) !== undefined;
  return { name, fitted, ...(countReviewed(history, 0) < ENOUGH ? NOTHING : spreadingRuns(history, THRESHOLDS)) };
}

/** Least gain, files: from hardly ever to one change in five. */
const THRESHOLDS = [10, 5, 3, 2.5, 2, 1.75, 1.5, 1.25, 1, 0.7, 0.5, 0.3, 0.2, 0.15, 0.1, 0.07, 0.05];
/** Share of changes with an added reviewer → share of files at risk removed, as published for a budget of added reviewers. */
const PUBLISHED = [
  { share: 0.019, removed: 0.42 },
  { share: 0.166, removed: 0.82 },
] as const;
/** Fewer reviewed changes say too little about a repository. */
const ENOUGH = 200;
const NOTHING: SpreadingRuns = { quarters: [], changes: 0, runs: [] };
const OURS = 'understudy';

function conclude(all: readonly Replayed[], input: SuiteInput): SuiteReport {
  const judged = all.filter(({ changes, quarters }) => changes >= ENOUGH && quarters.length > 3);
  const main = judged.toSorted((a, b) => Number(b.fitted) - Number(a.fitted) || b.changes - a.changes)[0];
  return {
    suite: 'spreading',
    reading:
      main === undefined
        ? 'Not judged: no repository given names its reviewers in its commits.'
        : judged.map((one) => readingOf(one, input.seed)).join(' '),
    figures: judged.toSorted((a, b) => Number(b.fitted) - Number(a.fitted)).flatMap((one) => figuresOf(one, input.seed)),
    bars: main?.fitted ? barsOf(main, input.seed) : [],
    plots: main === undefined ? [] : [curvePlot(main, input), loadPlot(main)],
    negative: main === undefined ? [] : negativeOf(main, input.seed),
    leftOut: [],
    notJudged: all
      .filter((one) => !judged.includes(one))
      .map(({ name }) => ({
        facet: 'suite',
        what: name,
        why: 'Too few of its commits carry `Reviewed-by`.',
        remedy: 'Give a repository whose commits name their reviewers, such as golang/tools.',
      })),
    method: METHOD,
  };
}

const runsOf = ({ runs }: Replayed, kind: SpreadingRun['kind']): readonly SpreadingRun[] => runs.filter((run) => run.kind === kind);
const share = ({ changes }: Replayed, run: SpreadingRun): number => run.added / changes;

interface Counting {
  readonly seed: number;
  /** Those that a reviewed change had touched, or all. */
  readonly files?: 'reachable' | 'atRisk';
}

/** Share of the files at risk that a run removes, quarters weighted by how many there were; whole years are drawn. */
function removed(one: Replayed, run: SpreadingRun, { seed, files = 'reachable' }: Counting): Estimate {
  const before = runsOf(one, 'nobody')[0]!.quarters.map((quarter) => quarter[files]);
  const value = run.quarters.map((quarter, k) => (before[k] === 0 ? 0 : 1 - quarter[files] / before[k]!));
  return meanOverProjects({ value, weight: before, cluster: one.quarters.map((quarter) => quarter.slice(0, 4)) }, { seed });
}

/** The same in the middle quarter, which is how the published figures are told. */
function removedInMiddle(one: Replayed, run: SpreadingRun): number {
  const before = runsOf(one, 'nobody')[0]!.quarters;
  const each = run.quarters.flatMap(({ reachable }, k) => (before[k]!.reachable === 0 ? [] : [1 - reachable / before[k]!.reachable]));
  const sorted = each.sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

/** What the curve of thresholds removes at a share of changes, between its points in a straight line. */
function removedAt(one: Replayed, wanted: number, of: (run: SpreadingRun) => number): number {
  const points = [{ x: 0, y: 0 }, ...runsOf(one, 'threshold').map((run) => ({ x: share(one, run), y: of(run) }))].sort((a, b) => a.x - b.x);
  const after = points.findIndex(({ x }) => x >= wanted);
  if (after < 0) return points.at(-1)!.y;
  const [from, to] = [points[Math.max(0, after - 1)]!, points[after]!];
  return to.x === from.x ? to.y : from.y + ((to.y - from.y) * (wanted - from.x)) / (to.x - from.x);
}

/** The run of a kind whose share of changes lies nearest. */
function nearest(one: Replayed, kind: SpreadingRun['kind'], wanted: number): SpreadingRun {
  return runsOf(one, kind).toSorted((a, b) => Math.abs(share(one, a) - wanted) - Math.abs(share(one, b) - wanted))[0]!;
}

/** `riskRemoved` by the rule of `review`; `…Few` and `…Many` with about as many added reviewers as the published points. */
function figuresOf(one: Replayed, seed: number): readonly Figure[] {
  const [few, many] = PUBLISHED.map((point) => point.share) as [number, number];
  const chosen: readonly Chosen[] = [
    { suffix: '', run: runsOf(one, 'rule')[0]!, ours: true },
    { suffix: '', run: runsOf(one, 'hindsight')[0]!, ours: false },
    { suffix: 'Few', run: nearest(one, 'threshold', few), ours: true },
    { suffix: 'Few', run: nearest(one, 'turn', few), ours: false },
    { suffix: 'Many', run: nearest(one, 'threshold', many), ours: true },
    { suffix: 'Many', run: nearest(one, 'turn', many), ours: false },
  ];
  const asItWas = runsOf(one, 'nobody')[0]!;
  return [...chosen.flatMap((each) => figuresOfRun(one, each, seed)), busiestFigure(one, { suffix: '', run: asItWas, ours: false })];
}

interface Chosen {
  readonly suffix: string;
  readonly run: SpreadingRun;
  readonly ours: boolean;
}

function figuresOfRun(one: Replayed, chosen: Chosen, seed: number): readonly Figure[] {
  const { suffix, run, ours } = chosen;
  const figure = (name: string, estimate: Estimate): Figure => ({
    name: `${name}${suffix}`,
    by: byOf(one, chosen),
    ours,
    better: 'higher',
    estimate,
    over: `${one.name}, by year`,
  });
  return [
    figure('riskRemoved', removed(one, run, { seed })),
    figure('riskRemovedOfAll', removed(one, run, { seed, files: 'atRisk' })),
    figure('riskRemovedMiddleQuarter', exact(one, removedInMiddle(one, run))),
    busiestFigure(one, chosen),
  ];
}

function busiestFigure(one: Replayed, chosen: Chosen): Figure {
  const name = `reviewsOfBusiestThree${chosen.suffix}`;
  return {
    name,
    by: byOf(one, chosen),
    ours: chosen.ours,
    better: 'lower',
    estimate: exact(one, busiest(chosen.run)),
    over: `${one.name}, by year`,
  };
}

function byOf(one: Replayed, { run, ours }: Chosen): string {
  const where = run.kind === 'nobody' ? '' : ` (${percentOf(share(one, run))} of changes)`;
  return `${ours ? `${OURS}, ` : ''}${run.name}${where}`;
}

function exact({ quarters }: Replayed, value: number): Estimate {
  return { value, low: value, high: value, level: 0.95, n: quarters.length };
}

/** Share of all reviews that the three busiest people give. */
function busiest({ perPerson }: SpreadingRun): number {
  const all = perPerson.reduce((sum, n) => sum + n, 0);
  return all === 0 ? 0 : perPerson.slice(0, 3).reduce((sum, n) => sum + n, 0) / all;
}

function barsOf(one: Replayed, seed: number): readonly Bar[] {
  const limit = runsOf(one, 'hindsight')[0]!;
  const why = `With hindsight, and one more reviewer in every change, ${percentOf(removedInMiddle(one, limit))} would be removed here (${percentOf(removed(one, limit, { seed }).value)} over all quarters): the rest belongs to changes after which nobody else stayed.`;
  return PUBLISHED.map((point) => ({
    kind: 'aim',
    says: `with an added reviewer in ${(100 * point.share).toFixed(1)} % of the changes, risk removed in the middle quarter, at least ${point.removed}`,
    measured: removedAt(one, point.share, (run) => removedInMiddle(one, run)),
    bound: point.removed,
    better: 'higher',
    why,
  }));
}

function readingOf(one: Replayed, seed: number): string {
  const [few, many] = PUBLISHED.map((point) => removedAt(one, point.share, (run) => removedInMiddle(one, run)));
  const rule = runsOf(one, 'rule')[0]!;
  const all = removed(one, rule, { seed });
  return `Replayed on ${counted(one.changes, 'reviewed change')} of ${one.name}: with an added reviewer in 1.9 % of the changes ${percentOf(few!)} fewer files at risk in the middle quarter (published elsewhere: 42 %), in 16.6 % ${percentOf(many!)} fewer (82 %). The rule of \`review\` adds one in ${percentOf(share(one, rule))} and removes ${percentOf(all.value)} (${percentOf(all.low)}–${percentOf(all.high)}) over all quarters.`;
}

function curvePlot(one: Replayed, input: SuiteInput): SuiteReport['plots'][number] {
  const point = (run: SpreadingRun): PlotPoint => ({ x: share(one, run), y: removedInMiddle(one, run), note: run.name });
  const banded = (run: SpreadingRun): PlotPoint => {
    const { value, low, high } = removed(one, run, input);
    return { x: share(one, run), y: value, low, high, note: run.name };
  };
  const series: PlotSeries[] = [
    { name: `${OURS}, middle quarter`, kind: 'line', main: true, points: byShare(runsOf(one, 'threshold').map(point)) },
    { name: `${OURS}, all quarters`, kind: 'line', main: true, points: byShare(runsOf(one, 'threshold').map(banded)) },
    { name: 'the rule of `understudy review`', kind: 'points', main: true, points: runsOf(one, 'rule').map(point) },
    { name: 'whoever stays, every so many changes', kind: 'line', main: false, points: byShare(runsOf(one, 'turn').map(point)) },
    {
      name: 'every change with hindsight: the limit',
      kind: 'line',
      main: false,
      points: runsOf(one, 'hindsight').flatMap((run) => [0, MOST].map((x) => ({ x, y: removedInMiddle(one, run) }))),
    },
    {
      name: 'published, for a budget of added reviewers',
      kind: 'points',
      main: false,
      points: PUBLISHED.map((p) => ({ x: p.share, y: p.removed })),
    },
    ...publishedSeries(input),
  ];
  const lowest = Math.min(0, ...series.flatMap(({ points }) => points.map(({ y }) => y)));
  return {
    key: 'spreading',
    title: 'Files at risk removed, by how many changes get one more reviewer',
    says: 'Higher and further left is better. The published points come from other projects; those at 0 replace a reviewer in every change and add none.',
    x: { label: 'share of reviewed changes with an added reviewer', from: 0, to: MOST, unit: 'share' },
    y: { label: 'files at risk removed', from: lowest, to: 1, unit: 'share' },
    series,
  };
}

/** Right end of the curve. */
const MOST = 0.22;

function byShare(points: readonly PlotPoint[]): readonly PlotPoint[] {
  return points.toSorted((a, b) => a.x - b.x).filter(({ x }) => x <= MOST);
}

/** The table given by `--data`: recommenders that replace a reviewer and add none. */
function publishedSeries({ data }: SuiteInput): readonly PlotSeries[] {
  const points = csvRows(data?.text ?? '').flatMap((row): readonly PlotPoint[] => {
    const percent = Number(row['dFaR_pct_mean']);
    return row['recommender'] === undefined || !Number.isFinite(percent)
      ? []
      : [{ x: 0, y: -percent / 100, note: `${row['project']}: ${row['recommender']}` }];
  });
  return points.length === 0 ? [] : [{ name: 'published, replacing a reviewer in every change', kind: 'points', main: false, points }];
}

/** Added reviews by person, most first, for the rule of the product. */
function loadPlot(one: Replayed): SuiteReport['plots'][number] {
  const added = runsOf(one, 'rule')[0]!.addedPerPerson;
  return {
    key: 'spreading-load',
    title: 'Who is asked for more, without names',
    says: 'Added reviews by person over the whole history, most first: steep on the left means that few carry the spreading.',
    x: { label: 'people, most asked first', from: 0, to: Math.max(1, added.length - 1), unit: 'amount' },
    y: { label: 'added reviews', from: 0, to: Math.max(1, added[0] ?? 0), unit: 'amount' },
    series: [{ name: 'the rule of `understudy review`', kind: 'steps', main: true, points: added.map((y, x) => ({ x, y })) }],
  };
}

function negativeOf(one: Replayed, seed: number): readonly string[] {
  const [none, rule] = [runsOf(one, 'nobody')[0]!, runsOf(one, 'rule')[0]!];
  const never = none.quarters.reduce((sum, { atRisk, reachable }) => sum + atRisk - reachable, 0);
  const all = none.quarters.reduce((sum, { atRisk }) => sum + atRisk, 0);
  return [
    `${percentOf(never / all)} of the files at risk had not been in any reviewed change when they were counted: no reviewer could have been added. Counted with them, the rule removes ${percentOf(removed(one, rule, { seed, files: 'atRisk' }).value)}.`,
    `The three busiest people give ${percentOf(busiest(none))} of the reviews as it was and ${percentOf(busiest(rule))} with the rule; it asks ${counted(rule.addedPerPerson.length, 'person', 'people')} for ${counted(rule.added, 'added review')}, at most ${countOf(rule.addedPerPerson[0] ?? 0)} of one.`,
    'Looking one, two or three years ahead, and counting a first knower or not, gave the same curve within a few points; a year was kept.',
    'The published points were measured on other projects, with presence that was looked up and not forecast. They are no like-for-like comparison.',
  ];
}

const METHOD = [
  'At risk: a living, counted file that fewer than two people know who were seen again at or after the first day of the quarter. Who wrote or reviewed it in a change of at most 50 files knows it. Judged by what really came; the last year is left out, because it cannot be known who comes back.',
  'Decisions see only what had landed: identities as of the first day of the quarter, presence from each person’s own rhythm, at most two added reviews per person and week. Real reviewers stay; one person is added, and knows the files of that change from then on.',
  'Shares are of the files that some reviewed change had touched. Intervals: years drawn with replacement, 2,000 times; the middle quarter is told without one.',
  'The limit may look ahead: in every change it adds whoever will stay longest.',
];
