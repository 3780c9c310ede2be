import type { Answer, Because, Column, NotJudged, Row } from '#core/terms/answer.ts';
import { counted, listed } from '#core/terms/figures.ts';
import { type Bar, isHeld, type SuiteReport } from '#core/terms/suite-report.ts';

/** What the evaluation found, and of what. */
export interface Evaluation {
  readonly reports: readonly SuiteReport[];
  /** Suites that could not be asked, each with what it lacks. */
  readonly unjudged: readonly NotJudged[];
  readonly heads: Answer['asOf']['heads'];
  /** Data files by name, with the beginning of their SHA-256. */
  readonly data: readonly { readonly name: string; readonly sha256: string }[];
  readonly seed: number;
  readonly version: string;
  /** Milliseconds since epoch. */
  readonly now: number;
}

/** Figures of the product's own method by name; per suite where several ran. */
type Values = Readonly<Record<string, number>> | Readonly<Record<string, Readonly<Record<string, number>>>>;

export function answerEvaluate(evaluation: Evaluation): Answer<Values> {
  const { reports, unjudged, heads, data, seed, version, now } = evaluation;
  const values = reports.map((report) => [report.suite, valuesOf(report)] as const);
  return {
    schema: 'understudy/evaluate/1',
    question: 'How often is Understudy right?',
    value: values.length === 1 ? values[0]![1] : Object.fromEntries(values),
    reading: readingOf(reports, unjudged),
    columns: COLUMNS,
    rows: reports.flatMap(rowsOf),
    because: reports.map(becauseOf),
    method: { name: 'evaluation', version: '1', settings: { seed, understudy: version, ...dataSettings(data) } },
    asOf: { at: new Date(now).toISOString(), heads },
    leftOut: reports.flatMap((report) => report.leftOut),
    notJudged: [...unjudged, ...reports.flatMap((report) => report.notJudged)],
  };
}

/** Gates that were missed, as sentences. */
export function missedGates(reports: readonly SuiteReport[]): readonly string[] {
  return reports.flatMap(({ suite, bars }) =>
    bars.filter((bar) => bar.kind === 'gate' && !isHeld(bar)).map((bar) => `${suite}: ${bar.says} (measured ${bar.measured.toFixed(3)})`),
  );
}

function valuesOf({ figures }: SuiteReport): Readonly<Record<string, number>> {
  const own = figures.filter(({ ours }) => ours);
  const n = own[0]?.estimate.n;
  // Where a suite measures several projects apart, the first is the one it is held to.
  return { ...Object.fromEntries(own.toReversed().map(({ name, estimate }) => [name, estimate.value])), ...(n === undefined ? {} : { n }) };
}

function readingOf(reports: readonly SuiteReport[], unjudged: readonly NotJudged[]): string {
  if (reports.length === 0) return `Nothing was judged: there was not what it takes for ${listed(unjudged.map(({ what }) => what))}.`;
  const missed = missedGates(reports);
  const gates = reports.flatMap(({ bars }) => bars.filter(({ kind }) => kind === 'gate')).length;
  const held =
    gates === 0 ? 'no gate could be judged' : missed.length === 0 ? `${counted(gates, 'gate')} held` : `gates missed: ${missed.join('; ')}`;
  const sentences = reports.length === 1 ? reports[0]!.reading : `${counted(reports.length, 'suite')} were judged.`;
  return `${sentences} ${held.charAt(0).toUpperCase()}${held.slice(1)}.`;
}

const COLUMNS: readonly Column[] = [
  { key: 'suite', label: 'Suite', kind: 'text', meaning: 'What was asked.' },
  {
    key: 'figure',
    label: 'Figure',
    kind: 'text',
    wraps: true,
    meaning: 'The field’s name of the figure, or the bound that it is held to.',
  },
  { key: 'by', label: 'By', kind: 'text', wraps: true, meaning: 'Who answered: ours, or what it is compared with.' },
  { key: 'estimate', label: 'Value', kind: 'estimate', unit: 'score', meaning: 'The figure with its 95 % interval.' },
  { key: 'better', label: 'Better', kind: 'text', detail: true, meaning: 'Whether a higher or a lower figure is better.' },
  { key: 'n', label: 'Cases', kind: 'count', meaning: 'Cases behind it.' },
  { key: 'held', label: 'Bound', kind: 'text', meaning: 'Whether a gate or an aim is met.' },
];

function rowsOf({ suite, figures, bars }: SuiteReport): readonly Row[] {
  const measured = figures.map(({ name, by, ours, better, estimate }) => ({
    suite,
    figure: name,
    by: ours ? `ours: ${by}` : by,
    estimate,
    better,
    n: estimate.n ?? null,
    held: '',
    because: suite,
  }));
  return [...measured, ...bars.map((bar) => barRow(suite, bar))];
}

function barRow(suite: string, bar: Bar): Row {
  const { kind, says, measured, better } = bar;
  const estimate = { value: measured, low: measured, high: measured, level: 1 };
  return { suite, figure: says, by: 'ours', estimate, better, n: null, held: `${kind} ${isHeld(bar) ? 'held' : 'missed'}`, because: suite };
}

function becauseOf({ suite, reading, method, bars, negative, figures }: SuiteReport): Because {
  const [formula = reading, ...rest] = method;
  return {
    id: suite,
    claim: reading,
    formula,
    inputs: figures.filter(({ ours }) => ours).map(({ name, estimate }) => ({ name, value: estimate.value })),
    evidence: [],
    wouldChange: [...bars.flatMap(({ says, why }) => (why === undefined ? [] : [`${says}: ${why}`])), ...negative],
    confidence: rest.at(-1) ?? 'Intervals hold 95 %.',
    method: `${suite}/1`,
  };
}

function dataSettings(data: Evaluation['data']): Readonly<Record<string, string>> {
  return Object.fromEntries(data.map(({ name, sha256 }) => [`data ${name}`, sha256.slice(0, 16)]));
}
