import { grantProblem } from '#core/accounts/grant-of.ts';
import type { KeptGrant } from '#core/accounts/grant-of.ts';
import { isLastAdministrator } from '#core/accounts/second-administrator.ts';
import { refusal } from '#core/terms/refusals.ts';
import { holdAccount } from '#store/accounts/accounts.ts';
import { deactivate, reactivate } from '#store/accounts/deactivations.ts';
import type { Leaving } from '#store/accounts/deactivations.ts';
import { giveRole, grantById, holdHolders, takeRole } from '#store/accounts/role-grants.ts';
import type { GrantWish } from '#store/accounts/role-grants.ts';
import type { Database, Writing } from '#store/database/database.ts';
import { teamById } from '#store/people/teams.ts';

/** Gives a role; the id of the grant. */
export async function grantRole(database: Database, wish: GrantWish): Promise<string> {
  return await database.write(async (query) => {
    const account = await holdAccount(query, wish.account);
    if (account === undefined) throw refusal('account-unknown', { account: wish.account });
    if (account.state !== 'active') throw refusal('account-deactivated', { name: account.name });
    checkedGrant({ role: wish.role, team: wish.team ?? null, area: wish.area ?? null }, account.kind);
    if (wish.team !== undefined && (await teamById(query, wish.team))?.ended_at !== null)
      throw refusal('team-unknown', { team: wish.team });
    return await giveRole(query, wish);
  });
}

export function checkedGrant(grant: KeptGrant, kind: 'person' | 'service'): void {
  const reason = grantProblem(grant, kind);
  if (reason !== null) throw refusal('bad-grant', { reason });
}

/** Ends a grant, unless that would leave nobody who administers. False: it had ended. */
export async function endGrant(
  database: Database,
  wish: { readonly id: string; readonly account: string; readonly by: string; readonly now: number },
): Promise<boolean> {
  return await database.write(async (query) => {
    const grant = await grantById(query, wish.id);
    if (grant?.account_id !== wish.account) return false;
    if (grant.role === 'administrator') await keepOne(query, grant.account_id);
    return await takeRole(query, wish);
  });
}

/** From now on nobody comes in with this account; to the engine its person is away for good. Doing it again changes nothing. */
export async function deactivateAccount(database: Database, leaving: Leaving): Promise<void> {
  await database.write(async (query) => await deactivateIn(query, leaving));
}

/** The same, as part of something larger. */
export async function deactivateIn(query: Writing, leaving: Leaving): Promise<void> {
  await keepOne(query, leaving.account);
  const account = await holdAccount(query, leaving.account);
  if (account === undefined) throw refusal('account-unknown', { account: leaving.account });
  if (account.state === 'active') await deactivate(query, leaving);
}

/** They are back, as a member; what else they may do is given anew. */
export async function reactivateAccount(database: Database, back: Omit<Leaving, 'how'>): Promise<void> {
  await database.write(async (query) => await reactivateIn(query, back));
}

/** The same, as part of something larger. */
export async function reactivateIn(query: Writing, { account: id, by, now }: Omit<Leaving, 'how'>): Promise<void> {
  const account = await holdAccount(query, id);
  if (account === undefined) throw refusal('account-unknown', { account: id });
  if (account.state === 'active') return;
  await reactivate(query, id, now);
  await giveRole(query, { account: id, role: account.kind === 'person' ? 'member' : 'agent', by, now });
}

async function keepOne(query: Writing, account: string): Promise<void> {
  if (isLastAdministrator(await holdHolders(query, 'administrator'), account)) throw refusal('last-administrator', {});
}
