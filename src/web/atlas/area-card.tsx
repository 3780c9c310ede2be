import { visible } from '#core/report/visible.ts';
import { percentOf } from '#core/terms/figures.ts';
import type { AreaRow } from '#core/world/area-rows.ts';
import type { AreaFacts } from '#core/board/facts-of.ts';
import { Icon } from '#web/look/icons.tsx';
import { AreaFigures } from '#web/parts/area-figures.tsx';
import { AiShare } from '#web/parts/ai-share.tsx';
import { Band } from '#web/parts/band.tsx';
import { NumberButton } from '#web/parts/number-button.tsx';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import { keepDate, useAddress } from '#web/shell/address.ts';
import css from './area-card.module.css';
import { areaPath, PageLink } from '#web/shell/page-link.tsx';

/** The area the map is in: verdict, what carries it, what is expected, and where to go on. */
export function AreaCard({ area, row, onClose }: { readonly area: AreaFacts; readonly row: AreaRow | null; readonly onClose: () => void }) {
  const [address] = useAddress();
  return (
    <aside className={css['card']} aria-label={`Area ${visible(area.name)}`}>
      <header>
        <h2>{visible(area.name)}</h2>
        <button type="button" onClick={onClose} aria-label="Close the area">
          <Icon name="close" size={14} />
        </button>
      </header>
      {row === null ? null : <Judged row={row} />}
      <p className={css['links']}>
        <PageLink to={areaPath(area.id)} search={keepDate(address)}>
          Open the area’s page
        </PageLink>
      </p>
    </aside>
  );
}

function Judged({ row }: { readonly row: AreaRow }) {
  const why = `areas:${row.because}`;
  return (
    <>
      <p className={css['verdict']}>
        <VerdictMark verdict={row.verdict} />
        {row.sure === null ? null : <NumberButton why={why}>{percentOf(row.sure)} sure</NumberButton>}
      </p>
      <p className={css['say']}>
        {visible(row.carriers)}; {visible(row.outlook)}.
      </p>
      {row.carried === null ? (
        <p className={css['none']}>Not judged from these sources. Fewer commits than the agreed minimum stand behind this area.</p>
      ) : (
        <>
          <Band estimate={row.carried} what="Still carried in the worst single absence" />
          <AreaFigures row={row} why={why} />
          <AiShare row={row} why={why} />
        </>
      )}
    </>
  );
}
