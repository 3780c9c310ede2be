import { useDebouncedCallback } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { DAY, dateOf } from '#core/terms/moment.ts';
import type { WorldFacts } from '#core/board/facts-of.ts';
import { useWorld } from '#web/data/world-context.ts';
import { Icon } from '#web/look/icons.tsx';
import { momentOf, useAddress } from '#web/shell/address.ts';
import css from './time-slider.module.css';

/** Fastest pace of the play button: one step in this many milliseconds, slower when the answers need longer. */
const PACE_MS = 260;
const MOST_STEPS = 72;
/** With fewer there is no history to move through. */
const LEAST_STEPS = 3;

export interface TimeSliderProps {
  readonly facts: WorldFacts;
  readonly busy: boolean;
  /** Told which moments come next while the history plays; null = the last commit. */
  readonly onAhead: (at: number | null) => void;
}

/** Moves the whole page to an earlier date. Behind the line: commits per month, so that one sees when there was work. */
export function TimeSlider({ facts, busy, onAhead }: TimeSliderProps) {
  const [{ at }, change] = useAddress();
  const steps = useMemo(() => timeSteps(facts), [facts]);
  const last = steps.length - 1;
  const now = momentOf(at);
  const here = now === null ? last : nearestStep(steps, now);
  const turn = useCallback(
    (next: number): void => change({ at: next >= last ? undefined : dateOf(steps[next]! - DAY) }, { replace: true }),
    [change, steps, last],
  );
  const [index, go] = useSettled(here, turn);
  const ahead = useCallback(
    (next: number): void => {
      for (const step of [next, next + 1]) if (step <= last) onAhead(step === last ? null : steps[step]!);
    },
    [onAhead, steps, last],
  );
  const { playing, toggle, pause } = usePlay({ index, last, busy, go: turn, ahead });
  if (steps.length < LEAST_STEPS) return null;
  const date = index === last ? dateOf(facts.at) : index === here && now !== null ? dateOf(now - DAY) : dateOf(steps[index]! - DAY);
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
          aria-valuetext={index === last ? `${date}, the last commit` : date}
          style={share}
        />
      </div>
      <output className={css['date']} data-busy={busy}>
        {date}
      </output>
    </div>
  );
}

/** A hand on the slider moves through many dates; a server is asked for the one it rests on. The handle follows at once. */
const REST_MS = 180;

function useSettled(here: number, turn: (index: number) => void): readonly [number, (index: number) => void] {
  const { from } = useWorld();
  const [held, hold] = useState<number | null>(null);
  const rest = useDebouncedCallback((index: number) => {
    hold(null);
    turn(index);
  }, REST_MS);
  if (from === 'page') return [here, turn];
  const move = (index: number): void => {
    hold(index);
    rest(index);
  };
  return [held ?? here, move];
}

interface Playing {
  readonly index: number;
  readonly last: number;
  readonly busy: boolean;
  readonly go: (index: number) => void;
  readonly ahead: (index: number) => void;
}

/** Steps on by itself, as fast as the answers follow, until the last commit. */
function usePlay({ index, last, busy, go, ahead }: Playing) {
  const [wanted, setWanted] = useState(false);
  const playing = wanted && index < last;
  useEffect(() => {
    if (!playing || busy) return;
    ahead(index + 1);
    const timer = setTimeout(() => go(index + 1), PACE_MS);
    return () => clearTimeout(timer);
  }, [playing, busy, index, go, ahead]);
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
