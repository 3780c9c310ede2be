import { commitNamed } from '#core/evidence/restrict-history.ts';
import { rankFigures, rankLead } from '#core/evaluation/rank-figures.ts';
import type { Project } from '#core/evaluation/past.ts';
import type { Suite, SuiteInput } from '#core/evaluation/suite.ts';
import { countReviewed } from '#core/replay/raw-changes.ts';
import { type Asking, ASKINGS } from '#core/replay/replay.ts';
import { OURS, type ReviewCase, type ReviewCases, reviewCases } from '#core/replay/review-cases.ts';
import { REVIEWERS } from '#core/reviewing/reviewer-coefficients.ts';
import type { NotJudged } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { countOf, counted, percentOf } from '#core/terms/figures.ts';
import type { Bar, Figure, SuiteReport } from '#core/terms/suite-report.ts';

/** What came of one repository. */
interface Asked extends ReviewCases {
  readonly name: string;
  /** The repository that the order was fitted on; its changes after the fit are the test. */
  readonly fitted: boolean;
}

/** Who reviewed, change by change: the later years of the history that the order was fitted on, and any other that carries `Reviewed-by`. */
export const REVIEWERS_SUITE: Suite<Asked> = {
  name: 'reviewers',
  version: 2,
  question: 'Does `understudy review` name those who really reviewed?',
  repositories: 'some',
  steps: ({ projects }) =>
    projects.map(({ name }, project) => ({ key: name, label: name, project, weight: 10, run: (opened) => ask(opened!) })),
  conclude,
};

/** Cases begin where the fit ended. */
const FROM = Date.parse(`${REVIEWERS.provenance.until}T00:00:00Z`) / 1000;
/** Fewer reviewed changes say too little about a repository. */
const ENOUGH = 200;

function ask({ name, history }: Project): Asked {
  const found = countReviewed(history, FROM) < ENOUGH ? { ways: [], cases: [] } : reviewCases(history, FROM);
  return {
    name,
    fitted: commitNamed(history, REVIEWERS.provenance.newest) !== undefined,
    ...found,
  };
}

function conclude(all: readonly Asked[], { seed }: SuiteInput): SuiteReport {
  const enough = all.filter((one) => casesOf(one, 'landing').length >= ENOUGH);
  const asked = enough.toSorted((a, b) => Number(b.fitted) - Number(a.fitted));
  const test = asked.find(({ fitted }) => fitted);
  const figures = asked.flatMap((one) => figuresOf(one, seed));
  return {
    suite: 'reviewers',
    reading: readingOf(test, figures),
    figures,
    bars: test === undefined ? [] : barsOf(figures.filter(({ over }) => over === overOf(test))),
    plots: test === undefined ? [] : [plotOf(test, seed)],
    negative: [...(test === undefined ? [] : failuresOf(test)), ...NEGATIVE],
    leftOut: [],
    notJudged: unjudged(all, asked),
    method: METHOD,
  };
}

const overOf = ({ name }: Asked): string => `${name}, by quarter`;

/** `mrr`, `top1` …: asked just before the change landed; with `WhenWritten`: asked already when its author first wrote it. */
function figuresOf(one: Asked, seed: number): readonly Figure[] {
  const over = overOf(one);
  return ASKINGS.flatMap((asking) => {
    const cases = casesOf(one, asking);
    return one.ways.flatMap((by, way) =>
      Object.entries(rankFigures({ place: placesOf(cases, way), cluster: quartersOf(cases) }, { seed })).map(
        ([name, estimate]): Figure => ({ name: `${name}${SUFFIX[asking]}`, by, ours: by === OURS, better: 'higher', estimate, over }),
      ),
    );
  });
}

const SUFFIX: Readonly<Record<Asking, string>> = { landing: '', writing: 'WhenWritten' };

function casesOf({ cases }: Asked, asking: Asking): readonly ReviewCase[] {
  return cases.filter((one) => one.asking === asking);
}

function placesOf(cases: readonly ReviewCase[], way: number): readonly number[] {
  return cases.map(({ places }) => places[way] ?? Infinity);
}

function quartersOf(cases: readonly ReviewCase[]): readonly string[] {
  return cases.map(({ quarter }) => quarter);
}

const MRR = 'mean reciprocal rank on the changes after the fit';

function barsOf(figures: readonly Figure[]): readonly Bar[] {
  const ours = (name: string): number => figures.find((figure) => figure.ours && figure.name === name)!.estimate.value;
  const bar = ({ kind, name, says, bound }: Pick<Bar, 'kind' | 'says' | 'bound'> & { readonly name: string }): Bar => ({
    kind,
    says: `${says}, at least ${bound.toFixed(2)}`,
    measured: ours(name),
    bound,
    better: 'higher',
  });
  return [
    bar({ kind: 'gate', name: 'mrr', says: MRR, bound: 0.73 }),
    bar({ kind: 'gate', name: 'top5', says: 'somebody who reviewed is among the first five', bound: 0.9 }),
    { ...bar({ kind: 'aim', name: 'mrr', says: MRR, bound: 0.78 }), why: WHY },
    { ...bar({ kind: 'aim', name: 'mrrWhenWritten', says: `${MRR}, asked when they were written`, bound: 0.78 }), why: WHY },
  ];
}

const WHY =
  'Most of it is habit: the same people review the same people. Changes that nobody known reviewed, and first changes of newcomers, cannot be hit.';

