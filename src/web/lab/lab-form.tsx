import type { PersonChoice } from '#web/data/calls.ts';
import { AbsenceDates } from './absence-dates.tsx';
import { AbsenceKindField } from './absence-kind-field.tsx';
import css from './lab-form.module.css';
import { PeoplePicker } from './people-picker.tsx';
import type { LabChoice } from './read-lab-address.ts';

export interface LabFormProps {
  readonly choice: LabChoice;
  readonly people: readonly PersonChoice[] | null;
  readonly mode: string;
  readonly now: number;
}

/** Whom, when and how: all of it kept in the address, none of it sent anywhere. */
export function LabForm({ choice, people, mode, now }: LabFormProps) {
  return (
    <form className={css['form']} aria-label="Who is away, and when" onSubmit={(event) => event.preventDefault()}>
      <PeoplePicker chosen={choice.people} people={people ?? []} now={now} />
      {choice.isMe ? (
        <p className={css['hint']}>It starts with you: git signs here with your address. Pick somebody else, or several.</p>
      ) : null}
      {mode === 'solo' ? null : <p className={css['hint']}>Names are kept out of this page. Everybody has a number here.</p>}
      <AbsenceDates choice={choice} />
      <AbsenceKindField kind={choice.kind} />
      <p className={css['hint']}>Computed in this page. Nothing leaves it until you share the link, and the link holds no names.</p>
    </form>
  );
}
