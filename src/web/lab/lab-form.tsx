import { MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { ABSENCE_KINDS, type AbsenceKind } from '#core/absence/scenario.ts';
import { DAY, dateOf } from '#core/terms/moment.ts';
import { visible } from '#core/report/visible.ts';
import type { PersonChoice } from '#web/data/protocol.ts';
import { useAddress } from '#web/shell/address.ts';
import css from './lab-form.module.css';
import type { LabChoice } from './read-lab-address.ts';

const KINDS: Readonly<Record<AbsenceKind, { readonly word: string; readonly say: string }>> = {
  planned: { word: 'Planned', say: 'Known ahead: one hand-over is possible.' },
  sudden: { word: 'Sudden', say: 'From one day to the next, nothing handed over.' },
  permanent: { word: 'For good', say: 'Leaves and does not return; judged over the same days.' },
  saturated: { word: 'Swamped', say: 'Here, but with time for only a part of the usual work.' },
};
const SPANS = [
  ['A week', 7],
  ['Two weeks', 14],
  ['A month', 30],
  ['A quarter', 91],
] as const;

/** Whom, when and how: all of it kept in the address, none of it sent anywhere. */
export function LabForm({
  choice,
  people,
  mode,
}: {
  readonly choice: LabChoice;
  readonly people: readonly PersonChoice[] | null;
  readonly mode: string;
}) {
  const [, change] = useAddress();
  const data = useMemo(() => (people ?? []).map(({ key, label }) => ({ value: key, label: visible(label) })), [people]);
  const first = Date.parse(`${choice.from}T00:00:00Z`) / 1000;
  return (
    <form className={css['form']} aria-label="Who is away, and when" onSubmit={(event) => event.preventDefault()}>
      <MultiSelect
        label="Away"
        data={uniqueBy(data)}
        value={choice.people.map(({ key }) => key)}
        onChange={(keys) => change({ who: keys.length === 0 ? undefined : keys.join(',') })}
        searchable
        clearable
        hidePickedOptions
        limit={60}
        placeholder={choice.people.length > 0 ? '' : 'Type a name'}
        nothingFoundMessage="Nobody of that name works here"
        clearButtonProps={{ 'aria-label': 'Nobody away' }}
        comboboxProps={{ transitionProps: { duration: 100 } }}
        classNames={{ label: css['label']!, input: css['input']!, pill: css['pill']! }}
      />
      {mode === 'solo' ? null : <p className={css['hint']}>Names are kept out of this page. Everybody has a number here.</p>}
      <fieldset>
        <legend>From – to</legend>
        <div className={css['dates']}>
          <input
            type="date"
            aria-label="First day away"
            value={choice.from}
            onChange={(event) => {
              if (event.currentTarget.value !== '')
                change(
                  {
                    from: event.currentTarget.value,
                    to: dateOf(Date.parse(`${event.currentTarget.value}T00:00:00Z`) / 1000 + (Math.max(1, choice.days) - 1) * DAY),
                  },
                  { replace: true },
                );
            }}
          />
          <input
            type="date"
            aria-label="Last day away"
            value={choice.to}
            min={choice.from}
            onChange={(event) => {
              if (event.currentTarget.value !== '') change({ from: choice.from, to: event.currentTarget.value }, { replace: true });
            }}
          />
        </div>
        <div className={css['spans']}>
          {SPANS.map(([word, days]) => (
            <button
              key={word}
              type="button"
              aria-pressed={choice.days === days}
              onClick={() => change({ from: choice.from, to: dateOf(first + (days - 1) * DAY) }, { replace: true })}
            >
              {word}
            </button>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>Kind of absence</legend>
        <div className={css['kinds']}>
          {ABSENCE_KINDS.map((kind) => (
            <label key={kind} className={css['kind']}>
              <input
                type="radio"
                name="kind"
                value={kind}
                checked={choice.kind === kind}
                onChange={() => change({ kind: kind === 'sudden' ? undefined : kind }, { replace: true })}
              />
              <span>
                <strong>{KINDS[kind].word}</strong>
                {KINDS[kind].say}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className={css['hint']}>Computed in this page. Nothing leaves it until you share the link, and the link holds no names.</p>
    </form>
  );
}

/** Two people of one name share a key: the list shows it once, and both are away. */
function uniqueBy(data: readonly { readonly value: string; readonly label: string }[]): { value: string; label: string }[] {
  return [...new Map(data.map((item) => [item.value, item])).values()];
}
