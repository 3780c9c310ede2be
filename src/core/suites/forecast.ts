import type { Step, Suite, SuiteInput } from '#core/evaluation/suite.ts';
import { casesOf, isWarned, type JudgedCase, wasFitted } from '#core/hindsight/judged-cases.ts';
import { type LookedBack, lookBack } from '#core/hindsight/look-back.ts';
import { BASE_RATE, OURS, TO_BEAT } from '#core/hindsight/ways-to-warn.ts';
import type { NotJudged } from '#core/terms/answer.ts';
import { counted, listed, percentOf, percentWithBand } from '#core/terms/figures.ts';
import type { Bar, Figure, SuiteReport } from '#core/terms/suite-report.ts';
import { effectFigures, PERFECT, warningFigures } from '#core/hindsight/forecast-figures.ts';
import { cameTrue, kindsOfArea, kindsPlot, reliabilityPlot } from '#core/hindsight/forecast-plots.ts';

interface Found extends LookedBack {
  readonly repository: string;
}

/** Forecasts of a fortnight, looked back at on every gap that history holds. */
export const FORECAST: Suite<LookedBack> = {
  name: 'forecast',
  version: 2,
  question: 'When somebody was away, how often did an area slow down as it was said?',
  repositories: 'some',
  steps: ({ projects }) => projects.map(stepOf),
  conclude,
};

function stepOf({ name }: SuiteInput['projects'][number], project: number): Step<LookedBack> {
  return { key: 'look back', label: name, project, weight: 1, run: (opened) => lookBack(opened!) };
}

/** So many projects that the map has not seen are needed before bounds are held; one team's history is no test of a method. */
const LEAST_PROJECTS = 5;
/** So many warnings are needed before a share of them says anything. */
const LEAST_WARNINGS = 20;
/** An area is warned of from an even chance. */
const WARNS_FROM = 0.5;
const AIM = 0.05;

function conclude(pieces: readonly LookedBack[], { projects, seed }: SuiteInput): SuiteReport {
  const found = pieces.map((piece, step) => ({ ...piece, repository: projects[step]!.name }));
  const unseen = found.filter((one) => !wasFitted(one));
  const chosen = unseen.length > 0 ? unseen : found;
  const cases = chosen.flatMap((one) => casesOf(one, one.repository));
  const warned = cases.filter(isWarned);
  const figures = warned.length === 0 ? [] : [...warningFigures({ cases, seed }), ...effectFigures({ cases, seed })];
  return {
    suite: 'forecast',
    reading: readingOf(warned, chosen, unseen.length > 0),
    figures,
    bars: warned.length === 0 || unseen.length < LEAST_PROJECTS ? [] : barsOf(figures),
    plots: warned.length === 0 ? [] : [reliabilityPlot(cases), kindsPlot(cases)],
    negative: warned.length === 0 ? [] : [...offKinds(cases), ...effectSentences(figures), ...beatenBy(figures)],
    leftOut: [],
    notJudged: unjudged(found, unseen),
    method: METHOD,
  };
}

/** How often such warnings came true: the sentence that a team reads about its own history. */
function readingOf(warned: readonly JudgedCase[], found: readonly Found[], unseen: boolean): string {
  const gaps = found.reduce((sum, one) => sum + one.found, 0);
  if (warned.length === 0)
    return `${counted(gaps, 'absence')} of ten working days or more found, none of somebody who leads an area with enough changes: nothing can be said.`;
  const absences = counted(new Set(warned.map(({ absence }) => absence)).size, 'absence');
  const given = warned.filter((one) => OURS.says(one) >= WARNS_FROM),
    held = warned.filter((one) => OURS.says(one) < WARNS_FROM);
  const tail = unseen ? '' : ' The map was fitted on these very histories, so this shows how well it fits, not how well it foresees.';
  if (given.length === 0) return `In ${absences} no area was warned of; ${timesOf(held)} slowed all the same.${tail}`;
  const few = given.length < LEAST_WARNINGS ? ' These are too few to say how good such warnings are here.' : '';
  const elsewhere =
    held.length === 0 ? ' Every area that they had a part in was warned of.' : ` Where there was no warning, ${timesOf(held)} slowed.`;
  return `In ${absences} there ${given.length === 1 ? 'was' : 'were'} ${counted(given.length, 'warning')} that an area would slow; ${trueOf(given)} came true (${percentWithBand(cameTrue(given))}).${elsewhere}${few}${tail}`;
}

function trueOf(cases: readonly JudgedCase[]): number {
  return cases.reduce((sum, one) => sum + one.slowed, 0);
}

