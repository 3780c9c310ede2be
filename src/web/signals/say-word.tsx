import { useMe } from '#web/team/me-context.ts';
import { Field, Pick } from '#web/plain/field.tsx';
import { Fold } from '#web/plain/fold.tsx';
import { Form, type Typed } from '#web/plain/form.tsx';
import { useAct } from '#web/server/use-server.ts';

/** A word about a signal: why it is so, or what was done. It rests for 90 days then. */
export function SayWord({ signal }: { readonly signal: string }) {
  const { may } = useMe();
  const { run } = useAct('say-of-signal');
  if (!may.includes('annotate')) return null;
  const go = async ({ said, text = '', link = '' }: Typed): Promise<unknown> =>
    await run({ body: { signal, said: said === 'acted' ? 'acted' : 'explained', text, ...(link === '' ? {} : { link }) } });
  return (
    <Fold say="Say a word about it">
      <Form label="Say a word about it" go="Keep it" done="Kept; it rests for 90 days." onGo={go}>
        <Pick
          label="What it says"
          name="said"
          options={[
            ['explained', 'It is explained'],
            ['acted', 'Something was done'],
          ]}
        />
        <Field label="Why, or what was done" name="text" lines={3} hint="Everybody who sees the signal reads it, without your name." />
        <Field label="Address, where there is one" name="link" placeholder="https://" />
      </Form>
    </Fold>
  );
}
