import { forecastFigures, type ForecastFigure } from '#core/evaluation/forecast-figures.ts';
import type { Step, Suite, SuiteInput } from '#core/evaluation/suite.ts';
import { logOddsOf, sigmoid } from '#core/fitting/fit-logistic.ts';
import { COEFFICIENTS } from '#core/knowledge/coefficients.ts';
import type { NotJudged } from '#core/terms/answer.ts';
import { counted, scoreOf } from '#core/terms/figures.ts';
import type { Bar, Figure, SuiteReport } from '#core/terms/suite-report.ts';
import { sayChoice } from '#core/calibration/choice-of-model.ts';
import { featureRows, type KnowledgeLabel, LABEL_COLUMNS, OWN_FEATURES, readLabels } from '#core/calibration/knowledge-labels.ts';
import { CEILING, KNOWLEDGE_WAYS, OURS, saidByCeiling } from '#core/calibration/knowledge-ways.ts';
import { reliabilityPlot } from './reliability-plot.ts';

/** What every way says of the labels of one system (or of all), in their order. */
interface Said {
  readonly system: string;
  readonly said: Readonly<Record<string, readonly number[]>>;
}

/** Is stated knowledge true? Held to what people say of their own knowledge, one system left out at a time. */
export const CALIBRATION: Suite<Said> = {
  name: 'calibration',
  version: 1,
  question: 'Does a stated probability of knowledge hold, by what people say of themselves?',
  repositories: 'none',
  columns: LABEL_COLUMNS,
  steps: (input) => steps(readLabels(input.data?.text ?? '').labels),
  conclude: (pieces, input) => conclude(pieces, input),
};

const SHIPPED = 'the coefficients as shipped';

function steps(labels: readonly KnowledgeLabel[]): readonly Step<Said>[] {
  if (labels.length === 0) return [];
  const systems = [...new Set(labels.map(({ system }) => system))];
  const whole: Step<Said> = { key: 'all', label: 'the coefficients as shipped', weight: 0.2, run: () => saidOfAll(labels) };
  if (systems.length < 2) return [whole];
  return [
    whole,
    ...systems.map((system): Step<Said> => {
      const left = labels.filter((label) => label.system !== system).length;
      return { key: `without ${system}`, label: `without ${system}`, weight: left / labels.length, run: () => saidWithout(system, labels) };
    }),
  ];
}

function saidOfAll(labels: readonly KnowledgeLabel[]): Said {
  const { intercept, first, own, othersSince, days, lines } = COEFFICIENTS.value;
  const shipped = featureRows(labels, OWN_FEATURES).map((row) =>
    sigmoid(logOddsOf([intercept, first, own, othersSince, days, lines], row)),
  );
  return { system: '', said: { [SHIPPED]: shipped, [CEILING]: saidByCeiling(labels) } };
}

function saidWithout(system: string, labels: readonly KnowledgeLabel[]): Said {
  const seen = labels.filter((label) => label.system !== system);
  const asked = labels.filter((label) => label.system === system);
  return { system, said: Object.fromEntries(KNOWLEDGE_WAYS.map(({ name, learn }) => [name, learn(seen)(asked)])) };
}

function conclude(pieces: readonly Said[], { data, seed }: SuiteInput): SuiteReport {
  const { labels, bad } = readLabels(data?.text ?? '');
  const said = joined(pieces, labels);
  const cases = { outcome: labels.map(({ knows }) => knows), cluster: labels.map(({ system }) => system) };
  const ours = said.has(OURS) ? OURS : SHIPPED;
  const figures = [...said].flatMap(([by, values]) => figuresOf(by, by === ours, forecastFigures({ ...cases, said: values }, { seed })));
  const own = (name: ForecastFigure): number => figures.find((figure) => figure.ours && figure.name === name)!.estimate.value;
  const systems = new Set(cases.cluster).size;
  const enough = labels.length >= ENOUGH.labels && systems >= ENOUGH.systems;
  const sizes = `${counted(labels.length, 'self-rating')} from ${counted(systems, 'system')}`;
  return {
    suite: 'calibration',
    reading: `On ${sizes}, ${ours === OURS ? 'each system judged by what the others said' : 'by the coefficients as shipped'}: AUC ${scoreOf(own('auc'))}, Brier ${scoreOf(own('brier'))}, calibration error ${scoreOf(own('ece'))}.`,
    figures,
    bars: enough ? barsOf(own, figures) : [],
    plots: [
      reliabilityPlot({ ...cases, said: said.get(ours)! }, { by: 'degree of authorship as published', said: labels.map(({ doa }) => doa) }),
    ],
    negative: said.has(OURS) ? sayChoice(said, { ...cases, seed }) : [],
    leftOut:
      bad === 0 ? [] : [{ what: 'rows of the data file', count: bad, unit: 'rows', why: 'A figure is missing or out of its bounds.' }],
    notJudged: enough ? [] : [tooFew(sizes)],
    method: [...METHOD, shippedNote(data?.sha256)],
  };
}

