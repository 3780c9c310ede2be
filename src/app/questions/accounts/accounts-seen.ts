import { secondAdministrator } from '#core/accounts/second-administrator.ts';
import { listAccounts } from '#store/accounts/accounts.ts';
import { deactivatedSince } from '#store/accounts/deactivations.ts';
import { openGrants } from '#store/accounts/role-grants.ts';
import type { Database } from '#store/database/database.ts';
import type { AccountRow, GrantRow } from '#store/schema/account-rows.ts';

export interface AccountSeen extends Pick<AccountRow, 'id' | 'kind' | 'name' | 'email' | 'state'> {
  /** Milliseconds since epoch; null while they are active. */
  readonly deactivatedAt: number | null;
  readonly roles: readonly GrantSeen[];
}

interface GrantSeen {
  readonly id: string;
  readonly role: string;
  readonly team: string | null;
  readonly area: string | null;
  readonly since: number;
}

export interface AccountsSeen {
  readonly accounts: readonly AccountSeen[];
  readonly secondAdministratorMissing: boolean;
  readonly sentence: string;
}

/** Every account by name, for whoever administers them. */
export async function accountsSeen({ query }: Database): Promise<AccountsSeen> {
  const [accounts, grants, gone] = await Promise.all([listAccounts(query), openGrants(query), deactivatedSince(query)]);
  const ofAccount = Map.groupBy(grants, ({ account_id }) => account_id);
  const { secondMissing, sentence } = secondAdministrator(administratorsOf(accounts, ofAccount));
  return {
    accounts: accounts.map(({ id, kind, name, email, state }) => ({
      id,
      kind,
      name,
      email,
      state,
      deactivatedAt: gone.get(id) ?? null,
      roles: (ofAccount.get(id) ?? []).map(grantSeen),
    })),
    secondAdministratorMissing: secondMissing,
    sentence,
  };
}

function administratorsOf(accounts: readonly AccountRow[], grants: ReadonlyMap<string, readonly GrantRow[]>): number {
  return accounts.filter(({ id, state }) => state === 'active' && grants.get(id)?.some(({ role }) => role === 'administrator')).length;
}

function grantSeen({ id, role, team_id, area, from_at }: GrantRow): GrantSeen {
  return { id, role, team: team_id, area, since: from_at };
}
