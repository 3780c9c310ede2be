import { randomUUID } from 'node:crypto';
import type { Database, Writing } from '#store/database/database.ts';
import type { ClaimRow, ClaimWordRow } from '#store/schema/people-rows.ts';

type Reading = Database['query'];

/** A claim with everything that was said about it, oldest first. */
export interface KeptClaim extends ClaimRow {
  readonly words: readonly SaidWord[];
}

export interface SaidWord {
  readonly by: string;
  readonly at: number;
  readonly says: ClaimWordRow['says'];
  readonly ground: ClaimWordRow['ground'];
}

export async function addClaim(query: Writing, claim: Omit<ClaimRow, 'id'>): Promise<string> {
  const id = randomUUID();
  await query
    .insertInto('claim')
    .values({ id, ...claim })
    .execute();
  return id;
}

export async function sayOfClaim(query: Writing, word: Omit<ClaimWordRow, 'id'>): Promise<void> {
  await query
    .insertInto('claim_word')
    .values({ id: randomUUID(), ...word })
    .execute();
}

/** Claims by who made them, by address or by id; all where nothing is said. Oldest first. */
export async function claims(
  query: Reading,
  only: { readonly account?: string; readonly email?: string; readonly id?: string } = {},
): Promise<readonly KeptClaim[]> {
  let asked = query.selectFrom('claim').selectAll().orderBy('made_at').orderBy('id');
  if (only.account !== undefined) asked = asked.where('account_id', '=', only.account);
  if (only.email !== undefined) asked = asked.where('email', '=', only.email);
  if (only.id !== undefined) asked = asked.where('id', '=', only.id);
  const rows = await asked.execute();
  if (rows.length === 0) return [];
  const asking = query.selectFrom('claim_word').selectAll().orderBy('said_at').orderBy('id');
  const ids = rows.map(({ id }) => id);
  const words = await (Object.keys(only).length === 0 ? asking : asking.where('claim_id', 'in', ids)).execute();
  const byClaim = Map.groupBy(words, ({ claim_id }) => claim_id);
  return rows.map((row) => ({ ...row, words: (byClaim.get(row.id) ?? []).map(asSaid) }));
}

function asSaid({ by_account, said_at, says, ground }: ClaimWordRow): SaidWord {
  return { by: by_account, at: said_at, says, ground };
}

/** Holds all claims of one address for this transaction, so that two people cannot be confirmed as one spelling at once. */
export async function holdClaims(query: Writing, email: string): Promise<void> {
  await query
    .updateTable('claim')
    .set((built) => ({ email: built.ref('email') }))
    .where('email', '=', email)
    .execute();
}
