import type { ReactNode } from 'react';
import { visible } from '#core/report/visible.ts';
import { Card, Quote } from '#web/plain/cards.tsx';
import { ActButton } from '#web/plain/form.tsx';
import { useAct } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import css from './names.module.css';
import { OpenedNames } from './opened-names.tsx';
import { type Opening, standingOf, whatOf } from './opening-words.ts';

/** One request for names: what, why, where it stands, and what the one who looks can do. */
export function OpeningItem({ opening, children }: { readonly opening: Opening; readonly children?: ReactNode }) {
  const { accountId } = useMe();
  const { askedBy, reason, state, concernsMe, words } = opening;
  const called = (account: string): string => (account === accountId ? 'You' : `Account ${visible(account.slice(0, 8))}`);
  const said = words.filter(({ says }) => says !== 'withdraw');
  return (
    <Card isMarked={state === 'waiting' || state === 'open'}>
      <h3>{whatOf(opening)}</h3>
      <Quote>{visible(reason)}</Quote>
      <p>
        {standingOf(opening, called(askedBy))}
        {said.map(({ by, says }) => ` ${called(by)} said ${says}.`)}
        {concernsMe ? ' Your name is among those that it shows.' : ''}
      </p>
      {children}
    </Card>
  );
}

/** For the council: agreed to by other eyes than those that ask, closed at any time. */
export function CouncilActs({ opening: { id, askedBy, state, concernsMe } }: { readonly opening: Opening }) {
  const { accountId } = useMe();
  const agree = useAct('agree-to-names');
  const refuse = useAct('refuse-names');
  if (askedBy === accountId || concernsMe)
    return <p>{concernsMe ? 'It concerns you' : 'You asked for it yourself'}, so somebody else of the council decides.</p>;
  const sent = { params: { opening: id } };
  return (
    <div className={css['acts']}>
      {state === 'waiting' ? (
        <ActButton small sure="Open names now?" onAct={async () => await agree.run(sent)}>
          Agree
        </ActButton>
      ) : null}
      <ActButton small onAct={async () => await refuse.run(sent)}>
        {state === 'open' ? 'Close it now' : 'Refuse'}
      </ActButton>
    </div>
  );
}

/** For whoever asked: the names while they are open, and taking it back. */
export function AskerActs({ opening }: { readonly opening: Opening }) {
  const { run } = useAct('withdraw-names');
  const { id, state } = opening;
  if (state !== 'waiting' && state !== 'open') return null;
  return (
    <>
      {state === 'open' ? <OpenedNames opening={opening} /> : null}
      <div className={css['acts']}>
        <ActButton small onAct={async () => await run({ params: { opening: id } })}>
          {state === 'open' ? 'I need them no more' : 'Take it back'}
        </ActButton>
      </div>
    </>
  );
}
