import type { Database, Writing } from '#store/database/database.ts';
import type { AccessRow } from '#store/schema/privacy-rows.ts';

type Reading = Database['query'];

export interface KeptAccess extends Omit<AccessRow, 'through_token'> {
  readonly through_token?: string | null;
  readonly subjects: readonly string[];
}

/** Adds to the log. There is no way to change what stands in it. */
export async function addAccess(query: Writing, records: readonly KeptAccess[]): Promise<void> {
  if (records.length === 0) return;
  await query.insertInto('access_record').values(records.map(rowOf)).execute();
  const subjects = records.flatMap(({ id, at, subjects: keys }) => [...new Set(keys)].map((key) => ({ record_id: id, key, at })));
  if (subjects.length > 0) await query.insertInto('access_subject').values(subjects).execute();
}

function rowOf({ id, at, by_account, question, topics, outcome, sight, reason, through_token = null }: KeptAccess): AccessRow {
  return { id, at, by_account, question, topics, outcome, sight, reason, through_token };
}

/** Where a page begins: after this record, going back in time. */
export interface Page {
  readonly before?: { readonly at: number; readonly id: string } | undefined;
  readonly most: number;
}

/** Everything, newest first. */
export async function allAccess(query: Reading, { before, most }: Page): Promise<readonly KeptAccess[]> {
  const all = query.selectFrom('access_record').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(most);
  const rows = before === undefined ? all : all.where((built) => built(built.refTuple('at', 'id'), '<', built.tuple(before.at, before.id)));
  return await withSubjects(query, await rows.execute());
}

export interface Whose {
  readonly account: string;
  /** The account, and every mark that means its person. */
  readonly keys: readonly string[];
}

/** What one account asked and what concerned its person, newest first: two walks along an index, joined. */
export async function accessOf(query: Reading, { account, keys }: Whose, { before, most }: Page): Promise<readonly KeptAccess[]> {
  const mine = query.selectFrom('access_record').select(['id', 'at']).where('by_account', '=', account);
  const about = query.selectFrom('access_subject').select(['record_id as id', 'at']).where('key', 'in', keys);
  const both = mine.union(about).as('both');
  const ids = query.selectFrom(both).select('id').orderBy('at', 'desc').orderBy('id', 'desc').limit(most);
  const page = before === undefined ? ids : ids.where((built) => built(built.refTuple('at', 'id'), '<', built.tuple(before.at, before.id)));
  const found = (await page.execute()).map(({ id }) => id);
  if (found.length === 0) return [];
  const rows = await query
    .selectFrom('access_record')
    .selectAll()
    .where('id', 'in', found)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return await withSubjects(query, rows);
}

async function withSubjects(query: Reading, rows: readonly AccessRow[]): Promise<readonly KeptAccess[]> {
  if (rows.length === 0) return [];
  const subjects = await query
    .selectFrom('access_subject')
    .select(['record_id', 'key'])
    .where(
      'record_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('key')
    .execute();
  const keys = Map.groupBy(subjects, ({ record_id }) => record_id);
  return rows.map((row) => ({ ...row, subjects: (keys.get(row.id) ?? []).map(({ key }) => key) }));
}

/** Ends what is past its term; how many records that were. */
export async function endAccessBefore(query: Writing, before: number): Promise<number> {
  const { numDeletedRows } = await query.deleteFrom('access_record').where('at', '<', before).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
