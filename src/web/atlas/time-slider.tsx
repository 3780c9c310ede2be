import { useEffect, useMemo, useState } from 'react';
import { DAY, dateOf } from '#core/terms/moment.ts';
import type { WorldFacts } from '#web/data/calls.ts';
import { Icon } from '#web/look/icons.tsx';
import { momentOf, useAddress } from '#web/shell/address.ts';
import css from './time-slider.module.css';

/** Fastest pace of the play button: one step in this many milliseconds, slower when the worker needs longer. */
const PACE_MS = 260;
const MOST_STEPS = 72;

/** Moves the whole page to an earlier date. Behind the line: commits per month, so that one sees when there was work. */
export function TimeSlider({ facts, busy }: { readonly facts: WorldFacts; readonly busy: boolean }) {
  const [{ at }, change] = useAddress();
  const steps = useMemo(() => stepsOf(facts), [facts]);
  const [playing, setPlaying] = useState(false);
  const now = momentOf(at);
  const index = now === null ? steps.length - 1 : nearest(steps, now);
  const go = (next: number): void => change({ at: next >= steps.length - 1 ? undefined : dateOf(steps[next]! - DAY) }, { replace: true });
  useEffect(() => {
    if (!playing || busy) return;
    if (index >= steps.length - 1) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => go(index + 1), PACE_MS);
    return () => clearTimeout(timer);
  }, [playing, busy, index]);
  const play = (): void => {
    if (!playing && index >= steps.length - 1) go(0);
    setPlaying(!playing);
  };
  if (steps.length < 3) return null;
  return (
    <div className={css['slider']}>
      <button type="button" className={css['play']} onClick={play} aria-label={playing ? 'Pause' : 'Play the history'}>
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <div className={css['track']}>
        <Rhythm rhythm={facts.rhythm} />
        <input
          type="range"
          min={0}
          max={steps.length - 1}
          step={1}
          value={index}
          onChange={(event) => {
            setPlaying(false);
            go(Number(event.currentTarget.value));
          }}
          aria-label="Date the map shows"
          aria-valuetext={now === null ? `${dateOf(facts.at)}, the last commit` : dateOf(now - DAY)}
          style={{ '--share': `${(index / (steps.length - 1)) * 100}%` } as React.CSSProperties}
        />
      </div>
      <output className={css['date']} data-busy={busy}>
        {now === null ? dateOf(facts.at) : dateOf(now - DAY)}
      </output>
    </div>
  );
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
function stepsOf({ firstAt, at }: WorldFacts): number[] {
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

function nearest(steps: readonly number[], moment: number): number {
  return steps.reduce((best, step, index) => (Math.abs(step - moment) < Math.abs(steps[best]! - moment) ? index : best), 0);
}
