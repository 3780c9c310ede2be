import { MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { visible } from '#core/report/visible.ts';
import { DAY } from '#core/terms/moment.ts';
import type { PersonChoice } from '#web/data/calls.ts';
import { useAddress } from '#web/shell/address.ts';
import css from './lab-form.module.css';
import { NOBODY } from './read-lab-address.ts';

/** Whoever did nothing for this long is listed after the others. */
const RECENT_DAYS = 365;
const MOST_SHOWN = 80;

/** Picks people by name, in alphabetical order. */
export function PeoplePicker({
  chosen,
  people,
  now,
}: {
  readonly chosen: readonly PersonChoice[];
  readonly people: readonly PersonChoice[];
  readonly now: number;
}) {
  const [, change] = useAddress();
  const data = useMemo(() => groupsOf(people, now), [people, now]);
  return (
    <MultiSelect
      label="Away"
      data={data}
      value={[...new Set(chosen.map(({ key }) => key))]}
      onChange={(keys) => change({ who: keys.length === 0 ? NOBODY : keys.join(',') })}
      searchable
      clearable
      hidePickedOptions
      limit={MOST_SHOWN}
      placeholder={chosen.length > 0 ? '' : 'Type a name'}
      nothingFoundMessage="Nobody of that name works here"
      clearButtonProps={{ 'aria-label': 'Nobody away', 'aria-hidden': false, tabIndex: 0 }}
      comboboxProps={{ transitionProps: { duration: 100 } }}
      classNames={{ label: css['label']!, input: css['input']!, pill: css['pill']!, inputField: css['field']! }}
    />
  );
}

/** Two people of one name share a key: the list shows it once, and both are away. */
function groupsOf(people: readonly PersonChoice[], now: number): { group: string; items: { value: string; label: string }[] }[] {
  const isRecent = ({ lastSeen }: PersonChoice): boolean => now - lastSeen < RECENT_DAYS * DAY;
  const once = [...new Map(people.map((person) => [person.key, person])).values()];
  const items = (among: (person: PersonChoice) => boolean): { value: string; label: string }[] =>
    once.filter(among).map(({ key, label }) => ({ value: key, label: visible(label) }));
  return [
    { group: 'Here in the last year', items: items((person) => !person.isAgent && isRecent(person)) },
    { group: 'AI agents', items: items(({ isAgent }) => isAgent) },
    { group: 'Before', items: items((person) => !person.isAgent && !isRecent(person)) },
  ].filter((group) => group.items.length > 0);
}
