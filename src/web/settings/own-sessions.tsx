import { visible } from '#core/report/visible.ts';
import { ActButton } from '#web/plain/form.tsx';
import { minuteOf } from '#web/plain/minute-and-day.ts';
import { ActsCell, DateCell, Listing } from '#web/plain/page.tsx';
import { Problem } from '#web/parts/notice.tsx';
import { useAct, useServer } from '#web/server/use-server.ts';

const WAYS = { password: 'by password', passkey: 'by passkey', provider: 'by your company’s sign-in', link: 'by a one-time link' } as const;

/** Every place where one is signed in; each can be ended from here. */
export function OwnSessions() {
  const { result, problem } = useServer('list-my-sessions', {});
  const { run } = useAct('end-my-session');
  if (problem !== null && result === null) return <Problem problem={problem} />;
  return (
    <Listing label="Where you are signed in" heads={['Browser', 'Since (UTC)', 'Last used (UTC)', '']}>
      {(result?.sessions ?? []).map(({ id, browser, how, madeAt, seenAt, isThis }) => (
        <tr key={id}>
          <th scope="row">
            {isThis ? 'This one' : visible(browser) || 'Unknown'}
            <small>{WAYS[how]}</small>
          </th>
          <DateCell head="Since (UTC)">{minuteOf(madeAt)}</DateCell>
          <DateCell head="Last used (UTC)">{minuteOf(seenAt)}</DateCell>
          <ActsCell>
            {isThis ? null : (
              <ActButton small onAct={async () => await run({ params: { session: id } })}>
                End it
              </ActButton>
            )}
          </ActsCell>
        </tr>
      ))}
    </Listing>
  );
}
