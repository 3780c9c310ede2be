import type { Verdict } from '#core/terms/verdict.ts';
import css from './verdict-mark.module.css';

/** A verdict as shape and, unless told otherwise, word: colour is only the third way of saying it. */
export function VerdictMark({ verdict, word = true }: { readonly verdict: Verdict; readonly word?: boolean }) {
  return (
    <span className={css['mark']} data-verdict={verdict}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
        {shapeOf(verdict)}
      </svg>
      {word ? <span>{verdict}</span> : <span className="away-from-eyes">{verdict}</span>}
    </span>
  );
}

function shapeOf(verdict: Verdict) {
  const ring = <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="2" />;
  if (verdict === 'stops') return ring;
  if (verdict === 'degrades')
    return (
      <>
        {ring}
        <path d="M7 2a5 5 0 0 0 0 10z" fill="currentColor" />
      </>
    );
  if (verdict === 'moves') return <circle cx="7" cy="7" r="6" fill="currentColor" />;
  return (
    <>
      <path d="M2 5.5 5.5 2M2 10 10 2M4 12l8-8M8.500 12 12 8.500" stroke="currentColor" strokeWidth="1.3" />
    </>
  );
}
