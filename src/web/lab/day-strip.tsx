import { amountOf } from '#core/terms/figures.ts';
import { DAY, dateOf } from '#core/terms/moment.ts';
import { visible } from '#core/report/visible.ts';
import css from './day-strip.module.css';
import type { AwayRow } from './lab-page.tsx';

const MOST_AREAS = 6;
const MOST_DAYS = 31;

/** Day by day: how many changes have come in and found nobody so far, per area. Work arrives evenly in the forecast. */
export function DayStrip({ rows, from, days }: { readonly rows: readonly AwayRow[]; readonly from: number; readonly days: number }) {
  const shown = rows
    .filter((row) => row.stalled !== null && row.stalled.value >= 0.05)
    .sort((a, b) => b.stalled!.value - a.stalled!.value)
    .slice(0, MOST_AREAS);
  if (shown.length === 0) return null;
  const wide = Math.ceil(days / MOST_DAYS);
  const steps = Array.from({ length: Math.ceil(days / wide) }, (_, step) => Math.min(days, (step + 1) * wide));
  const most = Math.max(...shown.map((row) => row.stalled!.value));
  return (
    <section className={css['strip']} aria-label="What queues up, day by day">
      <h2>What queues up</h2>
      <div className={css['scroll']} tabIndex={0} role="region" aria-label="Days of the absence">
        <table>
          <thead>
            <tr>
              <th scope="col" className={css['area']}>
                Area
              </th>
              {steps.map((day) => (
                <th key={day} scope="col" data-weekend={isWeekend(from + (day - 1) * DAY)} title={dateOf(from + (day - 1) * DAY)}>
                  {dateOf(from + (day - 1) * DAY).slice(8)}
                </th>
              ))}
              <th scope="col" className={css['end']}>
                at the end
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.id}>
                <th scope="row" className={css['area']}>
                  {visible(row.area)}
                </th>
                {steps.map((day) => {
                  const queued = (row.stalled!.value * day) / days;
                  return (
                    <td key={day} title={`${dateOf(from + (day - 1) * DAY)}: ${amountOf(queued)} would wait`}>
                      <i style={{ height: `${Math.max(2, (queued / most) * 100)}%` }} />
                      <span className="away-from-eyes">{amountOf(queued)}</span>
                    </td>
                  );
                })}
                <td className={css['end']}>{amountOf(row.stalled!.value)} wait</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function isWeekend(moment: number): boolean {
  const day = new Date(moment * 1000).getUTCDay();
  return day === 0 || day === 6;
}
