import { visible } from '#core/report/visible.ts';
import { amountOf } from '#core/terms/figures.ts';
import { DAY, dateOf } from '#core/terms/moment.ts';
import { ScrollBox } from '#web/parts/scroll-box.tsx';
import type { RowOf } from '#web/worker/questions.ts';
import css from './day-strip.module.css';

const MOST_AREAS = 6;
const MOST_STEPS = 31;
/** Up to this many days each has its number above it. */
const MOST_NAMED = 16;
/** Less than this many changes in the whole window is not worth a line. */
const LEAST = 0.05;

export interface DayStripProps {
  readonly rows: readonly RowOf<'away'>[];
  readonly from: number;
  readonly days: number;
}

/** Day by day: how many changes have come in and found nobody so far, per area, and who meets the rest. */
export function DayStrip({ rows, from, days }: DayStripProps) {
  const queues = rows.flatMap((row) => (row.stalled !== null && row.stalled.value >= LEAST ? [{ row, end: row.stalled.value }] : []));
  const shown = queues.sort((a, b) => b.end - a.end).slice(0, MOST_AREAS);
  if (shown.length === 0) return null;
  const steps = stepsOf(days);
  const most = shown[0]!.end;
  return (
    <section className={css['strip']}>
      <h2>What queues up, day by day</h2>
      <ScrollBox label="What queues up, day by day" className={css['scroll']!}>
        <table>
          <thead>
            <tr>
              <th scope="col" className={css['area']}>
                Area
              </th>
              {steps.map((day) => (
                <DayHead key={day} moment={from + (day - 1) * DAY} isNamed={steps.length <= MOST_NAMED} />
              ))}
              <th scope="col" className={css['end']}>
                at the end
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, end }) => (
              <Queue key={row.id} name={row.area} queued={steps.map((day) => (end * day) / days)} most={most} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className={css['note']}>Expected changes that would find nobody, added up. The forecast spreads them evenly over the days.</p>
    </section>
  );
}

function stepsOf(days: number): readonly number[] {
  const wide = Math.ceil(days / MOST_STEPS);
  return Array.from({ length: Math.ceil(days / wide) }, (_, step) => Math.min(days, (step + 1) * wide));
}

/** In a long absence only Mondays are named. */
function DayHead({ moment, isNamed }: { readonly moment: number; readonly isNamed: boolean }) {
  const weekday = new Date(moment * 1000).getUTCDay();
  return (
    <th scope="col" data-weekend={weekday === 0 || weekday === 6} title={dateOf(moment)}>
      {isNamed || weekday === 1 ? dateOf(moment).slice(8) : <span className="away-from-eyes">{dateOf(moment).slice(8)}</span>}
    </th>
  );
}

function Queue({ name, queued, most }: { readonly name: string; readonly queued: readonly number[]; readonly most: number }) {
  return (
    <tr>
      <th scope="row" className={css['area']}>
        {visible(name)}
      </th>
      {queued.map((amount, step) => (
        // Days are told apart by their place alone.
        // oxlint-disable-next-line react/no-array-index-key
        <td key={step}>
          <i style={{ height: `${Math.max(2, (amount / most) * 100)}%` }} />
          <span className="away-from-eyes">{amountOf(amount)}</span>
        </td>
      ))}
      <td className={css['end']}>{amountOf(queued.at(-1)!)} wait</td>
    </tr>
  );
}
