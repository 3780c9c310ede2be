import css from './frame.module.css';

/** Two discs, the second stepping out from behind the first: somebody else who can carry on. */
export function Wordmark() {
  return (
    <span className={css['wordmark']}>
      <svg width="26" height="18" viewBox="0 0 26 18" aria-hidden="true" focusable="false">
        <circle cx="16.5" cy="9" r="7.5" fill="var(--accent)" />
        <circle cx="9" cy="9" r="7.5" fill="var(--ground)" />
        <circle cx="9" cy="9" r="7" fill="none" stroke="var(--amber)" strokeWidth="2" />
      </svg>
      understudy
    </span>
  );
}
