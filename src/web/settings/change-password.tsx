import { Field } from '#web/plain/field.tsx';
import { Fold } from '#web/plain/fold.tsx';
import { Form, type Typed } from '#web/plain/form.tsx';
import { useAct } from '#web/server/use-server.ts';

/** Every other session ends with it. */
export function ChangePassword() {
  const { run } = useAct('change-my-password');
  const go = async ({ former = '', password = '' }: Typed): Promise<unknown> => await run({ body: { former, password } });
  return (
    <Fold say="Change the password">
      <Form label="Password" go="Change it" done="Changed; every other session has ended." onGo={go}>
        <Field label="The one that holds" name="former" type="password" autoComplete="current-password" required />
        <Field label="The new one" name="password" type="password" autoComplete="new-password" minLength={12} required />
      </Form>
    </Fold>
  );
}
