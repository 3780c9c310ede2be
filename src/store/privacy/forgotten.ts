import { randomUUID } from 'node:crypto';
import type { Forgotten } from './forget-identities.ts';
import { forgetIdentities } from './forget-identities.ts';
import type { Database, Writing } from '#store/database/database.ts';
import type { ErasureRow } from '#store/schema/privacy-rows.ts';
import type { ScanToKeep } from '#store/kept-scan.ts';
import { marksIn } from './marks.ts';

type Words = Pick<ScanToKeep, 'spelled' | 'mapped' | 'facts'>;

/** A scan as it may be kept: whoever is forgotten by then stays so, however their words came back. */
export async function withoutForgotten<Scan extends Words>(query: Writing, scan: Scan): Promise<Scan> {
  const rows = await query.selectFrom('forgotten').selectAll().execute();
  if (rows.length === 0) return scan;
  const [mark, list] = [(await marksIn(query))!, new Map<string, Forgotten>(rows.map((row) => [row.mark, row]))];
  const { spelled, mapped, facts } = scan;
  const words = { spelled: spelled.identities, mapped, texts: facts.texts };
  const less = forgetIdentities(words, (address) => (address === '' ? undefined : list.get(mark(address))));
  return { ...scan, spelled: { ...spelled, identities: less.spelled }, mapped: less.mapped, facts: { ...facts, texts: less.texts } };
}

export interface Forgetting {
  readonly marks: readonly string[];
  readonly how: Forgotten['how'];
  readonly pseudonym: string;
  readonly now: number;
}

/** Puts marks on the list; who was a pseudonym can be erased, and nobody comes back. How many were not there as such. */
export async function forgetMarks(query: Writing, { marks, how, pseudonym, now }: Forgetting): Promise<number> {
  if (marks.length === 0) return 0;
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('forgotten')
    .values(marks.map((mark) => ({ mark, how, pseudonym, since: now })))
    .onConflict((conflict) => {
      const known = conflict.column('mark');
      return how === 'erased' ? known.doUpdateSet({ how }).where('forgotten.how', '=', 'left') : known.doNothing();
    })
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0);
}

/** Asks to be erased; asking again while one is open changes nothing. */
export async function askErasure(
  query: Writing,
  { account, marks, now }: { readonly account: string; readonly marks: readonly string[]; readonly now: number },
): Promise<void> {
  const open = await query
    .selectFrom('erasure')
    .select('id')
    .where('account_id', '=', account)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  if (open !== undefined) return;
  const row = { id: randomUUID(), account_id: account, marks: marks.join(), asked_at: now, confirmed_at: null, confirmed_by: null };
  await query.insertInto('erasure').values(row).execute();
}

/** Requests that nobody has confirmed yet, oldest first. */
export async function openErasures(query: Database['query']): Promise<readonly ErasureRow[]> {
  return await query.selectFrom('erasure').selectAll().where('confirmed_at', 'is', null).orderBy('asked_at').orderBy('id').execute();
}

/** Takes a request for this transaction; undefined where it was confirmed already, or is one's own. */
export async function confirmErasure(
  query: Writing,
  { id, by, now }: { readonly id: string; readonly by: string; readonly now: number },
): Promise<ErasureRow | undefined> {
  return await query
    .updateTable('erasure')
    .set({ confirmed_at: now, confirmed_by: by })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .where('account_id', '<>', by)
    .returningAll()
    .executeTakeFirst();
}

/** Takes name, address and every way in from an account; its row stays, because records point at it. */
export async function blankAccount(query: Writing, account: string): Promise<void> {
  await query.updateTable('account').set({ name: 'erased', email: null, external_id: null }).where('id', '=', account).execute();
  await query.updateTable('claim').set({ spelling: 'erased', email: 'erased' }).where('account_id', '=', account).execute();
  await query.deleteFrom('local_password').where('account_id', '=', account).execute();
}

/** Whether anybody was put on the list at this time or later. */
export async function forgottenSince(query: Database['query'], since: number): Promise<boolean> {
  return (await query.selectFrom('forgotten').select('mark').where('since', '>=', since).limit(1).executeTakeFirst()) !== undefined;
}
