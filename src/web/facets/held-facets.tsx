import { visible } from '#core/report/visible.ts';
import css from './facets.module.css';
import type { FacetsTold } from './facet-words.ts';

/** That something is told to whom it concerns first, how much of it, and until when. */
export function HeldFacets({ answer: { leftOut } }: { readonly answer: Pick<FacetsTold, 'leftOut'> }) {
  return leftOut
    .filter(({ unit }) => unit === 'facets')
    .map(({ what, count, why }) => (
      <p key={what} role="note" className={css['quiet']}>
        {count === 1 ? `A${what.slice(1)}` : `${count} ${what}`}. {visible(why)}
      </p>
    ));
}
