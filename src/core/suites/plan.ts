import { meanOverProjects } from '#core/evaluation/bootstrap.ts';
import type { Project } from '#core/evaluation/past.ts';
import type { Suite, SuiteInput } from '#core/evaluation/suite.ts';
import { countReviewed } from '#core/replay/raw-changes.ts';
import { seatBatches } from '#core/replay/seat-batches.ts';
import { assignInTurn, assignSeats, type SeatsWanted } from '#core/reviewing/assign-seats.ts';
import { countOf, counted } from '#core/terms/figures.ts';
import type { Figure, SuiteReport } from '#core/terms/suite-report.ts';
import { exactSeats } from './exact-seats.ts';

/** One batch of open changes, solved three ways. */
interface Solved {
  readonly project: string;
  readonly quarter: string;
  readonly size: 'small' | 'large';
  readonly changes: number;
  readonly people: number;
  readonly ours: number;
  readonly inTurn: number;
  readonly exact: number;
}

type Batches = readonly Solved[];

/** Seats of many changes at once against the exact optimum. Plans of transfers do not exist yet; they will be asked here too. */
export const PLAN: Suite<Batches, Promise<Batches>> = {
  name: 'plan',
  version: 1,
  question: 'How far are the seats of several reviews from the best that there are?',
  repositories: 'some',
  steps: ({ projects }) =>
    projects.map(({ name }, project) => ({ key: name, label: name, project, weight: 6, run: async (opened) => await solveAll(opened!) })),
  conclude: (found, input) => conclude(found.flat(), input),
};

const FROM = Date.UTC(2019, 0) / 1000;
/** Fewer reviewed changes say too little about a repository. */
const ENOUGH = 200;
/** Small enough to be looked at by hand. */
const SMALL = { changes: 5, people: 6 } as const;

async function solveAll({ name, history }: Project): Promise<Batches> {
  if (countReviewed(history, FROM) < ENOUGH) return [];
  const solved: Solved[] = [];
  for (const { quarter, wanted } of seatBatches(history, FROM))
    for (const size of ['small', 'large'] as const) {
      const asked = size === 'small' ? cut(wanted) : wanted;
      const people = new Set(asked.changes.flatMap((bids) => bids.map(({ person }) => person))).size;
      const [ours, inTurn, exact] = [assignSeats(asked).worth, assignInTurn(asked).worth, await exactSeats(asked)];
      solved.push({ project: name, quarter, size, changes: asked.changes.length, people, ours, inTurn, exact });
    }
  return solved;
}

function cut({ changes, roomOf }: SeatsWanted): SeatsWanted {
  return { changes: changes.slice(0, SMALL.changes).map((bids) => bids.slice(0, SMALL.people)), roomOf };
}

function conclude(found: Batches, { seed, projects }: SuiteInput): SuiteReport {
  const of = (size: Solved['size']): Batches => found.filter((one) => one.size === size && one.exact > 0);
  const worst = (size: Solved['size']): number => Math.max(0, ...of(size).map(({ ours, exact }) => 1 - ours / exact));
  const judged = new Set(found.map(({ project }) => project));
  const [small, large] = [of('small'), of('large')];
  const missing = projects.filter(({ name }) => !judged.has(name)).map(({ name }) => name);
  return {
    suite: 'plan',
    reading:
      found.length === 0
        ? 'Not judged: no repository given names its reviewers in its commits.'
        : readingOf(found, { small: worst('small'), large: worst('large') }),
    figures: (['small', 'large'] as const).flatMap((size) => figuresOf(of(size), size, seed)),
    bars:
      small.length === 0
        ? []
        : [
            {
              kind: 'gate',
              says: 'greatest gap to the exact optimum on small batches, at most 1 %',
              measured: worst('small'),
              bound: 0.01,
              better: 'lower',
            },
          ],
    plots: large.length === 0 ? [] : [plotOf(large)],
    negative: NEGATIVE,
    leftOut: [],
    notJudged:
      missing.length === 0
        ? []
        : [
            {
              facet: 'suite',
              what: missing.join(', '),
              why: 'Too few of its commits carry `Reviewed-by`.',
              remedy: 'Give a repository whose commits name their reviewers, such as golang/tools.',
            },
          ],
    method: METHOD,
  };
}

function readingOf(found: Batches, worst: { readonly small: number; readonly large: number }): string {
  const large = found.filter(({ size, exact }) => size === 'large' && exact > 0);
  const most = Math.max(...large.map(({ changes }) => changes));
  const people = Math.max(...large.map((one) => one.people));
  const behind = large.filter(({ inTurn, exact }) => inTurn < exact * (1 - 1e-6)).length;
  return `About seats of reviews, not yet about plans of transfers, which do not exist so far: over ${counted(large.length, 'real week')} with up to ${countOf(most)} open changes and ${countOf(people)} people, the seats given are worth as much as the exact optimum (greatest gap ${gap(worst.small)} on small batches, ${gap(worst.large)} on whole weeks); one change after another falls short in ${countOf(behind)} of them.`;
}

function gap(share: number): string {
  return share < 1e-6 ? 'none' : `${(100 * share).toFixed(2)} %`;
}

function figuresOf(found: Batches, size: Solved['size'], seed: number): readonly Figure[] {
  if (found.length === 0) return [];
  const figure = (by: string, ours: boolean, of: (one: Solved) => number): Figure => ({
    name: size === 'small' ? 'gapSmall' : 'gap',
    by,
    ours,
    better: 'lower',
    estimate: meanOverProjects(
      { value: found.map((one) => Math.max(0, 1 - of(one) / one.exact)), cluster: found.map(({ quarter }) => quarter) },
      { seed },
    ),
    over: 'weeks',
  });
  return [figure('understudy', true, ({ ours }) => ours), figure('one change after another', false, ({ inTurn }) => inTurn)];
}

function plotOf(found: Batches): SuiteReport['plots'][number] {
  const points = (of: (one: Solved) => number) =>
    found.map((one) => ({
      x: one.changes,
      y: Math.max(0, 1 - of(one) / one.exact),
      note: `${one.project}, ${one.quarter}: ${one.people} people`,
    }));
  const [ours, inTurn] = [points((one) => one.ours), points((one) => one.inTurn)];
  return {
    key: 'plan',
    title: 'Seats of several changes: gap to the exact optimum',
    says: 'At 0 nothing better exists. One change after another leaves the last ones with whoever has room.',
    x: { label: 'changes open in a week', from: 0, to: Math.max(...found.map(({ changes }) => changes)), unit: 'amount' },
    y: { label: 'gap to the optimum', from: 0, to: Math.max(0.01, ...[...ours, ...inTurn].map(({ y }) => y)), unit: 'share' },
    series: [
      { name: 'understudy', kind: 'points', main: true, points: ours },
      { name: 'one change after another', kind: 'points', main: false, points: inTurn },
    ],
  };
}

const NEGATIVE = [
  'What a second learner saves depends on the first; both optima take each change as if it stood alone, so the gap says nothing about that.',
  'A seat’s worth joins how likely somebody is to review with how many files they would save; that mixture is argued and not fitted.',
];

const METHOD = [
  'Each first week of a quarter is a batch: the changes that landed in it are taken as open at its beginning, with the identities, knowledge and presence of then. Small batches are its first five changes and the six likeliest people of each.',
  'Nobody is given more than their usual week of reviews, and everybody has room for one.',
  'Exact: the same question as an integer program, solved by HiGHS (J. Hall et al.), which is loaded only here. Brute force agrees on all small cases of a property test.',
  'Intervals: weeks drawn with replacement, 2,000 times.',
];
