import { openPast } from '#core/evaluation/past.ts';
import { rankFigures } from '#core/evaluation/rank-figures.ts';
import type { Step, Suite, SuiteInput } from '#core/evaluation/suite.ts';
import { SUCCESSOR_COEFFICIENTS } from '#core/succession/coefficients.ts';
import type { LeftOut } from '#core/terms/answer.ts';
import { counted, percentOf } from '#core/terms/figures.ts';
import type { Bar, Figure, SuiteReport } from '#core/terms/suite-report.ts';
import { crossFit, togetherByPeople, type TeachersOf, type Unseen } from '#core/trials/cross-fit.ts';
import { SHAPES } from '#core/trials/fit-successors.ts';
import { type Handover, handoverTrials, readHandovers } from '#core/trials/handover-trials.ts';
import { SIMPLE_RULES, type SimpleRule } from '#core/trials/simple-rules.ts';
import { judgeTrial, placesOfRules, RANKER } from '#core/trials/trial.ts';
import { type Choice, choicesOf } from '#core/trials/trial-choices.ts';
import {
  bestSimpleRule,
  calibrationFigure,
  ceilingOf,
  narrowestLead,
  placeFigures,
  placesPlot,
  type TrialCases,
} from '#core/trials/trial-figures.ts';

/** One hand-over just before it happened, as figures: no name and no row of a person. */
interface Asked {
  /** Row of the data file. */
  readonly row: number;
  readonly rows: readonly number[];
  readonly wanted: readonly number[];
  readonly place: Readonly<Record<SimpleRule, number | null>>;
  /** Place under the weights of the other question, who would do the work: they have never seen this project. */
  readonly asWork: number | null;
}

/** Who was named when somebody wrote a hand-over down: asked just before its commit, judged by weights that had never seen these people. */
export const HANDOVERS: Suite<readonly Asked[]> = {
  name: 'handovers',
  version: 2,
  question: 'When a hand-over was written down, did the list hold who was named?',
  repositories: 'named',
  columns: ['date', 'commit', 'removed', 'added', 'kept', 'path_patterns'],
  steps,
  conclude,
};

function steps({ projects, data }: SuiteInput): readonly Step<readonly Asked[]>[] {
  const handovers = readHandovers(data?.text ?? '');
  const commits = [...new Set(handovers.map(({ commit }) => commit))];
  return commits.flatMap((commit) => {
    const project = projects.findIndex(({ holds }) => holds.includes(commit.toLowerCase()));
    const own = handovers.filter((handover) => handover.commit === commit);
    if (project < 0) return [];
    return [
      {
        key: commit,
        label: `${projects[project]!.name} ${own[0]!.date}`,
        project,
        weight: 1,
        run: (opened) =>
          [...handoverTrials(openPast(opened!), own)].map(({ handover, trial }) => askedOf(handovers.indexOf(handover), trial)),
      },
    ];
  });
}

function askedOf(row: number, trial: Parameters<typeof choicesOf>[0]): Asked {
  const [choice] = choicesOf(trial, SHAPES.handover);
  const asWork = judgeTrial(trial, SUCCESSOR_COEFFICIENTS.work)[0]!.place[RANKER];
  const rows = Array.from(choice!.rows, (figure) => Number(figure.toPrecision(6)));
  return { row, rows, wanted: choice!.wanted, place: placesOfRules(trial, trial.asks[0]!), asWork };
}

/** Fewest earlier hand-overs to fit on when only earlier years may teach. */
const FEWEST = 30;

