import { useState } from 'react';
import { visible } from '#core/report/visible.ts';
import { ActButton } from '#web/plain/form.tsx';
import { Empty, Listing } from '#web/plain/page.tsx';
import { Problem } from '#web/parts/notice.tsx';
import { useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import { askedWords } from './asked-words.ts';
import { minuteOf } from './minute-of.ts';
import { type LogRun, runsOf } from './log-runs.ts';
import css from './privacy.module.css';

/** Records on one page. */
const MOST = 100;

/** The access log a page at a time, newest first; what was asked several times in a row stands there once, with its count. */
export function LogListing({ id }: { readonly id: 'read-own-access-log' | 'read-access-log' }) {
  const [after, setAfter] = useState<string | null>(null);
  const { result, problem } = useServer(id, { query: { most: MOST, ...(after === null ? {} : { after }) } });
  if (problem !== null && result === null) return <Problem problem={problem} />;
  if (result === null) return <output aria-busy="true" />;
  const { records, next } = result;
  return (
    <>
      {records.length === 0 ? (
        <Empty>Nobody has asked anything that would stand here.</Empty>
      ) : (
        <Listing label="Access log" heads={['When (UTC)', 'Who', 'What', 'What came of it']}>
          {runsOf(records).map((run) => (
            <LogRow key={run.last.id} run={run} />
          ))}
        </Listing>
      )}
      <div className={css['pages']}>
        {after === null ? null : <ActButton onAct={async () => setAfter(null)}>Back to the newest</ActButton>}
        {next === null ? null : <ActButton onAct={async () => setAfter(next)}>Older</ActButton>}
      </div>
    </>
  );
}

function LogRow({ run: { first, last, count } }: { readonly run: LogRun }) {
  const { accountId } = useMe();
  const about = last.subjects.filter((subject) => subject !== accountId && subject !== last.by);
  return (
    <tr>
      <td>
        {minuteOf(last.at)}
        {count === 1 ? null : (
          <small>
            {count} times since {minuteOf(first.at)}
          </small>
        )}
      </td>
      <td>
        {last.by === accountId ? 'you' : last.service === undefined ? `account ${shortOf(last.by)}` : `service ${visible(last.service)}`}
        {last.through === undefined ? null : <small>with API key {shortOf(last.through)}</small>}
      </td>
      <td>
        {askedWords(last.question)}
        {last.subjects.includes(accountId) && last.by !== accountId ? <small>about you</small> : null}
        {about.length === 0 ? null : <small>about {about.map(shortOf).join(', ')}</small>}
        {last.reason === undefined ? null : <small>“{visible(last.reason)}”</small>}
      </td>
      <td>{last.outcome}</td>
    </tr>
  );
}

/** Enough of a key to tell two apart. */
function shortOf(key: string): string {
  return visible(key.slice(0, 8));
}
