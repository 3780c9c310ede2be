import { claimState } from '#core/accounts/claim-state.ts';
import type { Leaver } from '#core/accounts/with-leavers.ts';
import { deactivatedSince } from '#store/accounts/deactivations.ts';
import type { Database } from '#store/database/database.ts';
import { claims } from '#store/people/claims.ts';

/** Everybody whose account is deactivated and whose spelling was confirmed: away from that moment on, without an end. */
export async function permanentAbsences({ query }: Database): Promise<readonly Leaver[]> {
  const [left, all] = await Promise.all([deactivatedSince(query), claims(query)]);
  const held = all.filter((claim) => left.has(claim.account_id) && claimState(claim) === 'confirmed');
  return [...Map.groupBy(held, ({ account_id }) => account_id)].map(([account, list]) => ({
    spellings: list.map(({ spelling }) => spelling),
    from: Math.floor(left.get(account)! / 1000),
  }));
}
