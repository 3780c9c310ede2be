import { PasskeySignIn } from '#web/passkeys/passkey-sign-in.tsx';
import { hasPasskeys } from '#web/passkeys/has-passkeys.ts';
import { addressOf } from '#web/server/call-server.ts';
import { useServer } from '#web/server/use-server.ts';
import { keepAskedPage } from './asked-page.ts';
import css from './entry.module.css';

/** Ways in beside the password, as far as this server and this browser have them. */
export function OtherWays({ onIn }: { readonly onIn: () => void }) {
  const { result } = useServer('ways-in', {});
  const passkey = result?.passkey === true && hasPasskeys();
  const provider = result?.provider === true;
  if (!passkey && !provider) return null;
  return (
    <section className={css['ways']} aria-label="Other ways in">
      <p>or</p>
      {passkey ? <PasskeySignIn onIn={onIn} /> : null}
      {provider ? (
        <a className={css['way']} href={addressOf('begin-provider-sign-in', {})} onClick={keepAskedPage}>
          Sign in with your company’s account
        </a>
      ) : null}
    </section>
  );
}
