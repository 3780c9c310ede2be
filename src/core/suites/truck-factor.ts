import { meanOverProjects } from '#core/evaluation/bootstrap.ts';
import { csvRows } from '#core/evaluation/csv-rows.ts';
import type { Project } from '#core/evaluation/past.ts';
import type { Step, Suite, SuiteInput } from '#core/evaluation/suite.ts';
import { factorByModel } from '#core/factor/factor-by-model.ts';
import { contributionsOf, contributorAbsenceFactor } from '#core/published/contributor-absence-factor.ts';
import { publishedEvidence } from '#core/published/published-evidence.ts';
import type { LeftOut, NotJudged } from '#core/terms/answer.ts';
import { counted, listed } from '#core/terms/figures.ts';
import type { Bar, Figure, SuiteReport } from '#core/terms/suite-report.ts';

/** What was found for one row of the table. */
interface Found {
  readonly repository: string;
  readonly published: number;
  readonly ours: number;
  readonly low: number;
  readonly high: number;
  /** Fewest people with half of the commits. */
  readonly halfOfCommits: number;
}

/** Agreement with the table that was published with the method, at the commits that its authors measured. */
export const TRUCK_FACTOR: Suite<Found> = {
  name: 'truck-factor',
  version: 1,
  question: 'Does the truck factor agree with the values published with the method?',
  repositories: 'named',
  columns: ['repo_now', 'commit', 'tf_published'],
  steps: (input) => tableOf(input).rows.flatMap((row) => stepOf(row, input)),
  conclude: (found, input) => conclude(found, input),
};

interface PublishedRow {
  readonly repository: string;
  readonly commit: string;
  readonly published: number;
}

interface PublishedTable {
  readonly rows: readonly PublishedRow[];
  /** Rows that could not be read. */
  readonly bad: number;
}

function tableOf({ data }: SuiteInput): PublishedTable {
  const given = csvRows(data?.text ?? '');
  const rows = given
    .map((row) => ({ repository: row['repo_now']!, commit: row['commit']!.trim().toLowerCase(), published: Number(row['tf_published']) }))
    .filter(({ commit, published }) => /^[0-9a-f]{40,64}$/.test(commit) && Number.isInteger(published) && published > 0);
  return { rows, bad: given.length - rows.length };
}

function stepOf(row: PublishedRow, { projects, seed }: SuiteInput): readonly Step<Found>[] {
  const project = projects.findIndex(({ holds }) => holds.includes(row.commit));
  if (project < 0) return [];
  const run = (opened: Project | undefined): Found => compare(row, opened!, seed);
  return [{ key: `${row.repository} ${row.commit} ${row.published}`, label: row.repository, project, at: row.commit, weight: 1, run }];
}

/** By the same parts as `understudy factor --model doa --at COMMIT`. */
function compare({ repository, published }: PublishedRow, { history, cleaning }: Project, seed: number): Found {
  const evidence = publishedEvidence({ history, cleaning });
  const at = evidence.commits.at.at(-1)!;
  const { value, low, high } = factorByModel({ model: 'doa', evidence, at, seed });
  const everywhere = new Uint8Array(evidence.files.count).fill(1);
  const halfOfCommits = contributorAbsenceFactor(contributionsOf(evidence, everywhere, at));
  return { repository, published, ours: value, low, high, halfOfCommits };
}

/** How many must agree of the twenty that are listed; as shares where a table lists others. */
const GATES = { exact: 15 / 20, withinOne: 19 / 20 } as const;
/** All but the two whose history was replaced after it was measured. */
const AIM = 18 / 20;

const WAYS: readonly { readonly by: string; readonly ours: boolean; readonly says: (found: Found) => number }[] = [
  { by: 'truck factor by degree of authorship', ours: true, says: ({ ours }) => ours },
  { by: 'always 1', ours: false, says: () => 1 },
  { by: 'always 2', ours: false, says: () => 2 },
  { by: 'fewest people with half of the commits', ours: false, says: ({ halfOfCommits }) => halfOfCommits },
];
/** `exact` and `withinOne` count repositories; `mae` is the mean of how far off the value is. */
const SCORES = [
  { name: 'exact', better: 'higher', counts: true, of: (off: number) => (off === 0 ? 1 : 0) },
  { name: 'withinOne', better: 'higher', counts: true, of: (off: number) => (off <= 1 ? 1 : 0) },
  { name: 'mae', better: 'lower', counts: false, of: (off: number) => off },
] as const;

