import { useWorld } from '#web/data/world-context.ts';
import { Notice } from '#web/parts/notice.tsx';
import { AbsenceDates } from './absence-dates.tsx';
import { AbsenceKindField } from './absence-kind-field.tsx';
import css from './lab-form.module.css';
import type { LabChoice } from './read-lab-address.ts';

/** When and how the one who asks is away. Whose absence it is cannot be chosen: it is theirs. */
export function OwnDays({ choice }: { readonly choice: LabChoice }) {
  return (
    <form className={css['form']} aria-label="When you are away" onSubmit={(event) => event.preventDefault()}>
      <AbsenceDates choice={choice} />
      <AbsenceKindField kind={choice.kind} />
      <p className={css['hint']}>
        This is about you, and only you can ask it. The link holds the days: whoever else opens it sees their own absence.
      </p>
    </form>
  );
}

/** What somebody sees whose login stands for nobody in this history yet. */
export function NobodyYet() {
  const { facts } = useWorld();
  return (
    <Notice
      title="Which person of this history are you?"
      say={`Here you would see what waits in ${facts.title} while you are away, and what to hand over before. Nobody else can ask that about you.`}
    >
      <p>Claim the addresses that you commit with, under Settings. Until that is confirmed nothing here is about you.</p>
      <a href="/settings">Say which person you are</a>
      {facts.mode === 'solo' ? (
        <p>
          The absence of anybody, on your own machine: <code>understudy open</code> in the folder of the repository.
        </p>
      ) : null}
    </Notice>
  );
}
