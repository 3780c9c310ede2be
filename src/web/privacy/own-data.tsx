import { ActButton } from '#web/plain/form.tsx';
import { addressOf } from '#web/server/call-server.ts';
import { useAct, useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import { minuteOf } from './minute-of.ts';
import css from './privacy.module.css';

/** Everything that is kept about the one who looks: to take along, and to have erased. */
export function OwnData() {
  const { may } = useMe();
  return (
    <div className={css['data']}>
      <a href={addressOf('read-own-data', {})} download="my-data.json">
        Download everything that is kept about me
      </a>
      {may.includes('export own') ? <Erasure /> : null}
    </div>
  );
}

/** Asking to be erased, and how far that is, on whichever day one looks. */
function Erasure() {
  const { run } = useAct('ask-to-be-erased');
  const { result } = useServer('read-own-erasure', {});
  const askedAt = result?.askedAt ?? null;
  return (
    <>
      <p>
        You can ask that all of it be erased, here and in every later scan. Somebody else who administers confirms it, and your account ends
        with it. What git holds stays in git, on every machine that has a copy.
      </p>
      {result === null || askedAt !== null ? null : (
        <div>
          <ActButton sure="Really ask for it?" onAct={async () => await run({})}>
            Ask to be erased
          </ActButton>
        </div>
      )}
      <output>
        {askedAt === null
          ? ''
          : `You asked to be erased ${minuteOf(askedAt)} UTC. It waits for somebody else who administers; nothing is erased before they confirm it.`}
      </output>
    </>
  );
}
