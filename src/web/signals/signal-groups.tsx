import { visible } from '#core/report/visible.ts';
import { NumberButton } from '#web/parts/number-button.tsx';
import { IntervalPlot, PlotLegend, type SignalRow } from './interval-plot.tsx';
import css from './signals.module.css';
import { StateMark } from './state-mark.tsx';

/** Signals by what they are about, in the order in which they were told; never by person. */
export function SignalGroups({ rows, example = false }: { readonly rows: readonly SignalRow[]; readonly example?: boolean }) {
  const groups = [...Map.groupBy(rows, ({ about }) => about)];
  return (
    <>
      <PlotLegend />
      {groups.map(([about, own]) => (
        <section key={about} className={css['group']} aria-label={about === 'whole' ? 'The whole' : about}>
          <h2>{about === 'whole' ? 'The whole' : visible(about)}</h2>
          <ul>
            {own.map((row) => (
              <SignalItem key={row.id} row={row} example={example} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function SignalItem({ row, example }: { readonly row: SignalRow; readonly example: boolean }) {
  return (
    <li className={css['row']}>
      <div className={css['what']}>
        <h3>{visible(row.signal)}</h3>
        <StateMark state={row.state} since={row.since} />
      </div>
      <div className={css['says']}>
        <p>{visible(row.sentence)}</p>
        <p className={css['helps']}>What helps: {visible(row.helps)}</p>
        {row.notes.map((note) => (
          <p key={note} className={css['note']}>
            {visible(note)}
          </p>
        ))}
      </div>
      <div className={css['figure']}>
        <IntervalPlot row={row} />
        {example ? (
          <span>
            {row.measured}, n = {row.n}
          </span>
        ) : (
          <NumberButton why={`signals:${row.because}`} label={`${row.measured}, n = ${row.n}: why`}>
            {row.measured}, n = {row.n}
          </NumberButton>
        )}
      </div>
    </li>
  );
}