function timesOf(cases: readonly JudgedCase[]): string {
  return `${trueOf(cases)} of ${counted(cases.length, 'area')} (${percentWithBand(cameTrue(cases))})`;
}

function barsOf(figures: readonly Figure[]): readonly Bar[] {
  const valueOf = (name: string, by: string): number => figures.find((figure) => figure.name === name && figure.by === by)!.estimate.value;
  const brier = valueOf('brier', OURS.by),
    ece = valueOf('ece', OURS.by);
  const gates = [...TO_BEAT, BASE_RATE].map(
    (way): Bar => ({
      kind: 'gate',
      says: `Brier score better than: ${way.by}`,
      measured: brier,
      bound: valueOf('brier', way.by),
      better: 'lower',
    }),
  );
  const why =
    ece <= AIM
      ? {}
      : {
          why: `By chance alone a perfect forecast would show ${valueOf('ece', PERFECT).toFixed(3)} on as many areas; the rest is that projects differ: in some, areas slow more in absences than in the fitting half.`,
        };
  return [
    ...gates,
    { kind: 'aim', says: `ECE of calibrated slowdowns at most ${AIM}`, measured: ece, bound: AIM, better: 'lower', ...why },
  ];
}

/** Kinds of area of which the forecast is off by more than a tenth. */
function offKinds(cases: readonly JudgedCase[]): readonly string[] {
  return kindsOfArea(cases)
    .filter(({ point: { x, y }, n }) => Math.abs(x - y) > 0.1 && n >= LEAST_WARNINGS)
    .map(({ kind, point: { x, y }, n }) => `Areas: ${kind}: said ${percentOf(x)}, ${percentOf(y)} slowed (${n}).`);
}

function effectSentences(figures: readonly Figure[]): readonly string[] {
  const told = (name: string, by: string): string =>
    percentWithBand(figures.find((figure) => figure.name === name && figure.by === by)!.estimate);
  const led = 'areas that the absent led',
    other = 'areas that they had no part in';
  return [
    `Most of the effect is the absent’s own work, which is missing by definition. From the others came ${told('othersKept', `${led}, away`)} of what their part of the recent changes promised in areas that the absent led, ${told('othersKept', `${led}, there`)} in placebos; in areas without a part of theirs ${told('othersKept', `${other}, away`)} and ${told('othersKept', `${other}, there`)}. Had the others filled in, the first would be above 100 %; what the season does shows in the last two.`,
    `Counting only the others, where two changes or more are theirs: ${told('othersSlowed', `${led}, away`)} of the areas that the absent led slowed, ${told('othersSlowed', `${led}, there`)} in placebos.`,
  ];
}

/** Trivial ways that are ahead of ours in Brier score. */
function beatenBy(figures: readonly Figure[]): readonly string[] {
  const brier = figures.filter(({ name }) => name === 'brier');
  const ours = brier.find((figure) => figure.ours)!.estimate.value;
  const ahead = brier.filter((figure) => !figure.ours && figure.estimate.value < ours).map(({ by }) => by);
  return ahead.length === 0 ? [] : [`In Brier score these are ahead of ours: ${listed(ahead)}.`];
}

function unjudged(found: readonly Found[], unseen: readonly Found[]): readonly NotJudged[] {
  const seen = found.filter((one) => !unseen.includes(one)).map(({ repository }) => repository);
  if (seen.length === 0 || unseen.length === 0) return [];
  return [
    {
      facet: 'suite',
      what: `${counted(seen.length, 'repository', 'repositories')} that the map was fitted on`,
      why: `Figures speak only of histories that it has not seen; left aside: ${listed(seen)}.`,
      remedy: 'Give repositories of your own with `--repo PATH`.',
    },
  ];
}

const METHOD = [
  'Every surprising gap of fourteen days or more (ten working days) of somebody who leads an area: a third of its changes in the half year before, or of its cover. At most 100 gaps per repository, spread evenly over its history.',
  'Said on the first day of the gap from the history as it stood at the last commit before it: identities, renames and boundaries of then; `.mailmap`, attributes and file sizes are those of today. Every window stands on its own cut: none is shared between gaps.',
  'An area slowed when fewer than half of the changes that its demand forecast expected (two at least) were written in the fourteen days, by anybody. Files that came later count in the area of then around their path.',
  'Placebo: the same person, the nearest fortnight 28 to 183 days away that begins after an act of theirs and has an act in each week.',
  'The map was fitted on the fitting half of the frozen split and two further repositories; figures are of other repositories only. Trivial warnings may say the two shares that suit them best on the fitting half.',
  'Intervals: projects drawn with replacement, 500 times; absences where there is one project.',
];
