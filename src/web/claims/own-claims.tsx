import type { ReactNode } from 'react';
import { visible } from '#core/report/visible.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { Problem } from '#web/parts/notice.tsx';
import { Field } from '#web/plain/field.tsx';
import { Fold } from '#web/plain/fold.tsx';
import { ActButton, Form, type Typed } from '#web/plain/form.tsx';
import { dayOf } from '#web/plain/minute-and-day.ts';
import { ActsCell, Listing } from '#web/plain/page.tsx';
import { Told } from '#web/plain/told.tsx';
import { useAct, useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import { STATE_WORDS } from './state-words.ts';

type Claim = ReplyOf<'my-belongings'>['claims'][number];

/** Which spellings of the history one has claimed, what became of each, and one more. */
export function OwnClaims() {
  const { result, problem } = useServer('my-belongings', {});
  if (problem !== null && result === null) return <Problem problem={problem} />;
  if (result === null) return <output aria-busy="true" />;
  return (
    <>
      {result.claims.length === 0 ? null : (
        <Listing label="What you say you are" heads={['In the history', 'State', '']}>
          {result.claims.map((claim) => (
            <ClaimRow key={claim.id} claim={claim} />
          ))}
        </Listing>
      )}
      <ClaimOneMore isFirst={result.claims.length === 0} />
    </>
  );
}

function ClaimRow({ claim: { id, spelling, state, madeAt } }: { readonly claim: Claim }) {
  const { run } = useAct('say-of-claim', 'Answers');
  const isOver = state === 'refused' || state === 'withdrawn';
  return (
    <tr>
      <th scope="row">
        {visible(spelling)}
        {state === 'proposed' ? (
          <Told
            say="Send this address to an administrator, or to anybody who is confirmed themselves:"
            text={`${location.origin}/claims/${encodeURIComponent(id)}`}
          />
        ) : null}
      </th>
      <td>
        {STATE_WORDS[state]}
        <small>said on {dayOf(madeAt)}</small>
      </td>
      <ActsCell>
        {isOver ? null : (
          <ActButton small sure="Really take it back?" onAct={async () => await run({ params: { claim: id }, body: { says: 'withdraw' } })}>
            Take back
          </ActButton>
        )}
      </ActsCell>
    </tr>
  );
}

function ClaimOneMore({ isFirst }: { readonly isFirst: boolean }) {
  const { email } = useMe();
  const { run } = useAct('claim-spelling', 'Answers');
  const go = async ({ spelling = '' }: Typed): Promise<unknown> => await run({ body: { spelling } });
  return (
    <OneMore isFirst={isFirst}>
      <Form label="Say who you are" go="This is me" done="Said; above it stands what became of it." onGo={go}>
        <Field
          label="Address that you commit with"
          name="spelling"
          required
          defaultValue={isFirst ? (email ?? '') : ''}
          hint="An address alone, or as git writes it: Name <name@example.org>. Your machine tells the one you use now: git var GIT_AUTHOR_IDENT"
        />
      </Form>
    </OneMore>
  );
}

/** The first claim is the point of this part; another one is rare. */
function OneMore({ isFirst, children }: { readonly isFirst: boolean; readonly children: ReactNode }) {
  return isFirst ? children : <Fold say="Another spelling is mine, too">{children}</Fold>;
}
