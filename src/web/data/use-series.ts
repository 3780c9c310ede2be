import { useEffect, useState } from 'react';
import type { TrendValue } from '#core/answers/trend.ts';
import type { Answer } from '#core/terms/answer.ts';
import type { Asker } from './asker.ts';
import type { MomentFigures } from '#core/board/moment-figures.ts';
import type { WorldFacts } from '#core/board/facts-of.ts';
import { useWorld } from './world-context.ts';

export interface Series {
  /** Oldest first; the newest are worked out first, so the series grows backwards. */
  readonly moments: readonly MomentFigures[];
  readonly span: { readonly from: number; readonly to: number };
  readonly whole: boolean;
  /** Which areas moved the north star; empty until the series is whole. */
  readonly moved: readonly string[];
  readonly problem: Error | null;
}

const begun = new WeakMap<Asker, Work>();

/** The figures month by month, worked out behind the page and kept for all pages. */
export function useSeries(): Series {
  const { askBehind, facts } = useWorld();
  const [series, setSeries] = useState<Series>(() => emptySeries(facts.at));
  useEffect(() => {
    const work = begun.get(askBehind) ?? begin(askBehind, facts);
    begun.set(askBehind, work);
    return work.follow(setSeries);
  }, [askBehind, facts]);
  return series;
}

interface Work {
  readonly follow: (tell: (series: Series) => void) => () => void;
}

function begin(ask: Asker, facts: WorldFacts): Work {
  const listeners = new Set<(series: Series) => void>();
  let series = emptySeries(facts.at);
  const update = (change: Partial<Series>): void => {
    series = { ...series, ...change };
    for (const tell of listeners) tell(series);
  };
  judgeAll(ask, update).catch((problem: unknown) => update({ problem: problem instanceof Error ? problem : new Error(String(problem)) }));
  return {
    follow: (tell) => {
      listeners.add(tell);
      tell(series);
      return () => listeners.delete(tell);
    },
  };
}

async function judgeAll(ask: Asker, update: (change: Partial<Series>) => void): Promise<void> {
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

function emptySeries(at: number): Series {
  return { moments: [], span: { from: at, to: at }, whole: false, moved: [], problem: null };
}