function conclude(pieces: readonly (readonly Asked[])[], input: SuiteInput): SuiteReport {
  const handovers = readHandovers(input.data?.text ?? '');
  const asked = pieces.flat().sort((a, b) => a.row - b.row);
  const group = togetherByPeople(handovers);
  const groupOf = (at: number): string => String(group[asked[at]!.row]);
  const yearOf = (at: number): string => handovers[asked[at]!.row]!.date.slice(0, 4);
  const choices = asked.map((one, at) => choiceOf(one, groupOf(at)));
  const places = [...asked.keys()];
  const others: TeachersOf = (at) => ({ key: groupOf(at), teachers: places.filter((other) => groupOf(other) !== groupOf(at)) });
  const earlier: TeachersOf = (at) => {
    const teachers = places.filter((other) => yearOf(other) < yearOf(at));
    return teachers.length < FEWEST ? undefined : { key: yearOf(at), teachers };
  };
  const byPeople = casesOf({ asked, unseen: crossFit(choices, ({ group: own }) => own, others), groupOf, seed: input.seed });
  const byYears = casesOf({ asked, unseen: crossFit(choices, ({ group: own }) => own, earlier), groupOf, seed: input.seed });
  return reportOf({ byPeople, byYears, handovers, asked: asked.length });
}

function choiceOf({ rows, wanted }: Asked, group: string): Choice {
  const width = SHAPES.handover.names.length + SHAPES.handover.nobody;
  return { project: '', group, level: 'all', rows: Float32Array.from(rows), taken: wanted[0] ?? rows.length / width - 1, wanted };
}

interface Judged {
  readonly cases: TrialCases;
  readonly asWork: readonly (number | null)[];
  readonly unseen: readonly Unseen[];
}

interface ToJudge {
  readonly asked: readonly Asked[];
  readonly unseen: readonly (Unseen | undefined)[];
  readonly groupOf: (at: number) => string;
  readonly seed: number;
}

/** Only those that could be judged, so that every way to answer is measured on the same cases. */
function casesOf({ asked, unseen, groupOf, seed }: ToJudge): Judged {
  const kept = [...asked.keys()].filter((at) => unseen[at] !== undefined);
  const simple = Object.fromEntries(SIMPLE_RULES.map(({ name }) => [name, kept.map((at) => asked[at]!.place[name])])) as Record<
    SimpleRule,
    (number | null)[]
  >;
  const place: TrialCases['place'] = { [RANKER]: kept.map((at) => unseen[at]!.place), ...simple };
  return {
    cases: { place, cluster: kept.map(groupOf), seed },
    asWork: kept.map((at) => asked[at]!.asWork),
    unseen: kept.map((at) => unseen[at]!),
  };
}

interface Whole {
  readonly byPeople: Judged;
  readonly byYears: Judged;
  readonly handovers: readonly Handover[];
  readonly asked: number;
}

function reportOf({ byPeople, byYears, handovers, asked }: Whole): SuiteReport {
  const over = (figures: readonly Figure[]): readonly Figure[] =>
    figures.map((figure) => ({ ...figure, over: 'people who hang together' }));
  const figures = [
    ...over(placeFigures(byPeople.cases, (figure) => figure)),
    ...over(byYears.unseen.length === 0 ? [] : placeFigures(byYears.cases, (figure) => `${figure}Later`)),
    ...over([{ name: 'ceiling', by: 'whoever knew everything', ours: false, better: 'higher', estimate: ceilingOf(byPeople.cases) }]),
    ...over(otherQuestion(byPeople)),
    ...over(leads(byPeople.cases)),
    ...calibration(byPeople),
  ];
  return {
    suite: 'handovers',
    reading: readingOf(byPeople, byYears),
    figures: asked === 0 ? [] : figures,
    bars: asked === 0 ? [] : barsOf(byPeople.cases),
    plots:
      asked === 0
        ? []
        : [placesPlot(byPeople.cases, { key: 'handovers-places', title: 'Hand-overs: how far down the list one must look' })],
    negative: NEGATIVE,
    leftOut: leftOutOf(handovers.length - asked),
    notJudged: [],
    method: METHOD,
  };
}

function otherQuestion({ cases, asWork }: Judged): readonly Figure[] {
  const figures = rankFigures({ place: asWork.map((place) => place ?? Infinity), cluster: cases.cluster }, { seed: cases.seed });
  return Object.entries(figures).map(([name, estimate]) => ({
    name,
    by: 'successors, asked who would do the work',
    ours: false,
    better: 'higher',
    estimate,
  }));
}

