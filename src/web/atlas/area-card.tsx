import { Link } from '@tanstack/react-router';
import { amountWithBand, percentOf, percentWithBand } from '#core/terms/figures.ts';
import { visible } from '#core/report/visible.ts';
import type { AreaRow } from '#web/data/area-answer.ts';
import type { WorldFacts } from '#web/data/protocol.ts';
import { Icon } from '#web/look/icons.tsx';
import { Band } from '#web/parts/band.tsx';
import { NumberButton } from '#web/parts/number-button.tsx';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import { useAddress } from '#web/shell/address.ts';
import css from './area-card.module.css';

/** The area the map is in: verdict, what carries it, what is expected, and where to go on. */
export function AreaCard({
  area,
  row,
  onClose,
}: {
  readonly area: WorldFacts['areas'][number];
  readonly row: AreaRow | null;
  readonly onClose: () => void;
}) {
  const [{ at }] = useAddress();
  const search = at === undefined ? {} : { at };
  return (
    <aside className={css['card']} aria-label={`Area ${visible(area.name)}`}>
      <header>
        <h2>{visible(area.name)}</h2>
        <button type="button" onClick={onClose} aria-label="Close the area">
          <Icon name="close" size={14} />
        </button>
      </header>
      {row === null ? null : (
        <>
          <p className={css['verdict']}>
            <VerdictMark verdict={row.verdict} />
            {row.sure === null ? null : <NumberButton why={`areas:${row.because}`}>{percentOf(row.sure)} sure</NumberButton>}
          </p>
          <p className={css['say']}>
            {visible(row.carriers)}; {visible(row.outlook)}.
          </p>
          {row.carried === null ? (
            <p className={css['none']}>Not judged from these sources. Fewer commits than the agreed minimum stand behind this area.</p>
          ) : (
            <>
              <Band estimate={row.carried} what="Still carried in the worst single absence" />
              <dl>
                <div>
                  <dt>Still carried</dt>
                  <dd>
                    <NumberButton why={`areas:${row.because}`}>{percentWithBand(row.carried)}</NumberButton>
                  </dd>
                </div>
                {row.expected === null ? null : (
                  <div>
                    <dt>Changes expected</dt>
                    <dd>
                      <NumberButton why={`areas:${row.because}`}>{amountWithBand(row.expected)}</NumberButton>
                    </dd>
                  </div>
                )}
                {row.stalled === null ? null : (
                  <div>
                    <dt>Would find nobody</dt>
                    <dd>
                      <NumberButton why={`areas:${row.because}`}>{amountWithBand(row.stalled)}</NumberButton>
                    </dd>
                  </div>
                )}
              </dl>
            </>
          )}
        </>
      )}
      <p className={css['links']}>
        <Link to="/areas/$area" params={{ area: area.id }} search={search}>
          Open the area’s page
        </Link>
      </p>
    </aside>
  );
}
