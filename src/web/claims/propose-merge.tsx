import { Field, Pick } from '#web/plain/field.tsx';
import { Fold } from '#web/plain/fold.tsx';
import { Form, type Typed } from '#web/plain/form.tsx';
import { useAct } from '#web/server/use-server.ts';

const KINDS = [
  ['same', 'are one person'],
  ['different', 'are different persons'],
] as const;

/** Says that spellings of the history are one person, or are not; others confirm it. */
export function ProposeMerge() {
  const { run } = useAct('propose-merge', 'Answers');
  const go = async ({ one = '', other = '', kind }: Typed): Promise<unknown> =>
    await run({ body: { kind: kind === 'different' ? 'different' : 'same', spellings: [one, other] } });
  return (
    <Fold say="Propose who is one person, or who is not">
      <Form label="Propose who is one person" go="Propose it" done="Proposed; others decide." onGo={go}>
        <Field label="One spelling" name="one" required hint="An address, or as git writes it: Name <name@example.org>" />
        <Field label="The other spelling" name="other" required />
        <Pick label="They" name="kind" options={KINDS} defaultValue="same" />
      </Form>
    </Fold>
  );
}
