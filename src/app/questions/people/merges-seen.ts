import { claimsOverlap, claimState } from '#core/accounts/claim-state.ts';
import type { WordState } from '#core/accounts/claim-state.ts';
import { mergeState } from '#core/accounts/merge-state.ts';
import type { Database } from '#store/database/database.ts';
import { claims } from '#store/people/claims.ts';
import { merges } from '#store/people/merges.ts';
import type { KeptMerge } from '#store/people/merges.ts';

export interface MergeSeen extends Pick<KeptMerge, 'id' | 'kind' | 'spellings'> {
  readonly state: WordState;
  /** Milliseconds since epoch. */
  readonly madeAt: number;
  /** The one who asks proposed it. */
  readonly isOwn: boolean;
  /** The one who asks has said yes, and others have not yet. */
  readonly hasSaid: boolean;
}

/** Merges, oldest first: all for administrators, else those that speak of the one who asks or that they proposed. */
export async function mergesSeen(
  { query }: Database,
  viewer: { readonly account: string; readonly all: boolean },
): Promise<readonly MergeSeen[]> {
  const confirmed = (await claims(query)).filter((claim) => claimState(claim) === 'confirmed');
  return (await merges(query)).flatMap(({ id, kind, spellings, words, made_by, made_at }) => {
    const near = confirmed.filter(({ spelling }) => spellings.some((one) => claimsOverlap(one, spelling)));
    const concerned = near.map(({ account_id }) => account_id);
    if (!viewer.all && made_by !== viewer.account && !concerned.includes(viewer.account)) return [];
    const own = { isOwn: made_by === viewer.account, hasSaid: words.some(({ by }) => by === viewer.account) };
    return [{ id, kind, spellings, state: mergeState({ proposedBy: made_by, words, concerned }), madeAt: made_at, ...own }];
  });
}