function leads(cases: TrialCases): readonly Figure[] {
  return (['top1', 'mrr'] as const).map((figure) => {
    const { by, estimate } = narrowestLead(cases, figure);
    return { name: `${figure}Lead`, by: `successors, against "${by}", which comes nearest`, ours: true, better: 'higher', estimate };
  });
}

function calibration({ unseen }: Judged): readonly Figure[] {
  const is = (true_: boolean): number => (true_ ? 1 : 0);
  const first = { name: 'first', main: true, said: unseen.map((one) => one.first), came: unseen.map(({ place }) => is(place === 1)) };
  const nobody = {
    name: 'nobody',
    main: false,
    said: unseen.map((one) => one.nobody),
    came: unseen.map(({ place }) => is(place === null)),
  };
  return [calibrationFigure(first, 'ece'), calibrationFigure(nobody, 'eceNobody')];
}

function mrrOf({ place }: TrialCases): number {
  return place[RANKER].reduce<number>((sum, at) => sum + (at === null ? 0 : 1 / at), 0) / Math.max(1, place[RANKER].length);
}

function readingOf({ cases }: Judged, later: Judged): string {
  const n = cases.cluster.length;
  if (n === 0) return 'None of the hand-overs names files of a repository given.';
  const share = (k: number): string => percentOf(cases.place[RANKER].filter((at) => at !== null && at <= k).length / n);
  const best = bestSimpleRule(cases, 'mrr');
  const forward =
    later.unseen.length === 0
      ? ''
      : `; fitted on earlier years only, MRR ${mrrOf(later.cases).toFixed(2)} on ${counted(later.unseen.length, 'later one')}`;
  return `On ${counted(n, 'hand-over')} judged by weights that had not seen these people, the first candidate was named in ${share(1)}, the first three held them in ${share(3)} (ceiling ${percentOf(ceilingOf(cases).value)}); MRR ${mrrOf(cases).toFixed(2)}, best simple rule ("${best.by}") ${best.value.toFixed(2)}${forward}.`;
}

function barsOf(cases: TrialCases): readonly Bar[] {
  const mrr = mrrOf(cases);
  const lead = narrowestLead(cases, 'mrr').estimate;
  const why = mrr < 0.4 ? { why: WHY } : {};
  return [
    { kind: 'gate', says: 'lower end of the lead over every simple rule, MRR, at least 0', measured: lead.low, bound: 0, better: 'higher' },
    { kind: 'aim', says: 'MRR, at least 0.40', measured: mrr, bound: 0.4, better: 'higher', ...why },
  ];
}

const WHY = 'Who is asked to carry on is agreed outside the history.';
const NEGATIVE: readonly string[] = [
  'Fitted on earlier years only, with fewer hand-overs to learn from, the figures are lower (those that end in Later).',
  'The features were chosen on the same hand-overs, leaving groups of people out; their choice may flatter the figures a little, the weights cannot.',
  'One project: nothing says that others choose alike. The other question (who would do the work) is no substitute here, nor this one there.',
];

function leftOutOf(count: number): readonly LeftOut[] {
  return count === 0
    ? []
    : [
        {
          what: 'hand-overs',
          count,
          unit: 'rows',
          why: 'No repository given holds the commit, or they name no file that a person led then.',
        },
      ];
}

const METHOD = [
  'Asked at the parent of the commit that wrote the hand-over down: history, paths, limits and identities as of then. Who stayed on is no candidate; people are matched by the names in the file.',
  'Weights: the shipped ones are fitted on all hand-overs, so these figures are not theirs: for every group of hand-overs that share people, directly or through others, the same model is fitted on all other groups. Figures that end in Later are fitted on earlier calendar years only, at least 30 hand-overs.',
  'Candidates with hardly any presence (below 0.5 %) and no kinship of paths (below 0.02) stand behind all others.',
  'Intervals: groups of hand-overs that share people drawn with replacement, 2,000 times.',
];
