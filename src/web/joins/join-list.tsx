import { type ReactNode, useState } from 'react';
import type { ReplyOf } from '#contract/operations.ts';
import { Choose } from '#web/parts/choose.tsx';
import { Problem } from '#web/parts/notice.tsx';
import { ActButton } from '#web/plain/form.tsx';
import { ActsCell, Empty, Listing } from '#web/plain/page.tsx';
import { useAct, useServer } from '#web/server/use-server.ts';
import { Called, IS, surenessOf } from './called.tsx';
import css from './joins.module.css';

type Join = ReplyOf<'list-joins'>['joins'][number];

export interface JoinListProps {
  readonly label: string;
  readonly kinds: readonly Join['kind'][];
  /** Only what speaks of the reader. */
  readonly own?: boolean;
  /** What would stand here, and what brings it. */
  readonly empty: ReactNode;
}

/** Rows on the screen at once. */
const ROWS = 50;

/** Whom or what names of other sources are taken for: each a sentence with its reason, by kind and then by name. */
export function JoinList({ label, kinds, own = false, empty }: JoinListProps) {
  const [open, setOpen] = useState(false);
  const [skip, setSkip] = useState(0);
  const query = { kind: [...kinds], open: String(open), own: String(own), skip, most: ROWS };
  const { result, problem } = useServer('list-joins', { query });
  if (problem !== null && result === null) return <Problem problem={problem} />;
  if (result === null) return <output aria-busy="true" />;
  const { joins, total } = result;
  const hidden = result.peopleHidden && kinds.includes('person') && !own ? <Hidden /> : null;
  if (total === 0) return hidden ?? <Empty>{empty}</Empty>;
  const among = open ? result.open : total;
  return (
    <>
      {hidden}
      <div className={css['choose']}>
        <Choose
          label={`${label}: which`}
          value={open ? 'open' : 'all'}
          options={[
            ['all', `All ${total}`],
            ['open', `Only unconfirmed: ${result.open}`],
          ]}
          onChange={(value) => {
            setOpen(value === 'open');
            setSkip(0);
          }}
        />
      </div>
      {joins.length === 0 ? (
        <Empty>{skip === 0 ? 'Somebody has said a word of each of them.' : 'There are no more.'}</Empty>
      ) : (
        <Listing label={label} heads={['What is taken for what', 'Why', '']}>
          {joins.map((join) => (
            <JoinRow key={`${join.kind} ${join.from} ${join.to}`} join={join} />
          ))}
        </Listing>
      )}
      <Pages skip={skip} among={among} onGo={setSkip} />
    </>
  );
}

function Hidden() {
  return <Empty>Under the works agreement, who is who is told to nobody but those it speaks of. Each finds it under Settings.</Empty>;
}

function JoinRow({ join }: { readonly join: Join }) {
  const { kind, from, fromName, to, toName, state, reason, own, may } = join;
  const { run } = useAct('say-of-join', 'Answers');
  const say = (says: 'confirm' | 'reject' | 'undo') => async () => await run({ body: { kind, from, to, says } });
  return (
    <tr>
      <th scope="row">
        <Called word={from} name={fromName} /> <span className={css['is']}>{IS[state]}</span> <Called word={to} name={toName} />
      </th>
      <td>
        {own ? 'This speaks of you. ' : ''}
        {reason}
        <small>{surenessOf(join)}</small>
      </td>
      <ActsCell>
        {may.includes('confirm') ? (
          <ActButton small onAct={say('confirm')}>
            Confirm
          </ActButton>
        ) : null}
        {may.includes('reject') ? (
          <ActButton small onAct={say('reject')}>
            Not the same
          </ActButton>
        ) : null}
        {may.includes('undo') ? (
          <ActButton small onAct={say('undo')}>
            Undo
          </ActButton>
        ) : null}
      </ActsCell>
    </tr>
  );
}

interface PagesProps {
  readonly skip: number;
  readonly among: number;
  readonly onGo: (skip: number) => void;
}

function Pages({ skip, among, onGo }: PagesProps) {
  if (among <= ROWS && skip === 0) return null;
  const to = Math.min(among, skip + ROWS);
  return (
    <div className={css['pages']}>
      {skip === 0 ? null : (
        <ActButton small onAct={async () => onGo(Math.max(0, skip - ROWS))}>
          Before
        </ActButton>
      )}
      <span>
        {Math.min(skip + 1, to)} to {to} of {among}
      </span>
      {to >= among ? null : (
        <ActButton small onAct={async () => onGo(skip + ROWS)}>
          Next
        </ActButton>
      )}
    </div>
  );
}
