import { useCallback, useEffect, useMemo, useState } from 'react';
import { DAY, dateOf } from '#core/terms/moment.ts';
import type { WorldFacts } from '#core/board/facts-of.ts';
import { Icon } from '#web/look/icons.tsx';
import { momentOf, useAddress } from '#web/shell/address.ts';
import css from './time-slider.module.css';

/** Fastest pace of the play button: one step in this many milliseconds, slower when the worker needs longer. */
const PACE_MS = 260;
const MOST_STEPS = 72;
/** With fewer there is no history to move through. */
const LEAST_STEPS = 3;

/** Moves the whole page to an earlier date. Behind the line: commits per month, so that one sees when there was work. */
export function TimeSlider({ facts, busy }: { readonly facts: WorldFacts; readonly busy: boolean }) {
  const [{ at }, change] = useAddress();
  const steps = useMemo(() => timeSteps(facts), [facts]);
  const last = steps.length - 1;
  const now = momentOf(at);
  const index = now === null ? last : nearestStep(steps, now);
  const go = useCallback(
    (next: number): void => change({ at: next >= last ? undefined : dateOf(steps[next]! - DAY) }, { replace: true }),
    [change, steps, last],
  );
  const { playing, toggle, pause } = usePlay({ index, last, busy, go });
  if (steps.length < LEAST_STEPS) return null;
  const date = now === null ? dateOf(facts.at) : dateOf(now - DAY);
  const share = { '--share': `${(index / last) * 100}%` } as React.CSSProperties;
  return (
    <div className={css['slider']}>
      <button type="button" className={css['play']} onClick={toggle} aria-label={playing ? 'Pause' : 'Play the history'}>
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <div className={css['track']}>
        <Rhythm rhythm={facts.rhythm} />
        <input
          type="range"
          min={0}
          max={last}
          step={1}
          value={index}
          onChange={(event) => {
            pause();
            go(Number(event.currentTarget.value));
          }}
          aria-label="Date the map shows"
          aria-valuetext={now === null ? `${date}, the last commit` : date}
          style={share}
        />
      </div>
      <output className={css['date']} data-busy={busy}>
        {date}
      </output>
    </div>
  );
}

interface Playing {
  readonly index: number;
  readonly last: number;
  readonly busy: boolean;
  readonly go: (index: number) => void;
}

/** Steps on by itself, as fast as the worker follows, until the last commit. */
function usePlay({ index, last, busy, go }: Playing) {
  const [wanted, setWanted] = useState(false);
  const playing = wanted && index < last;
  useEffect(() => {
    if (!playing || busy) return;
    const timer = setTimeout(() => go(index + 1), PACE_MS);
    return () => clearTimeout(timer);
  }, [playing, busy, index, go]);
  const toggle = (): void => {
    if (!playing && index >= last) go(0);
    setWanted(!playing);
  };
  return { playing, toggle, pause: () => setWanted(false) };
}

function Rhythm({ rhythm }: { readonly rhythm: readonly number[] }) {
  const most = Math.max(1, ...rhythm);
  const points = rhythm.map((count, month) => `${((month + 0.5) / rhythm.length) * 100},${20 - Math.sqrt(count / most) * 19}`);
  return (
    <svg className={css['rhythm']} viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <polygon points={`0,20 ${points.join(' ')} 100,20`} />
    </svg>
  );
}

/** Ends of months (or wider steps in a long history), the last one being the last commit. */
function timeSteps({ firstAt, at }: WorldFacts): number[] {
  const months = Math.max(1, (at - firstAt) / (30.44 * DAY));
  const wide = Math.max(1, Math.ceil(months / MOST_STEPS));
  const steps: number[] = [];
  const first = new Date(firstAt * 1000);
  for (let month = 1; ; month += wide) {
    const end = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1) / 1000;
    if (end >= at) break;
    steps.push(end);
  }
  return [...steps, at];
}

function nearestStep(steps: readonly number[], moment: number): number {
  return steps.reduce((best, step, index) => (Math.abs(step - moment) < Math.abs(steps[best]! - moment) ? index : best), 0);
}
