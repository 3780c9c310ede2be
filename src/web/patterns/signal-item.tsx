import type { SignalPattern } from '#contract/operations/signals/folded-signals.ts';
import { placeName } from '#contract/operations/signals/folded-signals.ts';
import { visible } from '#core/report/visible.ts';
import { NumberButton } from '#web/parts/number-button.tsx';
import { IntervalPlot, type SignalRow } from './interval-plot.tsx';
import css from './patterns.module.css';
import { Silenced } from './silenced.tsx';
import { StateMark } from './state-mark.tsx';

interface SignalItemProps {
  readonly row: SignalRow;
  /** Said here because nothing around it does. */
  readonly pattern?: SignalPattern;
  /** Of an invented company: there is nothing to open. */
  readonly example?: boolean;
}

/** A pattern in one place: what it says, and the figure with its interval, which opens why. */
export function SignalItem({ row, pattern, example = false }: SignalItemProps) {
  const Name = example ? 'h2' : 'h4';
  return (
    <li className={css['row']}>
      <div className={css['what']}>
        {pattern === undefined ? null : <Name>{visible(pattern.name)}</Name>}
        <p className={pattern === undefined ? css['placeName'] : css['place']}>{visible(placeName(row.about))}</p>
        <StateMark state={row.state} since={row.since} />
      </div>
      <div className={css['says']}>
        <p>{visible(row.sentence)}</p>
        {pattern === undefined ? null : (
          <>
            <p className={css['helps']}>What helps: {visible(pattern.helps)}</p>
            <Speaks pattern={pattern} />
          </>
        )}
        {row.state === 'silenced' ? <Silenced row={row} /> : null}
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

/** When it speaks: the team’s own limit beside the shipped one. */
export function Speaks({ pattern: { speaks, isOwn } }: { readonly pattern: SignalPattern }) {
  return (
    <p className={css['speaks']} data-own={isOwn}>
      Speaks: {visible(speaks)}
    </p>
  );
}
