import { useFacets } from '#web/facets/asked/use-beyond.ts';
import { visible } from '#core/report/visible.ts';
import { amountWithBand } from '#core/terms/figures.ts';
import { NumberButton } from '#web/parts/number-button.tsx';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import { BeyondSection } from './beyond-section.tsx';
import css from './facets.module.css';
import {
  askedWords,
  BEYOND_CODE,
  type BeyondCode,
  doingWord,
  type FacetsTold,
  type FacetTold,
  sayAble,
  sayFacets,
  seenIn,
  unjudgedIn,
} from './facet-words.ts';

/** What can be said of an area beside who changes it: what is judged, from which evidence, what is not, and what would close it. */
export function FacetsOfArea({ area }: { readonly area: string }) {
  return <BeyondSection asked={useFacets(area)} looking="Looking at what is told of it …" told={Told} />;
}

function Told({ answer }: { readonly answer: FacetsTold }) {
  const rights = answer.rows.filter(({ kind }) => kind === 'right');
  return (
    <>
      <p className={css['say']}>{sayFacets(answer.rows)}</p>
      <ul className={css['facets']}>
        {BEYOND_CODE.map((facet) => (
          <li key={facet}>
            <h3>{doingWord(facet)}</h3>
            <Facet answer={answer} facet={facet} />
          </li>
        ))}
      </ul>
      {rights.length === 0 ? null : <Rights rows={rights} />}
    </>
  );
}

function Facet({ answer, facet }: { readonly answer: FacetsTold; readonly facet: BeyondCode }) {
  const row = answer.rows.find((one) => one.kind === 'facet' && one.facet === facet);
  const unjudged = unjudgedIn(answer, facet);
  if (unjudged !== undefined)
    return (
      <>
        <p className={css['hatched']}>not judged</p>
        <p className={css['quiet']}>
          {visible(unjudged.why)} {visible(unjudged.remedy)}
        </p>
        {row === undefined ? null : <Seen answer={answer} row={row} />}
      </>
    );
  return <Judged answer={answer} row={row!} facet={facet} />;
}

function Judged({ answer, row, facet }: { readonly answer: FacetsTold; readonly row: FacetTold; readonly facet: BeyondCode }) {
  const { verdict, worst, expected, access, until, because } = row;
  return (
    <>
      <p className={css['verdicts']}>
        <VerdictMark verdict={verdict!} /> now
        {worst === verdict ? (
          <span>, and in any one absence</span>
        ) : (
          <span>
            , <VerdictMark verdict={worst} /> in one absence
          </span>
        )}
      </p>
      <p>{sayAble(row)}</p>
      {expected === null ? null : (
        <p>
          <NumberButton why={`facets:${because}`}>{amountWithBand(expected)}</NumberButton> {askedWords(facet)} expected in a fortnight.
        </p>
      )}
      <Seen answer={answer} row={row} />
      {access === 'not judged' ? (
        <p className={css['quiet']}>Who holds the access that it takes is not judged: no connected source tells it of this area.</p>
      ) : null}
      {until === null ? null : <p className={css['quiet']}>Nobody counts as able alone after {until}, if nothing new is seen.</p>}
    </>
  );
}

function Seen({ answer, row }: { readonly answer: FacetsTold; readonly row: FacetTold }) {
  const seen = seenIn(answer, row.because);
  if (seen.length === 0) return <p className={css['quiet']}>Judged from nothing: nobody was seen to do it.</p>;
  return (
    <div className={css['seen']}>
      <p>Somebody</p>
      <ul>
        {seen.map((one) => (
          <li key={one}>{visible(one)}</li>
        ))}
      </ul>
    </div>
  );
}

/** Not only knowledge may hang on one: what one account may do, nobody else can. */
function Rights({ rows }: { readonly rows: readonly FacetTold[] }) {
  return (
    <div className={css['rights']}>
      <h3>Rights with one holder or none</h3>
      <ul>
        {rows.map(({ facet, able, because }) => (
          <li key={facet}>
            {visible(facet)}: <NumberButton why={`facets:${because}`}>{able === 'nobody' ? 'nobody who is here' : 'one'}</NumberButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
