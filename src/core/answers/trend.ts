import { type TrendPoint, monthStarts, trendPoint } from '#core/absence/trend.ts';
import type { Answer, Column, Row } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { counted, percentOf, percentWithBand } from '#core/terms/figures.ts';
import { dateOf } from '#core/terms/moment.ts';
import { envelope } from '#core/world/envelope.ts';
import { findArea } from '#core/lookup/find-area.ts';
import type { World } from '#core/world/world.ts';

export interface TrendInput {
  /** One area; otherwise the whole. */
  readonly area?: string | undefined;
  /** How many months back; default 24. */
  readonly months?: number | undefined;
}

/** One month: what would still have been carried, as it looked then. */
export interface TrendRow extends Row {
  readonly month: string;
  readonly carried: Estimate | null;
  readonly verdict: string | null;
  readonly expected: Estimate | null;
  readonly stops: number;
  readonly degrades: number;
  readonly because: string;
}

export interface TrendValue {
  readonly first: Estimate | null;
  readonly last: Estimate | null;
  /** Sentences: which areas moved the figure between the first and the last month, largest first. */
  readonly moved: readonly string[];
}

const MONTHS = 24;

/** How the figure came to be: month by month, each judged only from what was known then. */
export function answerTrend(world: World, input: TrendInput = {}): Answer<TrendValue, TrendRow> {
  const steps = trendInSteps(world, input);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, stopping after each month: whoever serves others too may do that in between, or give up. */
export function* trendInSteps(world: World, { area, months = MONTHS }: TrendInput = {}): Generator<void, Answer<TrendValue, TrendRow>> {
  const row = area === undefined ? null : findArea(world.partition, area);
  const points: TrendPoint[] = [];
  for (const at of trendMoments(world, months)) {
    points.push(trendPoint({ ...world, at }));
    yield;
  }
  return trendAnswer(world, { row, points });
}

/** The moments that `answerTrend` judges; for a caller that takes them one by one. */
export function trendMoments({ evidence, at }: World, months = MONTHS): readonly number[] {
  return monthStarts({ from: evidence.commits.at[0] ?? at, at, months });
}

/** The answer from points that were judged already, oldest first. */
export function trendAnswer(
  world: World,
  { row, points }: { readonly row: number | null; readonly points: readonly TrendPoint[] },
): Answer<TrendValue, TrendRow> {
  const rows = points.map((point) => rowOf(point, row));
  const known = points.filter((_, i) => rows[i]!.carried !== null);
  const value = {
    first: rows.find(({ carried }) => carried !== null)?.carried ?? null,
    last: rows.findLast(({ carried }) => carried !== null)?.carried ?? null,
    moved: row === null && known.length > 1 ? movedBy(world, known[0]!, known.at(-1)!) : [],
  };
  return envelope(world, {
    name: 'trend',
    question: `How did ${row === null ? 'the work that any one absence leaves carried' : nameAt(world, row)} come to be where it is?`,
    value,
    reading: readingOf(value, rows),
    columns: COLUMNS.filter(({ key }) => (row === null ? key !== 'verdict' && key !== 'expected' : key !== 'stops' && key !== 'degrades')),
    rows,
    because: rows.map((r, i) => becauseOf({ world, row, point: points[i]!, shown: r })),
    method: { name: 'month by month, worst single absence', version: '1' },
  });
}

const COLUMNS: readonly Column[] = [
  { key: 'month', label: 'As of', kind: 'date', meaning: 'The day on which it is judged; nothing after it is seen.' },
  {
    key: 'carried',
    label: 'Still carried',
    kind: 'estimate',
    unit: 'share',
    meaning: 'Share of the expected work still carried in the worst single absence, as it looked that day.',
  },
  { key: 'verdict', label: 'Verdict', kind: 'text', meaning: 'Of the area, that day.' },
  { key: 'expected', label: 'Changes', kind: 'estimate', meaning: 'Changes expected in the days of the absence, as it looked that day.' },
  { key: 'stops', label: 'Stop', kind: 'count', meaning: 'Areas that would have stopped.' },
  { key: 'degrades', label: 'Degrade', kind: 'count', meaning: 'Areas that would have degraded.' },
];

function rowOf({ at, northStar, areas }: TrendPoint, row: number | null): TrendRow {
  const own = row === null ? undefined : areas[row]!;
  const judged = own !== undefined && own.verdict !== 'not judged';
  return {
    month: dateOf(at),
    carried: own === undefined ? northStar : judged ? own.served : null,
    verdict: own?.verdict ?? null,
    expected: judged ? own.expected : null,
    stops: (own ? [own] : areas).filter(({ verdict }) => verdict === 'stops').length,
    degrades: (own ? [own] : areas).filter(({ verdict }) => verdict === 'degrades').length,
    because: dateOf(at),
  };
}

/** The three areas whose uncarried work changed most, in the direction of the whole change or against it. */
function movedBy(world: World, first: TrendPoint, last: TrendPoint): readonly string[] {
  const changes = world.partition.areas.map((_, area) => ({ area, gained: first.uncarried[area]! - last.uncarried[area]! }));
  return changes
    .filter(({ gained }) => Math.abs(gained) >= 0.005)
    .sort((a, b) => Math.abs(b.gained) - Math.abs(a.gained))
    .slice(0, 3)
    .map(
      ({ area, gained }) =>
        `${nameAt(world, area)}: ${gained > 0 ? 'less' : 'more'} of the work there depends on one absence, ${gained > 0 ? '+' : '−'}${percentOf(Math.abs(gained))} of all work carried.`,
    );
}

function nameAt({ partition }: World, row: number): string {
  return partition.areas[row]!.name;
}

function readingOf({ first, last }: TrendValue, rows: readonly TrendRow[]): string {
  if (first === null || last === null) return 'No month has enough history to be judged.';
  const from = rows.find(({ carried }) => carried === first)!.month;
  const overlap = first.low <= last.high && last.low <= first.high;
  const now = rows.at(-1)!.month;
  return `${percentWithBand(last)} of the expected work would still be carried on ${now}, ${percentWithBand(first)} on ${from}${overlap ? ': the bands overlap, so this may be no change' : ''}.`;
}

function becauseOf({
  world,
  row,
  point,
  shown,
}: {
  readonly world: World;
  readonly row: number | null;
  readonly point: TrendPoint;
  readonly shown: TrendRow;
}) {
  const carried = shown.carried;
  return {
    id: shown.because,
    claim:
      carried === null
        ? `On ${shown.month} there was too little history to judge.`
        : `On ${shown.month}, ${percentWithBand(carried)} would have been carried in the worst single absence.`,
    formula:
      row === null
        ? 'star = 1 − Σ over areas of weight × (1 − cover + what the one absent person alone adds)'
        : 'carried = cover of the area without the one person whose absence costs it most',
    inputs: [
      { name: 'days', value: world.settings.absenceDays },
      { name: 'areas judged', value: counted(point.areas.filter(({ verdict }) => verdict !== 'not judged').length, 'area') },
    ],
    evidence: [],
    wouldChange: ['Nothing any more: it is judged from what was known that day. Other boundaries of areas would.'],
    confidence: carried === null ? 'not judged' : `${Math.round(carried.level * 100)} % interval`,
    method: 'trend/1',
  };
}