function readingOf(test: Asked | undefined, figures: readonly Figure[]): string {
  if (test === undefined) return 'Not judged: the history that the order of reviewers was fitted on was not given.';
  const own = figures.filter(({ over }) => over === overOf(test));
  const of = (name: string): Estimate => own.find((figure) => figure.ours && figure.name === name)!.estimate;
  const band = ({ value, low, high }: Estimate): string => `${value.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
  const [first, five] = [percentOf(of('top1').value), percentOf(of('top5').value)];
  const others = [...new Set(figures.map(({ over }) => over!))].filter((over) => over !== overOf(test));
  return [
    `Of ${counted(casesOf(test, 'landing').length, 'later reviewed change')}, somebody who really reviewed stood first in ${first} and among the first five in ${five}; mean reciprocal rank ${band(of('mrr'))}, ${band(of('mrrWhenWritten'))} when asked as soon as a change was written; ${bestSimple(own)}.`,
    ...others.map((over) => sayElsewhere(figures.filter((figure) => figure.over === over))),
  ].join(' ');
}

/** A repository that the fit has never seen. */
function sayElsewhere(figures: readonly Figure[]): string {
  const ours = figures.find((figure) => figure.ours && figure.name === 'mrr')!;
  return `${ours.over!.replace(', by quarter', '')}, unseen by the fit: ${ours.estimate.value.toFixed(3)}; ${bestSimple(figures)}.`;
}

function bestSimple(figures: readonly Figure[]): string {
  const simple = figures.filter((figure) => !figure.ours && figure.name === 'mrr');
  const best = simple.reduce((held, one) => (one.estimate.value > held.estimate.value ? one : held));
  return `the best simple way (${best.by}) reaches ${best.estimate.value.toFixed(3)}`;
}

/** Quarter by quarter, beside the best simple way. */
function plotOf(test: Asked, seed: number): SuiteReport['plots'][number] {
  const { ways } = test;
  const cases = casesOf(test, 'landing');
  const quarters = [...new Set(quartersOf(cases))];
  const points = (way: number): SuiteReport['plots'][number]['series'][number]['points'] =>
    quarters.map((quarter, x) => {
      const own = cases.filter((one) => one.quarter === quarter);
      const { mrr } = rankFigures({ place: placesOf(own, way), cluster: own.map((_, i) => String(i)) }, { seed, draws: 400 });
      return { x, y: mrr.value, low: mrr.low, high: mrr.high, note: `${quarter}: ${countOf(own.length)} changes` };
    });
  return {
    key: 'reviewers',
    title: 'Reviewers named, quarter by quarter',
    says: 'Mean reciprocal rank of the first person who really reviewed: 1 = always named first, 0.5 = second on the whole.',
    x: {
      label: `quarters from ${quarters[0] ?? 'none'} to ${quarters.at(-1) ?? 'none'}`,
      from: 0,
      to: Math.max(1, quarters.length - 1),
      unit: 'amount',
    },
    y: { label: 'mean reciprocal rank', from: 0, to: 1, unit: 'amount' },
    series: [OURS, SIMPLE].map((by) => ({ name: by, kind: 'line', main: by === OURS, points: points(ways.indexOf(by)) })),
  };
}

const SIMPLE = 'reviewers of this author lately';

function failuresOf(test: Asked): readonly string[] {
  const { ways } = test;
  const cases = casesOf(test, 'landing');
  const unknown = cases.filter(({ places }) => places[0] === null).length;
  const lead = rankLead(
    { place: placesOf(cases, 0), cluster: quartersOf(cases) },
    {
      other: placesOf(cases, ways.indexOf(SIMPLE)),
      figure: 'mrr',
      seed: 1,
    },
  );
  return [
    `In ${countOf(unknown)} of ${countOf(cases.length)} changes nobody who reviewed could be named, because they had not been seen within two years.`,
    `The lead over "${SIMPLE}" is ${lead.value.toFixed(3)} (${lead.low.toFixed(3)}–${lead.high.toFixed(3)}): most of what can be known is who reviewed this author before.`,
  ];
}

const NEGATIVE = [
  'Which figures the order looks at was decided in experiments that had seen later years of the same history; only the coefficients are untouched by them. Other repositories (`--repo`) are the clean test.',
  'More figures (30 instead of 7: several half-lives, who reviewed the same files for the same author, activity) moved the mean reciprocal rank by less than .005 and were left out.',
];

function unjudged(all: readonly Asked[], asked: readonly Asked[]): readonly NotJudged[] {
  const few = all.filter((one) => !asked.includes(one)).map(({ name }) => name);
  const missing = asked.some(({ fitted }) => fitted);
  return [
    ...(few.length === 0
      ? []
      : [
          {
            facet: 'suite' as const,
            what: few.join(', '),
            why: `Fewer than ${ENOUGH} commits since ${REVIEWERS.provenance.until} carry \`Reviewed-by\`.`,
            remedy: 'Give a repository whose commits name their reviewers.',
          },
        ]),
    ...(missing
      ? []
      : [
          {
            facet: 'suite' as const,
            what: 'the gates',
            why: 'They hold for golang/tools, which was not given.',
            remedy: 'Clone it (github.com/golang/tools) and give it with `--repo PATH`.',
          },
        ]),
  ];
}

const METHOD = [
  'Truth: everybody who signed `Reviewed-by`, but the authors; with several, the one named first counts. Candidates: everybody seen within two years.',
  'Each change is asked in the order of time, with nothing but what landed before it (`WhenWritten`: before its author wrote it). Identities are merged as of the first day of the quarter; spellings that turn up within it join by address or name only.',
  `Coefficients were fitted on golang/tools before ${REVIEWERS.provenance.until} (${REVIEWERS.provenance.choices} choices) and are frozen; all changes here are later.`,
  'Memory reaches back four years, as in `review`. Simple ways see the same changes and the same candidates; their ties go to whoever reviewed last.',
  'Intervals: quarters drawn with replacement, 2,000 times.',
];
