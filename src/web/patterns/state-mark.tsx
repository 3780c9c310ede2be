import { STATE_WORDS } from '#contract/operations/signals/folded-signals.ts';
import type { SignalRow } from './interval-plot.tsx';
import css from './patterns.module.css';

/** The state as shape and word. */
export function StateMark({ state, since }: Pick<SignalRow, 'state' | 'since'>) {
  return (
    <span className={css['state']} data-state={state}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {state === 'open' ? <circle cx="6" cy="6" r="5" fill="currentColor" /> : null}
        {state === 'recurring' ? <path d="M6 1a5 5 0 1 1-5 5M1 1v5h5" fill="none" stroke="currentColor" strokeWidth="2" /> : null}
        {state === 'acted' || state === 'explained' ? (
          <path d="M6 1a5 5 0 0 0 0 10zM6 1a5 5 0 0 1 0 10" fill="currentColor" fillOpacity="0.45" />
        ) : null}
        {state === 'silenced' ? <path d="M2 6h8" fill="none" stroke="currentColor" strokeWidth="2.5" /> : null}
        {state === 'cleared' || state === 'quiet' ? (
          <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        ) : null}
      </svg>
      {STATE_WORDS[state]}
      {since === null ? null : <small>since {since}</small>}
    </span>
  );
}
