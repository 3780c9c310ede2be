import { visible } from '#core/report/visible.ts';
import { amountWithBand } from '#core/terms/figures.ts';
import { NumberButton } from '#web/parts/number-button.tsx';
import { areaPath, PageLink } from '#web/shell/page-link.tsx';
import css from './facets.module.css';
import { askedWords, type BeyondCode, type FacetTold, hangsOnOne, isLeftToNobody, sayHanging, sayThin } from './facet-words.ts';
import { HeldFacets } from './held-facets.tsx';
import { useFacets } from '#web/facets/asked/use-beyond.ts';

/** The rest of them stands with the areas. */
const SHOWN = 5;

/** On the answer's page: what beside changing nobody is able to do, or hangs on one person, who stands nowhere by name. Nothing before anything is judged. */
export function FacetsOnFront() {
  const { result } = useFacets();
  if (result === null || result.rows.every(({ kind, verdict }) => kind === 'facet' && (verdict === null || verdict === 'not judged')))
    return null;
  const thin = result.rows.filter((row) => hangsOnOne(row) || isLeftToNobody(row));
  const more = thin.length - SHOWN;
  return (
    <section className={css['beyond']} aria-label="Beyond code">
      <h2>Beyond code</h2>
      <p className={css['say']}>
        {sayThin(thin)} <NumberButton why="facets:value">Why</NumberButton>
      </p>
      <ul className={css['hanging']}>
        {thin.slice(0, SHOWN).map((row) => (
          <Thin key={`${row.id} ${row.facet}`} row={row} />
        ))}
      </ul>
      {more > 0 ? (
        <p className={css['quiet']}>
          <PageLink to="/areas">{more} more stand with the areas</PageLink>
        </p>
      ) : null}
      <HeldFacets answer={result} />
    </section>
  );
}

function Thin({ row }: { readonly row: FacetTold }) {
  const { id, area, facet, expected, because } = row;
  return (
    <li>
      <PageLink to={areaPath(id)}>{visible(area)}</PageLink> <span>{visible(sayHanging(row))}</span>{' '}
      <NumberButton why={`facets:${because}`}>
        {expected === null
          ? 'why'
          : `${amountWithBand(expected)} ${askedWords(facet as BeyondCode)} expected in a fortnight, n = ${expected.n ?? 0}`}
      </NumberButton>
    </li>
  );
}
