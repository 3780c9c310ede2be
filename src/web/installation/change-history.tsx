import type { ReplyOf } from '#contract/operations.ts';
import { visible } from '#core/report/visible.ts';
import { RETENTION_TERMS, type Retained } from '#core/retention/retention-terms.ts';
import { Empty, Listing } from '#web/plain/page.tsx';
import { minuteOf } from '#web/privacy/minute-of.ts';
import { useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';

type Change = ReplyOf<'read-settings'>['changes'][number];

/** What was changed when and why. Administrators know accounts by name; whoever else reads this sees keys. */
export function ChangeHistory({ changes, maySet }: { readonly changes: readonly Change[]; readonly maySet: boolean }) {
  const { accountId } = useMe();
  const accounts = useServer('list-accounts', maySet ? {} : undefined).result?.accounts ?? [];
  if (changes.length === 0) return <Empty>Nothing was changed yet: everything is as it was installed.</Empty>;
  const nameOf = (by: string): string => {
    if (by === accountId) return 'you';
    return visible(accounts.find(({ id }) => id === by)?.name ?? `account ${by.slice(0, 8)}`);
  };
  return (
    <Listing label="What was changed" heads={['When (UTC)', 'What', 'Why', 'By whom']}>
      {changes.map(({ key, value, reason, by, at }) => (
        <tr key={`${at} ${key}`}>
          <td>{minuteOf(at)}</td>
          <td>{changedWords(key, value)}</td>
          <td>{visible(reason)}</td>
          <td>{nameOf(by)}</td>
        </tr>
      ))}
    </Listing>
  );
}

function changedWords(key: string, value: unknown): string {
  if (key === 'mode') return `${String(value)} mode`;
  if (key === 'purpose') return 'purpose acknowledged';
  if (key === 'retention') return termsWords(value as Readonly<Record<string, number>>);
  return visible(`${key}: ${JSON.stringify(value)}`);
}

function termsWords(terms: Readonly<Record<string, number>>): string {
  const said = Object.entries(terms).map(([kept, days]) => `${RETENTION_TERMS[kept as Retained]?.what ?? kept}: ${days} days`);
  return visible(said.join('; '));
}
