import { ActButton } from '#web/plain/form.tsx';
import { useAct } from '#web/server/use-server.ts';
import css from './claims.module.css';

/** Somebody else’s word on a claim. */
export function DecideClaim({
  id,
  mayRefuse,
  small = false,
}: {
  readonly id: string;
  readonly mayRefuse: boolean;
  readonly small?: boolean;
}) {
  const { run } = useAct('say-of-claim', 'Answers');
  const say = async (says: 'confirm' | 'refuse'): Promise<unknown> => await run({ params: { claim: id }, body: { says } });
  return (
    <div className={css['acts']}>
      <ActButton small={small} onAct={async () => await say('confirm')}>
        Confirm
      </ActButton>
      {mayRefuse ? (
        <ActButton small={small} sure="Really refuse it?" onAct={async () => await say('refuse')}>
          Refuse
        </ActButton>
      ) : null}
    </div>
  );
}
