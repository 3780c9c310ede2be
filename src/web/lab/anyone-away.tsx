import { percentOf } from '#core/terms/figures.ts';
import { visible } from '#core/report/visible.ts';
import type { AreaRow } from '#core/world/area-rows.ts';
import { useAreas } from '#web/data/area-answer.ts';
import { Band } from '#web/parts/band.tsx';
import { NumberButton } from '#web/parts/number-button.tsx';
import { Sentence } from '#web/parts/sentence.tsx';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import { keepDate, useAddress } from '#web/shell/address.ts';
import css from './changed-areas.module.css';
import page from './lab-page.module.css';
import { areaPath, PageLink } from '#web/shell/page-link.tsx';

const MOST = 8;

/** What the lab can say before anybody is picked: each area without the one person it leans on most, whoever that is. */
export function AnyoneHeadline({ at }: { readonly at: number | null }) {
  const { result } = useAreas(at);
  return (
    <div>
      <h1 className={page['headline']}>Who is away? Pick anybody, and see what would wait.</h1>
      {result === null ? null : (
        <p className={page['meanwhile']}>
          <Sentence text={result.reading} />
        </p>
      )}
    </div>
  );
}

export function AnyoneAway({ at }: { readonly at: number | null }) {
  const { result } = useAreas(at);
  const judged = (result?.rows ?? []).filter(({ verdict }) => verdict !== 'not judged');
  const rows = judged.filter(({ verdict }) => verdict !== 'moves').slice(0, MOST);
  if (result === null) return <aside className={css['changed']} aria-label="Areas" aria-busy="true" />;
  return (
    <aside className={css['changed']} aria-label="Areas">
      <h2>Whoever it is</h2>
      <p className={css['none']}>{sayAnyone(judged.length, rows.length)}</p>
      <ul>
        {rows.map((row) => (
          <Felt key={row.id} row={row} />
        ))}
      </ul>
    </aside>
  );
}

function sayAnyone(judged: number, felt: number): string {
  if (judged === 0) return 'Too little history stands behind every area. Nothing is called good or bad on so little.';
  if (felt === 0) return 'No area would stop or slow down for want of one person, as far as these sources show.';
  return 'These areas would feel the absence of the one person each leans on most.';
}

function Felt({ row }: { readonly row: AreaRow }) {
  const [address] = useAddress();
  return (
    <li>
      <p className={css['top']}>
        <PageLink to={areaPath(row.id)} search={keepDate(address)}>
          {visible(row.area)}
        </PageLink>
        <VerdictMark verdict={row.verdict} />
      </p>
      {row.carried === null ? null : (
        <>
          <Band estimate={row.carried} what={`${row.area}: still carried`} />
          <p className={css['say']}>
            <NumberButton why={`areas:${row.because}`}>{percentOf(row.carried.value)} still carried</NumberButton>
          </p>
        </>
      )}
    </li>
  );
}
