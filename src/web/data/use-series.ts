import { useEffect, useState } from 'react';
import { DAY } from '#core/terms/moment.ts';
import type { Asker } from './asker.ts';
import type { MomentFigures, WorldFacts } from './calls.ts';
import { useWorld } from './world-context.ts';

/** Points of a series: months where the history is short, wider steps where it is long. */
const POINTS = 36;
const LONGEST_DAYS = 6 * 365.25;
/** People's presence and knowledge need a while before they can be judged. */
const FIRST_DAYS = 60;
const MONTH = 30.44 * DAY;

export interface Series {
  /** Oldest first; the newest are worked out first, so the series grows backwards. */
  readonly moments: readonly MomentFigures[];
  readonly span: { readonly from: number; readonly to: number };
  readonly whole: boolean;
  readonly problem: Error | null;
}

const begun = new WeakMap<Asker, Work>();

/** The figures month by month, worked out behind the page and kept for all pages. */
export function useSeries(): Series {
  const { askBehind, facts } = useWorld();
  const [series, setSeries] = useState<Series>(() => ({ moments: [], span: spanOf(facts), whole: false, problem: null }));
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
  const span = spanOf(facts);
  const listeners = new Set<(series: Series) => void>();
  let series: Series = { moments: [], span, whole: false, problem: null };
  const update = (change: Partial<Series>): void => {
    series = { ...series, ...change };
    for (const tell of listeners) tell(series);
  };
  void (async () => {
    try {
      for (const at of momentsOf(span)) {
        const figures = await ask('judgeMoment', { at });
        update({ moments: [figures, ...series.moments] });
      }
      update({ whole: true });
    } catch (problem) {
      update({ problem: problem instanceof Error ? problem : new Error(String(problem)) });
    }
  })();
  return {
    follow: (tell) => {
      listeners.add(tell);
      tell(series);
      return () => listeners.delete(tell);
    },
  };
}

function spanOf({ firstAt, at }: WorldFacts): Series['span'] {
  return { from: Math.max(firstAt + FIRST_DAYS * DAY, at - LONGEST_DAYS * DAY), to: at };
}

/** Newest first. */
function momentsOf({ from, to }: Series['span']): readonly number[] {
  const step = Math.max(MONTH, (to - from) / (POINTS - 1));
  const count = Math.max(1, Math.floor((to - from) / step) + 1);
  return Array.from({ length: count }, (_, index) => Math.round(to - index * step));
}