/** Way → what it says, in the order of the labels. */
function joined(pieces: readonly Said[], labels: readonly KnowledgeLabel[]): ReadonlyMap<string, readonly number[]> {
  const names = [...new Set(pieces.toReversed().flatMap(({ said }) => Object.keys(said)))];
  const next = new Map<string, number>();
  const said = new Map(names.map((name) => [name, [] as number[]]));
  for (const label of labels)
    for (const piece of pieces) {
      if (piece.system !== '' && piece.system !== label.system) continue;
      const at = next.get(piece.system) ?? 0;
      for (const [name, values] of Object.entries(piece.said)) said.get(name)!.push(values[at]!);
      next.set(piece.system, at + 1);
    }
  return said;
}

function figuresOf(by: string, ours: boolean, scores: ReturnType<typeof forecastFigures>): readonly Figure[] {
  const figure = (name: ForecastFigure, better: Figure['better']): Figure => ({
    name,
    by,
    ours,
    better,
    estimate: scores[name],
    over: 'systems',
  });
  return [figure('auc', 'higher'), figure('brier', 'lower'), figure('ece', 'lower')];
}

/** With fewer, chance alone crosses the bounds. */
const ENOUGH = { labels: 300, systems: 5 } as const;

function tooFew(sizes: string): NotJudged {
  return {
    facet: 'suite',
    what: 'the bounds of calibration',
    why: `${sizes} are too few to hold a bound to.`,
    remedy: `Give at least ${ENOUGH.labels} rows from at least ${ENOUGH.systems} systems.`,
  };
}

function barsOf(own: (name: ForecastFigure) => number, figures: readonly Figure[]): readonly Bar[] {
  const ceiling = figures.find(({ by, name }) => by === CEILING && name === 'auc')!.estimate.value;
  const why = `Everything that the file holds, published measures and surviving lines included, fitted to the very rows it is asked about with an intercept per system, orders them with ${scoreOf(ceiling)}: what these features say of another system lies below that. People with the same history of a file differ in what they call knowing it.`;
  const bar = (kind: Bar['kind'], name: ForecastFigure, bound: number): Bar => {
    const better = name === 'auc' ? 'higher' : 'lower';
    return {
      kind,
      says: `${name === 'auc' ? 'AUC at least' : name === 'brier' ? 'Brier at most' : 'ECE at most'} ${bound}`,
      measured: own(name),
      bound,
      better,
    };
  };
  return [
    bar('gate', 'auc', 0.7),
    bar('gate', 'brier', 0.22),
    bar('gate', 'ece', 0.06),
    { ...bar('aim', 'auc', 0.76), why },
    {
      ...bar('aim', 'ece', 0.03),
      why: 'A cautious penalty, chosen inside the other systems, keeps the odds near the middle where a new system may lie anywhere.',
    },
  ];
}

function shippedNote(sha256: string | undefined): string {
  const same = sha256 === COEFFICIENTS.provenance.sha256;
  return same
    ? 'The coefficients as shipped were fitted to this very file: their figures here are no forecast, ours are.'
    : 'The coefficients as shipped were fitted to another file; rows that both hold are no forecast.';
}

const METHOD = [
  'Each system is judged by a model fitted to the others only; settings (penalty, number of trees) are chosen among the others, again one left out at a time, the most cautious within one standard error of the best.',
  'A person knows a file where they called themselves able to maintain it: 4 or 5 of 5.',
  'Baselines that are no probabilities are turned into one by a logistic on them alone, fitted the same way.',
  'Intervals: systems drawn with replacement, 2,000 times. One system holds more than half of the published rows, so they are wide.',
];
