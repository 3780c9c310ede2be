import {
  type FoldedPattern,
  foldedSignals,
  placesWords,
  type SignalFamily,
  statesWords,
} from '#contract/operations/signals/folded-signals.ts';
import { visible } from '#core/report/visible.ts';
import { counted } from '#core/terms/figures.ts';
import { useAddress } from '#web/shell/address.ts';
import { PlotLegend, type SignalRow } from './interval-plot.tsx';
import { SignalItem, Speaks } from './signal-item.tsx';
import css from './patterns.module.css';

/** Places of a pattern that are named before the rest is counted. */
const NAMED = 4;

interface SignalGroupsProps {
  readonly rows: readonly SignalRow[];
  readonly families: readonly SignalFamily[];
  /** Whether patterns stand open whatever number of places they speak of. */
  readonly open?: boolean;
}

/** Signals by family and pattern; one that speaks of many places is one line, opened to its places. Never by person. */
export function SignalGroups({ rows, families, open = false }: SignalGroupsProps) {
  return (
    <>
      <PlotLegend />
      {foldedSignals(rows, families).map(({ family, count, patterns }) => (
        <section key={family.id} className={css['group']} aria-label={family.name}>
          <h3>
            {visible(family.name)} <span>{count}</span>
          </h3>
          <ul>
            {patterns.map((one) => (
              <Pattern key={one.pattern.kind} {...one} open={open} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Pattern({ pattern, places, open }: FoldedPattern<SignalRow> & { readonly open: boolean }) {
  const [{ why }] = useAddress();
  const [only] = places;
  if (places.length === 1) return <SignalItem row={only!} pattern={pattern} />;
  const isAsked = places.some(({ id }) => why === `signals:${id}`);
  return (
    <li className={css['pattern']}>
      <details open={open || isAsked}>
        <summary>
          <h4>{visible(pattern.name)}</h4>
          <span className={css['many']}>{counted(places.length, 'place')}</span>
          <span className={css['which']}>{visible(placesWords(places, NAMED))}</span>
          <span className={css['states']}>{statesWords(places)}</span>
        </summary>
        <p className={css['asks']}>{visible(pattern.asks)}</p>
        <p className={css['helps']}>What helps: {visible(pattern.helps)}</p>
        <Speaks pattern={pattern} />
        <ul>
          {places.map((row) => (
            <SignalItem key={row.id} row={row} />
          ))}
        </ul>
      </details>
    </li>
  );
}
