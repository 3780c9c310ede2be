import { claimsOverlap, claimState, partsOf } from '#core/accounts/claim-state.ts';
import type { WordState } from '#core/accounts/claim-state.ts';
import { mergeState } from '#core/accounts/merge-state.ts';
import type { MergeWishes } from '#core/identity/merge-identities.ts';
import type { Moment } from '#core/terms/moment.ts';
import { listAccounts } from '#store/accounts/accounts.ts';
import { deactivatedSince } from '#store/accounts/deactivations.ts';
import type { Database } from '#store/database/database.ts';
import { claims } from '#store/people/claims.ts';
import type { KeptClaim } from '#store/people/claims.ts';
import { merges } from '#store/people/merges.ts';
import type { KeptMerge } from '#store/people/merges.ts';

/**
 * Who is one person in the history, as people have said and confirmed: in the form of `people:` in understudy.yaml, to be
 * added to what stands there. What was taken back or refused since is not in it.
 */
export async function peopleWishes({ query }: Database): Promise<Required<MergeWishes>> {
  const held = (await claims(query)).filter((claim) => claimState(claim) === 'confirmed');
  const said = (await merges(query)).filter((merge) => mergeState(asMerge(merge, held)) === 'confirmed');
  const own = [...Map.groupBy(held, ({ account_id }) => account_id).values()].map((list) => list.map(({ spelling }) => spelling));
  const of = (kind: KeptMerge['kind']) => said.filter((merge) => merge.kind === kind).map(({ spellings }) => spellings);
  return { same: [...own.filter(({ length }) => length > 1), ...of('same')], different: of('different') };
}

function asMerge({ made_by, words, spellings }: KeptMerge, confirmed: readonly KeptClaim[]) {
  const concerned = confirmed.filter(({ spelling }) => spellings.some((one) => claimsOverlap(one, spelling)));
  return { proposedBy: made_by, words, concerned: concerned.map(({ account_id }) => account_id) };
}

/** Somebody who has left for good, by the words that the history knows them by. */
export interface PermanentAbsence {
  readonly spellings: readonly string[];
  readonly from: Moment;
}

/** Everybody whose account is deactivated and whose spelling was confirmed: away from that moment on, without an end. */
export async function permanentAbsences({ query }: Database): Promise<readonly PermanentAbsence[]> {
  const [left, all] = await Promise.all([deactivatedSince(query), claims(query)]);
  const held = all.filter((claim) => left.has(claim.account_id) && claimState(claim) === 'confirmed');
  return [...Map.groupBy(held, ({ account_id }) => account_id)].map(([account, list]) => ({
    spellings: list.map(({ spelling }) => spelling),
    from: Math.floor(left.get(account)! / 1000),
  }));
}

/** A claim as those see it who are asked to confirm it: what somebody says of themself, and wants to be known. */
export interface ClaimSeen {
  readonly id: string;
  readonly name: string;
  readonly spelling: string;
  readonly state: WordState;
  /** Milliseconds since epoch. */
  readonly madeAt: number;
}

/** Claims that wait for somebody, oldest first; or the one named. */
export async function claimsSeen({ query }: Database, id?: string): Promise<readonly ClaimSeen[]> {
  const [all, accounts] = await Promise.all([claims(query, id === undefined ? {} : { id }), listAccounts(query)]);
  const names = new Map(accounts.map((account) => [account.id, account.name]));
  return all
    .map((claim) => ({
      id: claim.id,
      name: names.get(claim.account_id) ?? '',
      spelling: claim.spelling,
      state: claimState(claim),
      madeAt: claim.made_at,
    }))
    .filter(({ state }) => id !== undefined || state === 'proposed');
}

/** Merges of the last word: all for administrators, else those that speak of the one who asks or that they proposed. */
export async function mergesSeen({ query }: Database, viewer: { readonly account: string; readonly all: boolean }) {
  const held = (await claims(query)).filter((claim) => claimState(claim) === 'confirmed');
  return (await merges(query)).flatMap((merge) => {
    const asked = asMerge(merge, held);
    if (!viewer.all && merge.made_by !== viewer.account && !asked.concerned.includes(viewer.account)) return [];
    const { id, kind, spellings, made_at } = merge;
    return [{ id, kind, spellings, state: mergeState(asked), madeAt: made_at }];
  });
}

/** Words of a spelling that answers are asked with. */
export function ownWords(spellings: readonly string[]): readonly string[] {
  return [...new Set(spellings.flatMap((spelling) => [spelling, partsOf(spelling).email]))];
}
