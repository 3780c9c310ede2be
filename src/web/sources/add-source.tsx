import { Field, Tick } from '#web/plain/field.tsx';
import { Form, type Typed } from '#web/plain/form.tsx';
import { useAct } from '#web/server/use-server.ts';

const MINUTES = 60;

/** One repository more. The credential leaves the browser once and is never shown again. */
export function AddSource() {
  const { run } = useAct('add-source', 'Answers');
  const add = async ({ address = '', name, credential, every, near }: Typed): Promise<unknown> =>
    await run({
      body: {
        address,
        ...(name ? { name } : {}),
        ...(credential ? { credential } : {}),
        everyMinutes: Number(every ?? MINUTES),
        privateAllowed: near !== undefined,
      },
    });
  return (
    <Form label="Read another repository" go="Read it" done="It is read from now on; the next free worker begins." onGo={add}>
      <Field label="Address" name="address" required placeholder="https://git.example.org/team/billing.git" />
      <Field label="What people call it" name="name" hint="Left empty, the last part of the address." />
      <Field
        label="Credential"
        name="credential"
        lines={3}
        hint="A token for https, a private key for ssh. It is sealed before it is kept, and nobody sees it again."
      />
      <Field label="Look for something new every … minutes" name="every" type="number" min={1} max={525_600} defaultValue={MINUTES} />
      <Tick name="near" label="It stands in our own network: private addresses are all right." />
    </Form>
  );
}
