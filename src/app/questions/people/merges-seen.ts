import { mergesNow } from '#app/people/merges-now.ts';
import type { WordState } from '#core/accounts/claim-state.ts';
import type { Database } from '#store/database/database.ts';
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
  database: Database,
  viewer: { readonly account: string; readonly all: boolean },
): Promise<readonly MergeSeen[]> {
  const seen = (await mergesNow(database)).filter(
    ({ made_by, concerned }) => viewer.all || made_by === viewer.account || concerned.includes(viewer.account),
  );
  return seen.map(({ id, kind, spellings, state, made_at, made_by, words }) => ({
    id,
    kind,
    spellings,
    state,
    madeAt: made_at,
    isOwn: made_by === viewer.account,
    hasSaid: words.some(({ by }) => by === viewer.account),
  }));
}
