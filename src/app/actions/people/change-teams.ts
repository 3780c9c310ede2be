import { checkedName } from '#core/accounts/checked-words.ts';
import { refusal } from '#core/terms/refusals.ts';
import { holdAccount } from '#store/accounts/accounts.ts';
import type { Database } from '#store/database/database.ts';
import * as teams from '#store/people/teams.ts';

export interface Deciding {
  readonly by: string | null;
  readonly now: number;
}

export async function makeTeam(database: Database, { name: typed, ...deciding }: Deciding & { readonly name: string }): Promise<string> {
  const name = checkedName(typed);
  const id = await database.write(async (query) => await teams.addTeam(query, { name, ...deciding }));
  if (id === undefined) throw refusal('team-known', { name });
  return id;
}

/** The team and every membership end now; what was, stays on record. */
export async function endTeam(database: Database, team: string, now: number): Promise<void> {
  if (!(await database.write(async (query) => await teams.endTeam(query, team, now)))) throw refusal('team-unknown', { team });
}

/** From now on this account belongs to that team, beside any others. */
export async function joinTeam(database: Database, member: teams.Member): Promise<void> {
  await database.write(async (query) => {
    const [team, account] = [await teams.teamById(query, member.team), await holdAccount(query, member.account)];
    if (team === undefined || team.ended_at !== null) throw refusal('team-unknown', { team: member.team });
    if (account === undefined) throw refusal('account-unknown', { account: member.account });
    if (account.state !== 'active') throw refusal('account-deactivated', { name: account.name });
    await teams.join(query, member);
  });
}

export async function leaveTeam(database: Database, member: teams.Member): Promise<void> {
  if (!(await database.write(async (query) => await teams.leave(query, member)))) throw refusal('not-there', {});
}
