import { claimState } from '#core/accounts/claim-state.ts';
import { inForce } from '#core/accounts/in-force.ts';
import { refusal } from '#core/terms/refusals.ts';
import { accountById } from '#store/accounts/accounts.ts';
import type { Database } from '#store/database/database.ts';
import { claims } from '#store/people/claims.ts';
import { listTeams, memberships } from '#store/people/teams.ts';
import type { AccountRow } from '#store/schema/account-rows.ts';
import { tokensOf } from '#store/signing-in/api-tokens.ts';
import { passkeysOf } from '#store/signing-in/passkeys.ts';

/** Tokens of an account that were not taken back, newest first. Times are milliseconds since epoch. */
export async function tokensSeen({ query }: Database, account: string, kind: AccountRow['kind']) {
  if ((await accountById(query, account))?.kind !== kind) throw refusal('account-unknown', { account });
  return (await tokensOf(query, account)).map(({ id, name, shown, scopes, made_at, expires_at, used_at }) => ({
    id,
    name,
    shown,
    scopes,
    madeAt: made_at,
    expiresAt: expires_at,
    usedAt: used_at,
  }));
}

/** Passkeys of one's own account, oldest first. */
export async function ownPasskeys({ query }: Database, account: string) {
  return (await passkeysOf(query, account)).map(({ id, name, made_at, used_at }) => ({ id, name, madeAt: made_at, usedAt: used_at }));
}

/** What somebody has said of themself, and the teams they belong to now. */
export async function ownBelongings({ query }: Database, account: string, now: number) {
  const [own, teams, all] = await Promise.all([claims(query, { account }), listTeams(query), memberships(query, account)]);
  const held = inForce(
    all.map(({ team_id, from_at, until_at }) => ({ team: team_id, from: from_at, until: until_at })),
    now,
  );
  return {
    claims: own.map((claim) => ({ id: claim.id, spelling: claim.spelling, state: claimState(claim), madeAt: claim.made_at })),
    teams: teams.filter(({ id }) => held.some(({ team }) => team === id)).map(({ id, name }) => ({ id, name })),
  };
}
