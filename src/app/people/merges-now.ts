import { claimsOverlap, claimState } from '#core/accounts/claim-state.ts';
import type { WordState } from '#core/accounts/claim-state.ts';
import { mergeState } from '#core/accounts/merge-state.ts';
import type { Database } from '#store/database/database.ts';
import { claims } from '#store/people/claims.ts';
import { merges } from '#store/people/merges.ts';
import type { KeptMerge } from '#store/people/merges.ts';

export interface MergeNow extends KeptMerge {
  readonly state: WordState;
  /** Accounts of whom it speaks, by their confirmed claims. */
  readonly concerned: readonly string[];
}

/** Every merge that was proposed, oldest first, and what has become of it. */
export async function mergesNow({ query }: Pick<Database, 'query'>): Promise<readonly MergeNow[]> {
  const confirmed = (await claims(query)).filter((claim) => claimState(claim) === 'confirmed');
  return (await merges(query)).map((merge) => {
    const near = confirmed.filter(({ spelling }) => merge.spellings.some((one) => claimsOverlap(one, spelling)));
    const concerned = near.map(({ account_id }) => account_id);
    return { ...merge, concerned, state: mergeState({ proposedBy: merge.made_by, words: merge.words, concerned }) };
  });
}
