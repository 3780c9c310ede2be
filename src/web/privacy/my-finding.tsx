import { visible } from '#core/report/visible.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { Field } from '#web/plain/field.tsx';
import { Card, Quote } from '#web/plain/cards.tsx';
import { ActButton, Form, type Typed } from '#web/plain/form.tsx';
import { useAct } from '#web/server/use-server.ts';
import { minuteOf } from './minute-of.ts';
import css from './privacy.module.css';

type Finding = ReplyOf<'list-my-findings'>['findings'][number];

/** One finding about oneself: until when it is one's own, a note, and letting it go. */
export function MyFinding({ finding }: { readonly finding: Finding }) {
  const { id, source, area, areaName, foundAt, othersFrom, othersSee, notes, isSignal } = finding;
  const address = isSignal ? '/signals' : `/r/${encodeURIComponent(source)}/areas/${encodeURIComponent(area)}`;
  const letGo = useAct('let-finding-go', 'Answers');
  const isOwn = !othersSee;
  return (
    <Card isMarked={isOwn}>
      <div>
        <h3>
          <a href={address}>{visible(areaName)}</a>
          {isSignal ? '' : ` in ${visible(source)}`}
        </h3>
        <p>
          {isOwn
            ? `Found ${minuteOf(foundAt)} UTC. Only you see it until ${minuteOf(othersFrom)} UTC; then others see it, without your name.`
            : `Found ${minuteOf(foundAt)} UTC. Others see it since ${minuteOf(othersFrom)} UTC, without your name.`}
        </p>
      </div>
      <Note id={id} note={notes[0] ?? ''} areaName={areaName} />
      {isOwn ? (
        <div>
          <ActButton small sure="Show it to others now?" onAct={async () => await letGo.run({ params: { finding: id } })}>
            Let it go now
          </ActButton>
        </div>
      ) : null}
    </Card>
  );
}

/** What stands with the finding; opened where something is to be written. */
function Note({ id, note, areaName }: { readonly id: string; readonly note: string; readonly areaName: string }) {
  const { run } = useAct('note-finding', 'Answers');
  const go = async ({ text = '' }: Typed): Promise<unknown> => await run({ params: { finding: id }, body: { text } });
  return (
    <>
      {note === '' ? null : <Quote>{visible(note)}</Quote>}
      <details key={note} className={css['write']}>
        <summary>{note === '' ? 'Write a note' : 'Change the note'}</summary>
        <Form label={`Note on ${areaName}`} go="Keep the note" onGo={go}>
          <Field
            label="What should stand with it?"
            name="text"
            lines={3}
            defaultValue={note}
            hint="Everybody who sees the finding reads it, without your name. Left empty, the note is taken back."
          />
        </Form>
      </details>
    </>
  );
}
