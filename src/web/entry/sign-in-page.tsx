import { Field } from '#web/plain/field.tsx';
import { Form, type Typed } from '#web/plain/form.tsx';
import { useAct } from '#web/server/use-server.ts';
import { EntryFrame } from './entry-frame.tsx';
import { OtherWays } from './other-ways.tsx';

/** Whoever comes to any page and is not signed in stands here first; afterwards that page opens. */
export function SignInPage() {
  const { run } = useAct('sign-in', 'Me');
  const go = async ({ email = '', password = '' }: Typed): Promise<void> => {
    await run({ body: { email, password } });
    openAskedPage();
  };
  return (
    <EntryFrame title="Sign in" say="With the address that you were invited by.">
      <Form label="Sign in" go="Sign in" onGo={go}>
        <Field label="E-mail address" name="email" type="email" autoComplete="username" required first />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
      </Form>
      <OtherWays onIn={openAskedPage} />
    </EntryFrame>
  );
}

/** Its address still stands in the browser. Nothing that was shown to somebody else may stay on the page. */
function openAskedPage(): void {
  location.reload();
}
