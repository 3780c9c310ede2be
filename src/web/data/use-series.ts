import { useEffect, useMemo, useState } from 'react';
import type { FigureColumns, MomentFigures } from '#core/board/moment-figures.ts';
import type { WorldFacts } from '#core/board/facts-of.ts';
import type { TrendRow, TrendValue } from '#core/answers/trend.ts';
import type { Answer } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import type { ChartPoint } from '#web/charts/chart-point.ts';
import type { Asker } from './asker.ts';
import { useCall } from './use-call.ts';
import { useWorld } from './world-context.ts';

/** How one area, or the whole, came to be where it is. */
export interface Series {
  /** Oldest first; in the page the newest are worked out first, so the series grows backwards. */
  readonly carried: readonly ChartPoint[];
  /** Changes expected; of an area only. */
  readonly expected: readonly ChartPoint[];
  readonly span: { readonly from: number; readonly to: number };
  readonly whole: boolean;
  /** Which areas moved the north star; empty until the series is whole. */
  readonly moved: readonly string[];
  readonly problem: Error | null;
}

/** The figures month by month: worked out behind the page and kept for all pages, or told by the server. `null` = the whole. */
export function useSeries(row: number | null): Series {
  const { from } = useWorld();
  const worked = useWorkedOut(row, from === 'page');
  const told = useTold(row, from === 'server');
  return from === 'page' ? worked : told;
}

function useTold(row: number | null, isWanted: boolean): Series {
  const { facts } = useWorld();
  const area = row === null ? null : (facts.areas[row]?.id ?? null);
  const { result, problem } = useCall('trendSoFar', isWanted && (row === null || area !== null) ? { area } : undefined, 'askBehind');
  return useMemo(() => {
    if (result === null) return { ...emptySeries(facts.at), problem };
    const { rows, value } = result as Answer<TrendValue, TrendRow>;
    const points = (of: (month: TrendRow) => Estimate | null): readonly ChartPoint[] =>
      rows.map((month) => pointOf(atOf(month), of(month)));
    return {
      carried: points(({ carried }) => carried),
      expected: points(({ expected }) => expected),
      span: { from: atOf(rows[0]) || facts.at, to: facts.at },
      whole: true,
      moved: value.moved,
      problem: null,
    };
  }, [result, problem, facts.at]);
}

function atOf(month: TrendRow | undefined): number {
  return month === undefined ? 0 : Date.parse(`${month.month}T00:00:00Z`) / 1000;
}

function useWorkedOut(row: number | null, isWanted: boolean): Series {
  const { askBehind, facts } = useWorld();
  const [state, setState] = useState<Months>(() => noMonths(facts.at));
  useEffect(() => {
    if (!isWanted) return;
    const work = begun.get(askBehind) ?? begin(askBehind, facts);
    begun.set(askBehind, work);
    return work.follow(setState);
  }, [askBehind, facts, isWanted]);
  return useMemo(() => {
    const { moments, ...rest } = state;
    if (row === null) return { ...rest, carried: moments.map(({ at, northStar }) => pointOf(at, northStar)), expected: [] };
    const points = (of: (moment: MomentFigures) => FigureColumns): readonly ChartPoint[] =>
      moments.map((moment) => pointAt(moment.at, of(moment), row));
    return { ...rest, carried: points(({ carried }) => carried), expected: points(({ expected }) => expected) };
  }, [state, row]);
}

function pointOf(at: number, estimate: Pick<Estimate, 'value' | 'low' | 'high'> | null): ChartPoint {
  return { at, value: estimate?.value ?? Number.NaN, low: estimate?.low ?? Number.NaN, high: estimate?.high ?? Number.NaN };
}

function pointAt(at: number, { value, low, high }: FigureColumns, row: number): ChartPoint {
  return { at, value: value[row]!, low: low[row]!, high: high[row]! };
}

type Months = Omit<Series, 'carried' | 'expected'> & { readonly moments: readonly MomentFigures[] };

const begun = new WeakMap<Asker, Work>();

interface Work {
  readonly follow: (tell: (months: Months) => void) => () => void;
}

function begin(ask: Asker, facts: WorldFacts): Work {
  const listeners = new Set<(months: Months) => void>();
  let months = noMonths(facts.at);
  const update = (change: Partial<Months>): void => {
    months = { ...months, ...change };
    for (const tell of listeners) tell(months);
  };
  judgeAll(ask, update).catch((problem: unknown) => update({ problem: problem instanceof Error ? problem : new Error(String(problem)) }));
  return {
    follow: (tell) => {
      listeners.add(tell);
      tell(months);
      return () => listeners.delete(tell);
    },
  };
}

async function judgeAll(ask: Asker, update: (change: Partial<Months>) => void): Promise<void> {
  const times = await ask('trendTimes', null);
  update({ span: { from: times[0] ?? 0, to: times.at(-1) ?? 0 } });
  const judged: MomentFigures[] = [];
  for (const at of times.toReversed()) {
    judged.push(await ask('judgeMoment', { at }));
    update({ moments: judged.toReversed() });
  }
  const answer = await ask('trendSoFar', { area: null });
  update({ whole: true, moved: (answer as Answer<TrendValue>).value.moved });
}

function noMonths(at: number): Months {
  return { moments: [], span: { from: at, to: at }, whole: false, moved: [], problem: null };
}

function emptySeries(at: number): Series {
  const { moments: _, ...rest } = noMonths(at);
  return { ...rest, carried: [], expected: [] };
}
