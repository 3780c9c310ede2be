import { naturalAbsences } from '#core/absence/natural-absences.ts';
import { historicalLeavers } from '#core/cascade/historical-leavers.ts';
import { LEAVER_KINDS, type LeaverKind, type LeaverLoss } from '#core/cascade/leaver-loss.ts';
import { replayedLeavers } from '#core/cascade/replayed-leavers.ts';
import { simulatedLeavers } from '#core/cascade/simulated-leavers.ts';
import { unitOf } from '#core/factor/unit-of.ts';
import { filesAt } from '#core/lookup/path-files.ts';
import type { Answer, Because, Column, NotJudged, Row } from '#core/terms/answer.ts';
import { amountOf, counted, listed, percentOf } from '#core/terms/figures.ts';
import { envelope } from '#core/world/envelope.ts';
import { judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';

export interface LeaversInput {
  /** A folder or file; the whole where nothing is said. */
  readonly path?: string | undefined;
  /** One kind only; all beside each other where nothing is said. */
  readonly kind?: LeaverKind | undefined;
}

export interface LeaversValue {
  /** By kind; null where there is no case of it. */
  readonly leavers: Readonly<Partial<Record<LeaverKind, LeaverLoss | null>>>;
  /** Share of the work that finds nobody now, with nobody gone. */
  readonly now: number;
}

export interface LeaversRow extends Row {
  readonly leavers: LeaverKind;
  readonly means: string;
  readonly cases: number;
  readonly people: number;
  readonly mostPeople: number;
  readonly before: number;
  readonly expected: number;
  readonly quantile: number;
  readonly tail: number;
}

/** How much would find nobody: by the project's own leavers, by its past absences over again, and by drawn ones, beside each other. */
export function answerLeavers(world: World, { path = '', kind }: LeaversInput = {}): Answer<LeaversValue | null, LeaversRow> {
  const found = judge(world).worst.northStar === null ? null : lossesOf(world, path, kind === undefined ? LEAVER_KINDS : [kind]);
  const rows = Object.values(found?.leavers ?? {}).flatMap((loss) => (loss === null ? [] : [rowOf(loss)]));
  return envelope(world, {
    name: 'leavers',
    question: `How much of the expected work in ${path || 'the whole'} would find nobody when people leave?`,
    value: found,
    reading: readingOf(found, path),
    columns: COLUMNS,
    rows,
    because: found === null ? [] : rows.map(becauseOf),
    method: { name: 'historical, replayed and simulated leavers', version: '1' },
    notJudged: found === null ? [] : missing(found),
  });
}

function lossesOf(world: World, path: string, kinds: readonly LeaverKind[]): LeaversValue | null {
  const { evidence, partition, settings, at } = world;
  const { landscape } = judge(world);
  const inside = new Set(filesAt(evidence, path));
  const passes = (file: number): boolean => inside.has(file);
  const unit = unitOf(landscape, passes);
  if (unit.files.length === 0) return null;
  const gaps = (): ReturnType<typeof naturalAbsences> => naturalAbsences(evidence).filter((gap) => gap.from <= at);
  const simulated = simulatedLeavers(landscape, unit, settings);
  const ask: Readonly<Record<LeaverKind, () => LeaverLoss | null>> = {
    historical: () => historicalLeavers({ evidence, partition, settings, at, passes }),
    replayed: () => replayedLeavers({ landscape, unit, gaps: gaps() }),
    simulated: () => simulated,
  };
  return { leavers: Object.fromEntries(kinds.map((kind) => [kind, ask[kind]()])), now: simulated.before };
}

const UNIT: Readonly<Record<LeaverKind, string>> = { historical: 'half-year', replayed: 'fortnight', simulated: 'draw' };
const MEANS: Readonly<Record<LeaverKind, string>> = {
  historical: 'who left in past half-years, and what that left with nobody then',
  replayed: 'the absences of the past two years over again, on today’s work',
  simulated: 'everybody still here or gone by their presence, drawn by lot',
};

function rowOf({ kind, cases, people, mostPeople, before, expected, quantile, tail }: LeaverLoss): LeaversRow {
  return { leavers: kind, means: MEANS[kind], cases, people, mostPeople, before, expected, quantile, tail, because: kind };
}

function readingOf(found: LeaversValue | null, path: string): string {
  const place = path || 'the whole';
  if (found === null) return `Too little history to say what leavers would cost ${place}.`;
  const said = Object.values(found.leavers).flatMap((loss) => (loss === null ? [] : [sayLoss(loss)]));
  return `In ${place} ${percentOf(found.now)} of the expected work finds nobody today. ${said.join(' ') || 'There is no case of these leavers.'}`;
}

function sayLoss({ kind, cases, expected, quantile, tail }: LeaverLoss): string {
  const worst =
    cases < 20 ? `${percentOf(tail)} in the worst` : `${percentOf(quantile)} in one of twenty, ${percentOf(tail)} on average beyond that`;
  const figures = `${percentOf(expected)} on average, ${worst}`;
  const said: Readonly<Record<LeaverKind, string>> = {
    historical: `After its own leavers of ${counted(cases, 'half-year')}: ${figures}.`,
    replayed: `With the absences of the past ${counted(cases, 'fortnight')} over again: ${figures}.`,
    simulated: `With leavers drawn by lot: ${figures}.`,
  };
  return said[kind];
}

function becauseOf({ leavers: kind, means, cases, people, mostPeople, before, expected, quantile, tail }: LeaversRow): Because {
  const formulas: Readonly<Record<LeaverKind, string>> = {
    historical:
      '1 − carried, judged at the start of each half-year from what was known then, without those who were likely here and whose last act of all lies in it',
    replayed: '1 − carried today without those of today who were in a natural absence on at least seven days of that fortnight',
    simulated:
      '1 − carried, in draws in which everybody is still here or gone by their presence and the calibration is shifted for all together',
  };
  return {
    id: kind,
    claim: `${percentOf(expected)} would find nobody on average over ${counted(cases, UNIT[kind])}: ${means}.`,
    formula: formulas[kind],
    inputs: [
      { name: 'cases', value: cases, unit: UNIT[kind] },
      { name: 'people gone, on average', value: amountOf(people) },
      { name: 'people gone, at most', value: mostPeople },
      { name: 'found nobody before they went', value: percentOf(before) },
      { name: '95 % quantile', value: percentOf(quantile) },
      { name: 'mean beyond it', value: percentOf(tail) },
    ],
    evidence: [],
    wouldChange: ['A second person taking part where one carries alone.'],
    confidence: cases < 20 ? `${counted(cases, 'case')}: the 95 % value is simply the worst of them` : counted(cases, 'case'),
    method: `leavers/1, ${kind}`,
  };
}

function missing({ leavers }: LeaversValue): readonly NotJudged[] {
  const none = Object.entries(leavers).flatMap(([kind, loss]) => (loss === null ? [kind] : []));
  if (none.length === 0) return [];
  return [
    {
      facet: 'area',
      what: `${listed(none)} leavers`,
      why: 'The history is shorter than a year and a half, nothing was expected here then, or nobody who is here today broke their own rhythm in two years.',
      remedy: 'Wait for more history; simulated leavers need none.',
    },
  ];
}

const COLUMNS: readonly Column[] = [
  { key: 'leavers', label: 'Leavers', kind: 'text', meaning: 'Whose leaving is looked at.' },
  { key: 'means', label: 'What it means', kind: 'text', wraps: true, meaning: 'Where the leavers come from.' },
  { key: 'cases', label: 'Cases', kind: 'count', meaning: 'Half-years, fortnights or draws.' },
  { key: 'people', label: 'Gone', kind: 'number', meaning: 'People gone in a case, on average.' },
  { key: 'mostPeople', label: 'At most', kind: 'count', meaning: 'People gone in one case, at most.', detail: true },
  { key: 'before', label: 'Before', kind: 'probability', meaning: 'Share of the expected work that found nobody before they went.' },
  {
    key: 'expected',
    label: 'On average',
    kind: 'probability',
    meaning: 'Share of the expected work that finds nobody, on average over the cases.',
  },
  { key: 'quantile', label: '95 %', kind: 'probability', meaning: 'Share in one case of twenty; with fewer cases in the worst one.' },
  { key: 'tail', label: 'Beyond', kind: 'probability', meaning: 'Share on average over the cases from the 95 % value on.' },
];
