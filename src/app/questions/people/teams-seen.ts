import { listAccounts } from '#store/accounts/accounts.ts';
import type { Database } from '#store/database/database.ts';
import { listTeams, memberships } from '#store/people/teams.ts';

export interface TeamSeen {
  readonly id: string;
  readonly name: string;
  readonly members: readonly MemberSeen[];
}

interface MemberSeen {
  readonly accountId: string;
  readonly name: string;
  /** Milliseconds since epoch; half-open. */
  readonly from: number;
  readonly until: number | null;
}

/** Teams by name, with everybody who is or was in them, by name and then by time (sorting keeps the order of the query). */
export async function teamsSeen({ query }: Database): Promise<readonly TeamSeen[]> {
  const [teams, members, accounts] = await Promise.all([listTeams(query), memberships(query), listAccounts(query)]);
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const byTeam = Map.groupBy(members, ({ team_id }) => team_id);
  return teams.map(({ id, name }) => ({
    id,
    name,
    members: (byTeam.get(id) ?? [])
      .map(({ account_id, from_at, until_at }) => ({
        accountId: account_id,
        name: names.get(account_id) ?? '',
        from: from_at,
        until: until_at,
      }))
      .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
  }));
}
