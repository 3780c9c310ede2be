import { Fragment } from 'react';
import { visible } from '#core/report/visible.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { Problem } from '#web/parts/notice.tsx';
import { ActButton } from '#web/plain/form.tsx';
import { dayOf } from '#web/plain/minute-and-day.ts';
import { ActsCell, Empty, Listing } from '#web/plain/page.tsx';
import { useAct, useServer } from '#web/server/use-server.ts';
import css from './claims.module.css';
import { STATE_WORDS } from './state-words.ts';

type Merge = ReplyOf<'list-merges'>['merges'][number];

/** What was proposed about who is one person and who is not, oldest first; administrators see all of it, others what speaks of them. */
export function MergeList() {
  const { result, problem } = useServer('list-merges', {});
  if (problem !== null && result === null) return <Problem problem={problem} />;
  if (result === null) return <output aria-busy="true" />;
  const { merges } = result;
  if (merges.length === 0)
    return (
      <Empty>
        Nothing is proposed. Where the history knows one person under two addresses, or two persons under one name, say so below.
      </Empty>
    );
  return (
    <Listing label="Who is one person" heads={['In the history', 'State', '']}>
      {merges.map((merge) => (
        <MergeRow key={merge.id} merge={merge} />
      ))}
    </Listing>
  );
}

function MergeRow({ merge }: { readonly merge: Merge }) {
  const { kind, spellings, state, madeAt, hasSaid } = merge;
  return (
    <tr>
      <th scope="row">
        {spellings.map((spelling, at) => (
          <Fragment key={spelling}>
            {at === 0 ? null : <span className={css['also']}> {kind === 'same' ? 'is also' : 'is not'} </span>}
            {visible(spelling)}
          </Fragment>
        ))}
      </th>
      <td>
        {state === 'proposed' && hasSaid ? 'you said yes; others have not yet' : STATE_WORDS[state]}
        <small>proposed on {dayOf(madeAt)}</small>
      </td>
      <ActsCell>
        <MergeActs merge={merge} />
      </ActsCell>
    </tr>
  );
}

/** Whoever proposed it takes it back; others say yes or no. What ended stays so. */
function MergeActs({ merge: { id, state, isOwn, hasSaid } }: { readonly merge: Merge }) {
  const { run } = useAct('say-of-merge', 'Answers');
  const say = (says: 'confirm' | 'refuse' | 'withdraw') => async () => await run({ params: { merge: id }, body: { says } });
  if (state === 'refused' || state === 'withdrawn') return null;
  if (isOwn)
    return (
      <ActButton small sure="Really take it back?" onAct={say('withdraw')}>
        Take back
      </ActButton>
    );
  return (
    <>
      {hasSaid ? null : (
        <ActButton small onAct={say('confirm')}>
          Confirm
        </ActButton>
      )}
      <ActButton small sure="Really refuse it?" onAct={say('refuse')}>
        Refuse
      </ActButton>
    </>
  );
}
