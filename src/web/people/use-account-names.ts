import { shortKey } from '#contract/operations/signals/folded-signals.ts';
import { visible } from '#core/report/visible.ts';
import { useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';

/** What an account is called: oneself, for administrators everybody by name, for whoever else reads it a key. */
export function useAccountNames(): (account: string) => string {
  const { accountId, may } = useMe();
  const accounts = useServer('list-accounts', may.includes('configure') ? {} : undefined).result?.accounts ?? [];
  return (account) => (account === accountId ? 'you' : visible(accounts.find(({ id }) => id === account)?.name ?? shortKey(account)));
}