function conclude(found: readonly Found[], input: SuiteInput): SuiteReport {
  const { rows, bad } = tableOf(input);
  const figures = SCORES.flatMap((score) => WAYS.map((way) => figureOf(found, { score, way, seed: input.seed })));
  const agreed = (name: string): number => figures.find((figure) => figure.ours && figure.name === name)!.estimate.value;
  const [exact, withinOne] = [Math.round(agreed('exact')), Math.round(agreed('withinOne'))];
  const missing = rows.filter((row) => !input.projects.some(({ holds }) => holds.includes(row.commit)));
  const reading = `Agrees with the published values on ${exact} of ${found.length}; ${withinOne} are within one.`;
  return {
    suite: 'truck-factor',
    reading,
    figures,
    bars: missing.length > 0 ? [] : barsOf(exact, withinOne, found),
    plots: [plotOf(found)],
    negative: found.filter(({ published, ours }) => published !== ours).map(deviation),
    leftOut: badRows(bad),
    notJudged: unjudged(missing),
    method: METHOD,
  };
}

interface Scored {
  readonly score: (typeof SCORES)[number];
  readonly way: (typeof WAYS)[number];
  readonly seed: number;
}

function figureOf(found: readonly Found[], { score, way, seed }: Scored): Figure {
  const value = found.map((one) => score.of(Math.abs(way.says(one) - one.published)));
  const share = meanOverProjects({ value, cluster: found.map(({ repository }) => repository) }, { seed });
  const times = score.counts ? found.length : 1;
  const estimate = { ...share, value: share.value * times, low: share.low * times, high: share.high * times };
  return { name: score.name, by: way.by, ours: way.ours, better: score.better, estimate };
}

function barsOf(exact: number, withinOne: number, found: readonly Found[]): readonly Bar[] {
  const off = found.filter(({ published, ours }) => published !== ours).map(({ repository }) => repository);
  const why =
    off.length === 0 ? {} : { why: `It differs on ${listed(off)}; docs/decisions/0010-published-truck-factors.md says where each parts.` };
  const least = (share: number): number => Math.ceil(share * found.length - 1e-9);
  const bar = (kind: Bar['kind'], share: number, { says, measured }: Pick<Bar, 'says' | 'measured'>): Bar => ({
    kind,
    says: `${says} at least ${least(share)} of the ${found.length} listed`,
    measured,
    bound: least(share),
    better: 'higher',
  });
  const agrees = { says: 'agrees exactly on', measured: exact };
  return [
    bar('gate', GATES.exact, agrees),
    bar('gate', GATES.withinOne, { says: 'is within one on', measured: withinOne }),
    { ...bar('aim', AIM, agrees), ...why },
  ];
}

function plotOf(found: readonly Found[]): SuiteReport['plots'][number] {
  const most = Math.max(1, ...found.flatMap(({ published, high }) => [published, high]));
  const axis = { from: 0, to: most, unit: 'amount' } as const;
  return {
    key: 'truck-factor',
    title: 'Truck factor: published and ours',
    says: 'A point on the line agrees; its interval is what ties between people with equally many files leave open.',
    x: { label: 'published', ...axis },
    y: { label: 'ours', ...axis },
    diagonal: true,
    series: [
      {
        name: 'repositories',
        kind: 'points',
        main: true,
        points: found.map(({ repository, published, ours, low, high }) => ({ x: published, y: ours, low, high, note: repository })),
      },
    ],
  };
}

function deviation({ repository, published, ours, low, high }: Found): string {
  return `${repository}: published ${published}, ours ${ours}${low === high ? '' : ` (${low}–${high} by ties)`}.`;
}

function badRows(count: number): readonly LeftOut[] {
  return count === 0 ? [] : [{ what: 'rows of the data file', count, unit: 'rows', why: 'They hold no full commit or no whole number.' }];
}

function unjudged(missing: readonly PublishedRow[]): readonly NotJudged[] {
  if (missing.length === 0) return [];
  return [
    {
      facet: 'suite',
      what: `${counted(missing.length, 'row')} of the published table, and with them the gates`,
      why: `No repository given holds the commits of ${listed(missing.map(({ repository }) => repository))}.`,
      remedy: 'Clone them and give each with `--repo PATH`.',
    },
  ];
}

const METHOD = [
  'Each repository stands at the commit that the table names, with the tree that git has there; people, paths and sizes are those of that commit.',
  'Computed by `factor --model doa`: nothing is fitted, so there is no training set.',
  'Intervals: repositories drawn with replacement, 2,000 times.',
];
