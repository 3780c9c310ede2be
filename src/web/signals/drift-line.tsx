import { visible } from '#core/report/visible.ts';
import type { SignalsRead } from '#contract/operations/signals/signals-value.ts';
import css from './signals.module.css';

/** The five signs of drift, each as shape and word, and what they come to. */
export function DriftLine({ drift }: { readonly drift: NonNullable<SignalsRead['drift']> }) {
  return (
    <section className={css['drift']} aria-label="Drift">
      <p>{visible(drift.sentence)}</p>
      <ul>
        {drift.signs.map(({ requirement, says, shows }) => (
          <li key={requirement} data-shows={String(shows)}>
            <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
              {shows === null ? (
                <path d="M2 5.5 5.5 2M2 10 10 2M4 12l8-8M8.5 12 12 8.5" stroke="currentColor" strokeWidth="1.3" />
              ) : (
                <circle cx="7" cy="7" r="5" fill={shows ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth="2" />
              )}
            </svg>
            <span>
              {visible(says)} <small>{shows === null ? 'not judged' : shows ? 'shows' : 'does not show'}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
