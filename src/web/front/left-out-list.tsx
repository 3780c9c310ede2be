import { visible } from '#core/report/visible.ts';
import type { LeftOut } from '#core/terms/answer.ts';
import { countOf } from '#core/terms/figures.ts';
import css from './notes.module.css';

/** Kinds that are listed at once; the rest folds away. */
const SHOWN = 5;

/** What was set aside before anything was computed, counted. */
export function LeftOutList({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  const parts = leftOut.filter(({ count }) => count > 0);
  return (
    <section className={css['notes']}>
      <h2>Left out</h2>
      {parts.length === 0 ? <p className={css['none']}>Nothing: every commit and file counts.</p> : <Parts parts={parts.slice(0, SHOWN)} />}
      {parts.length > SHOWN ? (
        <details className={css['more']}>
          <summary>{parts.length - SHOWN} more kinds</summary>
          <Parts parts={parts.slice(SHOWN)} />
        </details>
      ) : null}
    </section>
  );
}

function Parts({ parts }: { readonly parts: readonly LeftOut[] }) {
  return (
    <dl className={css['left']}>
      {parts.map(({ what, count, unit, why }) => (
        <div key={`${what} ${why}`}>
          <dt>
            {visible(what)}
            <span>{visible(why)}</span>
          </dt>
          <dd>
            {countOf(count)} {unit}
          </dd>
        </div>
      ))}
    </dl>
  );
}
