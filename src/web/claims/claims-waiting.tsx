import { visible } from '#core/report/visible.ts';
import { Problem } from '#web/parts/notice.tsx';
import { dayOf } from '#web/plain/minute-and-day.ts';
import { Empty, Listing } from '#web/plain/page.tsx';
import { useServer } from '#web/server/use-server.ts';
import { DecideClaim } from './decide-claim.tsx';

/** What people say they are in the history and nobody has confirmed yet, oldest first. */
export function ClaimsWaiting() {
  const { result, problem } = useServer('list-claims', {});
  if (problem !== null && result === null) return <Problem problem={problem} />;
  if (result === null) return <output aria-busy="true" />;
  if (result.claims.length === 0)
    return (
      <Empty>Nobody waits. People say under Settings which addresses of the history are theirs; what needs your word stands here.</Empty>
    );
  return (
    <Listing label="Claims that wait" heads={['Who says so', 'In the history', '']}>
      {result.claims.map(({ id, name, spelling, madeAt, isOwn }) => (
        <tr key={id}>
          <th scope="row">
            {visible(name)}
            <small>on {dayOf(madeAt)}</small>
          </th>
          <td>{visible(spelling)}</td>
          <td>{isOwn ? 'Yours: somebody else decides.' : <DecideClaim id={id} mayRefuse small />}</td>
        </tr>
      ))}
    </Listing>
  );
}
