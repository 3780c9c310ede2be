import type { Estimate } from '#core/terms/estimate.ts';
import { percentOf } from '#core/terms/figures.ts';
import css from './band.module.css';

export interface BandProps {
  /** A share, 0–1. */
  readonly estimate: Estimate;
  /** The state before, where there is one: drawn as a hollow mark. */
  readonly before?: Estimate;
  /** Where a verdict turns: small marks under the line, with their words. */
  readonly turns?: readonly { readonly at: number; readonly word: string }[];
  readonly size?: 'large' | 'small';
  readonly what: string;
}

const NO_TURNS: NonNullable<BandProps['turns']> = [];

/** A share on its line from 0 to 100 %, with the interval as a band: the figure wears its uncertainty. */
export function Band({ estimate, before, turns = NO_TURNS, size = 'small', what }: BandProps) {
  const words = `${what}: ${percentOf(estimate.value)}, between ${percentOf(estimate.low)} and ${percentOf(estimate.high)} with ${Math.round(estimate.level * 100)} % probability`;
  return (
    <div className={css['band']} data-size={size} role="img" aria-label={words} title={words}>
      <div className={css['line']}>
        {turns.map(({ at }) => (
          <i key={at} className={css['turn']} style={{ left: `${at * 100}%` }} />
        ))}
        <i
          className={css['spread']}
          style={{ left: `${estimate.low * 100}%`, width: `${Math.max(0.4, (estimate.high - estimate.low) * 100)}%` }}
        />
        {before === undefined ? null : <i className={css['before']} style={{ left: `${before.value * 100}%` }} />}
        <i className={css['point']} style={{ left: `${estimate.value * 100}%` }} />
      </div>
      {size === 'large' ? (
        <div className={css['words']} aria-hidden="true">
          {segments(turns).map(({ from, to, word }) => (
            <span key={from} style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}>
              {word}
            </span>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function segments(turns: readonly { readonly at: number; readonly word: string }[]): { from: number; to: number; word: string }[] {
  return turns.map(({ at, word }, index) => ({ from: at, to: turns[index + 1]?.at ?? 1, word }));
}
