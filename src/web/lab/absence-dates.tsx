import { DAY, dateOf } from '#core/terms/moment.ts';
import { useAddress } from '#web/shell/address.ts';
import css from './lab-form.module.css';
import type { LabChoice } from './read-lab-address.ts';

const SPANS = [
  ['A week', 7],
  ['Two weeks', 14],
  ['A month', 30],
  ['A quarter', 91],
] as const;

/** First and last day away. Moving the first keeps the length. */
export function AbsenceDates({ choice: { from, to, days } }: { readonly choice: LabChoice }) {
  const [, change] = useAddress();
  const set = (first: string, last: string): void => {
    if (first !== '' && last !== '') change({ from: first, to: last }, { replace: true });
  };
  return (
    <fieldset>
      <legend>From – to</legend>
      <div className={css['dates']}>
        <input
          type="date"
          aria-label="First day away"
          value={from}
          onChange={({ currentTarget: { value } }) => set(value, value === '' ? '' : after(value, Math.max(1, days)))}
        />
        <input type="date" aria-label="Last day away" value={to} min={from} onChange={({ currentTarget: { value } }) => set(from, value)} />
      </div>
      <div className={css['spans']}>
        {SPANS.map(([word, length]) => (
          <button key={word} type="button" aria-pressed={days === length} onClick={() => set(from, after(from, length))}>
            {word}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** The last of `days` days that begin on a date. */
function after(first: string, days: number): string {
  return dateOf(Date.parse(`${first}T00:00:00Z`) / 1000 + (days - 1) * DAY);
}
