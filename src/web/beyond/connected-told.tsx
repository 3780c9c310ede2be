import { visible } from '#core/report/visible.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { Told } from '#web/plain/told.tsx';
import css from './beyond.module.css';

/** What to enter at the other side. The secret stands here this once and is nowhere to be read afterwards. */
export function ConnectedTold({
  connected: { name, path, secret, setUp, lacksSecret },
}: {
  readonly connected: ReplyOf<'add-connection'>;
}) {
  if (path === '')
    return (
      <div className={css['about']} role="status">
        <p>{visible(name)} is connected; the next free worker begins to read it.</p>
      </div>
    );
  return (
    <div className={css['about']}>
      <p>{visible(setUp)}</p>
      <Told say={`Address of ${visible(name)}, to enter at the other side.`} text={location.origin + path} />
      {secret !== '' ? (
        <Told say="Secret, to enter beside it. It is shown this once; a new one can be made at any time." text={secret} />
      ) : lacksSecret ? (
        <p>Then hand over the secret that is made there, under “Change” of the connection. Until then nothing that is sent is taken.</p>
      ) : (
        <p>The secret that you gave is kept.</p>
      )}
    </div>
  );
}
