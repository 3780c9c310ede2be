import { ActButton } from '#web/plain/form.tsx';
import { useAct } from '#web/server/use-server.ts';
import { authenticatorShows } from './authenticator.ts';

/** In by a passkey: nobody is asked for an address, the authenticator knows whose it is. */
export function PasskeySignIn({ onIn }: { readonly onIn: () => void }) {
  const begin = useAct('begin-passkey-sign-in');
  const end = useAct('sign-in-with-passkey');
  const go = async (): Promise<void> => {
    const { ceremony, options } = await begin.run({});
    await end.run({ body: { ceremony, response: await authenticatorShows(options) } });
    onIn();
  };
  return <ActButton onAct={go}>Sign in with a passkey</ActButton>;
}
