import { claimState } from '#core/accounts/claim-state.ts';
import type { WordState } from '#core/accounts/claim-state.ts';
import { listAccounts } from '#store/accounts/accounts.ts';
import type { Database } from '#store/database/database.ts';
import { claims } from '#store/people/claims.ts';

/** A claim as those see it who are asked to confirm it: what somebody says of themself, and wants to be known. */
export interface ClaimSeen {
  readonly id: string;
  readonly name: string;
  readonly spelling: string;
  readonly state: WordState;
  /** Milliseconds since epoch. */
  readonly madeAt: number;
  /** The one who asks made it. */
  readonly isOwn: boolean;
}

/** Claims that wait for somebody, oldest first; or the one named. */
export async function claimsSeen(
  { query }: Database,
  { by, id }: { readonly by: string; readonly id?: string },
): Promise<readonly ClaimSeen[]> {
  const [all, accounts] = await Promise.all([claims(query, id === undefined ? {} : { id }), listAccounts(query)]);
  const names = new Map(accounts.map((account) => [account.id, account.name]));
  return all
    .map((claim) => ({
      id: claim.id,
      name: names.get(claim.account_id) ?? '',
      spelling: claim.spelling,
      state: claimState(claim),
      madeAt: claim.made_at,
      isOwn: claim.account_id === by,
    }))
    .filter(({ state }) => id !== undefined || state === 'proposed');
}
