import { useState } from 'react';
import { ActButton } from '#web/plain/form.tsx';
import { addressOf } from '#web/server/call-server.ts';
import { useAct } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import css from './privacy.module.css';

/** Everything that is kept about the one who looks: to take along, and to have erased. */
export function OwnData() {
  const { may } = useMe();
  const { run } = useAct('ask-to-be-erased');
  const [isAsked, setAsked] = useState(false);
  const ask = async (): Promise<void> => {
    await run({});
    setAsked(true);
  };
  return (
    <div className={css['data']}>
      <a href={addressOf('read-own-data', {})} download="my-data.json">
        Download everything that is kept about me
      </a>
      {may.includes('export own') ? (
        <>
          <p>
            You can ask that all of it be erased, here and in every later scan. Somebody else who administers confirms it, and your account
            ends with it. What git holds stays in git, on every machine that has a copy.
          </p>
          <div>
            <ActButton sure="Really ask for it?" onAct={ask}>
              Ask to be erased
            </ActButton>
          </div>
          <output>{isAsked ? 'Asked. It waits for somebody who administers.' : ''}</output>
        </>
      ) : null}
    </div>
  );
}
