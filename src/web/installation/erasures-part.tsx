import { visible } from '#core/report/visible.ts';
import { ActButton } from '#web/plain/form.tsx';
import { ActsCell, DateCell, Listing, Part } from '#web/plain/page.tsx';
import { minuteOf } from '#web/privacy/minute-of.ts';
import { useAct, useServer } from '#web/server/use-server.ts';

/** Requests to be erased that wait for a second pair of hands; nothing where none does. */
export function ErasuresPart() {
  const waiting = useServer('list-erasures', {}).result?.erasures ?? [];
  const accounts = useServer('list-accounts', {}).result?.accounts ?? [];
  const { run } = useAct('confirm-erasure', 'People', 'Answers');
  if (waiting.length === 0) return null;
  return (
    <Part
      title="Who asked to be erased"
      say="Oldest first. What is confirmed is erased here and in every later scan, and cannot be brought back; git keeps its history."
    >
      <Listing label="Who asked to be erased" heads={['Account', 'Asked (UTC)', '']}>
        {waiting.map(({ id, account, askedAt }) => (
          <tr key={id}>
            <th scope="row">{visible(accounts.find((one) => one.id === account)?.name ?? `account ${account.slice(0, 8)}`)}</th>
            <DateCell head="Asked (UTC)">{minuteOf(askedAt)}</DateCell>
            <ActsCell>
              <ActButton small sure="Erase for good?" onAct={async () => await run({ params: { erasure: id } })}>
                Confirm
              </ActButton>
            </ActsCell>
          </tr>
        ))}
      </Listing>
    </Part>
  );
}
