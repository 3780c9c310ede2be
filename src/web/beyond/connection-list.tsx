import { useState } from 'react';
import { counted, countOf } from '#core/terms/figures.ts';
import { visible } from '#core/report/visible.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { ActButton } from '#web/plain/form.tsx';
import { minuteOf } from '#web/plain/minute-and-day.ts';
import { ActsCell, DateCell, Listing } from '#web/plain/page.tsx';
import { useAct } from '#web/server/use-server.ts';
import css from './beyond.module.css';
import { ChangeConnection } from './change-connection.tsx';
import { ConnectedTold } from './connected-told.tsx';
import { familyWords } from '#web/judged/judged-words.ts';
import type { Connection, Kind } from './standing.ts';

interface ConnectionListProps {
  readonly connections: readonly Connection[];
  readonly kinds: readonly Kind[];
}

/** What is connected: how it stands, what it has told, what is in its way, and what can be done. */
export function ConnectionList({ connections, kinds }: ConnectionListProps) {
  const [rotated, setRotated] = useState<ReplyOf<'rotate-secret'> | null>(null);
  return (
    <>
      <Listing label="Connections" heads={['Connection', 'State', 'Told', 'Last heard (UTC)', '']}>
        {connections.map((one) => (
          <ConnectionRow key={one.id} one={one} kind={kinds.find(({ kind }) => kind === one.kind)} onRotated={setRotated} />
        ))}
      </Listing>
      {rotated === null ? null : <ConnectedTold connected={rotated} />}
    </>
  );
}

interface ConnectionRowProps {
  readonly one: Connection;
  readonly kind: Kind | undefined;
  readonly onRotated: (told: ReplyOf<'rotate-secret'>) => void;
}

function ConnectionRow({ one, kind, onRotated }: ConnectionRowProps) {
  const facts = one.facts.reduce((sum, { count }) => sum + count, 0);
  return (
    <tr>
      <th scope="row">
        {visible(one.name)}
        <small>
          {kind?.name ?? visible(one.kind)}
          {one.host === '' ? '' : ` · ${visible(one.host)}`}
        </small>
      </th>
      <td>
        {stateOf(one)}
        {one.trouble === '' ? null : (
          <div className={css['trouble']}>
            {visible(one.trouble)}
            <small>{remedyOf(one)}</small>
          </div>
        )}
      </td>
      <td>
        {facts === 0 ? 'nothing yet' : counted(facts, 'fact')}
        <small>{one.judges.map(({ family }) => familyWords(family)).join(', ')}</small>
      </td>
      <DateCell head="Last heard (UTC)">{one.lastAt === null ? '' : minuteOf(one.lastAt)}</DateCell>
      <ActsCell>
        <ConnectionActs one={one} kind={kind} onRotated={onRotated} />
      </ActsCell>
    </tr>
  );
}

function stateOf({ state, waiting, credential, secrets }: Connection): string {
  if (state === 'off') return 'off: takes nothing in';
  if (waiting > 0) return `${countOf(waiting)} waiting to be told`;
  const ways = [credential === 'sealed' ? 'reads its API' : '', secrets.length > 0 ? 'takes deliveries' : ''].filter((way) => way !== '');
  return ways.length === 0 ? 'by files' : ways.join(', ');
}

function remedyOf({ credential, secrets }: Connection): string {
  if (credential === 'sealed') return 'Mend what it names (a new token goes in under “Change”), then read it now.';
  if (secrets.length > 0) return 'All else was told. What could not be understood is kept, and can be told again by a later version.';
  return 'All else was told. Mend the file and hand it over again: what is known stays once.';
}

function ConnectionActs({ one, kind, onRotated }: ConnectionRowProps) {
  const read = useAct('read-connection');
  const rotate = useAct('rotate-secret');
  const end = useAct('end-secrets');
  const retell = useAct('retell-connection');
  const remove = useAct('remove-connection');
  const params = { connection: one.id };
  return (
    <div className={css['acts']}>
      {one.credential === 'sealed' ? (
        <ActButton small onAct={async () => await read.run({ params })}>
          Read now
        </ActButton>
      ) : null}
      {kind !== undefined && kind.setUp !== '' && !kind.secretThere ? (
        <ActButton small onAct={async () => onRotated(await rotate.run({ params, body: {} }))}>
          {one.secrets.length === 0 ? 'Take deliveries' : 'New secret'}
        </ActButton>
      ) : null}
      {one.secrets.length > 1 ? (
        <ActButton small sure="End it at once?" onAct={async () => await end.run({ params })}>
          {one.secrets.length === 2 ? 'End the old secret' : 'End the old secrets'}
        </ActButton>
      ) : null}
      {one.secrets.length > 0 && one.lastAt !== null ? (
        <ActButton small onAct={async () => await retell.run({ params })}>
          Tell again
        </ActButton>
      ) : null}
      <ActButton small sure="Forget it and all that it told?" onAct={async () => await remove.run({ params })}>
        Remove
      </ActButton>
      <ChangeConnection one={one} kind={kind} />
    </div>
  );
}
