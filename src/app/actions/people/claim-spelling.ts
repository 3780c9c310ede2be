import { checkedSpelling } from '#core/accounts/checked-words.ts';
import { claimsOverlap, claimState, claimWordProblem, partsOf } from '#core/accounts/claim-state.ts';
import type { Word } from '#core/accounts/claim-state.ts';
import { refusal } from '#core/terms/refusals.ts';
import { holdAccount } from '#store/accounts/accounts.ts';
import { grantsOf } from '#store/accounts/role-grants.ts';
import type { Database, Writing } from '#store/database/database.ts';
import { addClaim, claims, holdClaims, sayOfClaim } from '#store/people/claims.ts';
import type { KeptClaim } from '#store/people/claims.ts';

/**
 * Says that a spelling of the history is oneself. Where it names exactly the address of the account, and somebody else's word
 * stands behind that address, it is confirmed at once; otherwise it waits for somebody else.
 */
export async function claimSpelling(
  database: Database,
  { account, spelling: typed, now }: { readonly account: string; readonly spelling: string; readonly now: number },
): Promise<{ readonly id: string; readonly confirmed: boolean }> {
  const spelling = checkedSpelling(typed);
  const { email } = partsOf(spelling);
  return await database.write(async (query) => {
    const held = await holdAccount(query, account);
    if (held?.state !== 'active') throw refusal('account-unknown', { account });
    const id = await addClaim(query, { account_id: account, spelling, email, made_at: now });
    await holdClaims(query, email);
    await refuseTaken(query, { id, spelling, email });
    const confirmed = email === held.email && held.email_from !== 'self';
    if (confirmed) await sayOfClaim(query, { claim_id: id, by_account: account, says: 'confirm', ground: 'own address', said_at: now });
    return { id, confirmed };
  });
}

/** Refused where another claim that may mean the same row holds, or where one's own is open. */
async function refuseTaken(
  query: Writing,
  { id, spelling, email }: { readonly id: string; readonly spelling: string; readonly email: string },
): Promise<void> {
  const near = (await claims(query, { email })).filter((other) => other.id !== id && claimsOverlap(other.spelling, spelling));
  const own = (await claims(query, { id }))[0]!.account_id;
  const taken = near.some((other) => {
    const state = claimState(other);
    return state === 'confirmed'
      ? other.account_id !== own || other.spelling === spelling
      : state === 'proposed' && other.account_id === own && other.spelling === spelling;
  });
  if (taken) throw refusal('claim-taken', {});
}

export interface ClaimWord {
  readonly claim: string;
  readonly by: string;
  readonly says: Word['says'];
  readonly now: number;
}

/** Confirms, refuses or takes back a claim, as far as whoever says it may. */
export async function sayOfSpelling(database: Database, { claim: id, by, says, now }: ClaimWord): Promise<void> {
  await database.write(async (query) => {
    const found = (await claims(query, { id }))[0];
    if (found === undefined) throw refusal('claim-unknown', {});
    await holdClaims(query, found.email);
    const claim = (await claims(query, { id }))[0]!;
    const speaker = { account: by, ...(await standingOf(query, by)) };
    const said = { account: claim.account_id, spelling: claim.spelling, madeAt: claim.made_at, words: claim.words };
    const reason = claimWordProblem(said, speaker, says);
    if (reason !== null) throw refusal('claim-word', { reason });
    if (says === 'confirm') await refuseOther(query, claim);
    const ground = says === 'withdraw' ? 'own' : speaker.isAdministrator ? 'administrator' : 'member';
    await sayOfClaim(query, { claim_id: id, by_account: by, says, ground, said_at: now });
  });
}

async function refuseOther(query: Writing, { account_id, spelling, email }: KeptClaim): Promise<void> {
  const others = (await claims(query, { email })).filter(
    (other) => other.account_id !== account_id && claimsOverlap(other.spelling, spelling),
  );
  if (others.some((other) => claimState(other) === 'confirmed')) throw refusal('claim-taken', {});
}

async function standingOf(query: Writing, account: string): Promise<{ readonly isAdministrator: boolean; readonly isConfirmed: boolean }> {
  const grants = await grantsOf(query, account);
  const own = await claims(query, { account });
  return {
    isAdministrator: grants.some(({ role }) => role === 'administrator'),
    isConfirmed: own.some((claim) => claimState(claim) === 'confirmed'),
  };
}
