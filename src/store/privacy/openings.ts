import type { Database, Writing } from '#store/database/database.ts';
import type { OpeningRow, OpeningWordRow } from '#store/schema/privacy-rows.ts';

type Reading = Database['query'];

export interface OpeningArea {
  /** Its id. */
  readonly area: string;
  readonly name: string;
}

/** As it is kept; times are seconds since epoch, as rules read them. */
export interface KeptOpening {
  readonly id: string;
  readonly sourceId: string;
  readonly askedBy: string;
  readonly askedAt: number;
  readonly hours: number;
  readonly reason: string;
  readonly areas: readonly OpeningArea[];
  /** Marks of the people whose names it would show. */
  readonly marks: readonly string[];
  /** Oldest first. */
  readonly words: readonly KeptWord[];
}

interface KeptWord {
  readonly by: string;
  readonly at: number;
  readonly says: OpeningWordRow['says'];
}

const SECOND = 1000;

export async function addOpening(query: Writing, opening: Omit<KeptOpening, 'words'>): Promise<void> {
  const { id, sourceId, askedBy, askedAt, hours, reason, areas, marks } = opening;
  const row = { id, source_id: sourceId, asked_by: askedBy, asked_at: Math.round(askedAt * SECOND), hours, reason };
  await query.insertInto('opening').values(row).execute();
  await query
    .insertInto('opening_area')
    .values(areas.map(({ area, name }) => ({ opening_id: id, area, area_name: name })))
    .execute();
  const subjects = [...new Set(marks)].map((mark) => ({ opening_id: id, mark }));
  if (subjects.length > 0) await query.insertInto('opening_subject').values(subjects).execute();
}

/** Saying the same again changes nothing. */
export async function sayOfOpening(query: Writing, word: OpeningWordRow): Promise<void> {
  await query
    .insertInto('opening_word')
    .values(word)
    .onConflict((conflict) => conflict.columns(['opening_id', 'by_account', 'says']).doNothing())
    .execute();
}

export async function openingById(query: Reading, id: string): Promise<KeptOpening | undefined> {
  return (await whole(query, await query.selectFrom('opening').selectAll().where('id', '=', id).execute()))[0];
}

/** All of them, newest first. */
export async function allOpenings(query: Reading, most: number): Promise<readonly KeptOpening[]> {
  return await whole(query, await newest(query, most).execute());
}

/** What this account asked for, and what would show the name of whoever these marks mean; newest first. */
export async function openingsOf(
  query: Reading,
  { account, marks, most }: { readonly account: string; readonly marks: readonly string[]; readonly most: number },
): Promise<readonly KeptOpening[]> {
  const about = query
    .selectFrom('opening_subject')
    .select('opening_id')
    .where('mark', 'in', ['', ...marks]);
  const rows = await newest(query, most)
    .where((built) => built.or([built('asked_by', '=', account), built('id', 'in', about)]))
    .execute();
  return await whole(query, rows);
}

/** Ends what is past its term. */
export async function endOpeningsBefore(query: Writing, before: number): Promise<void> {
  await query.deleteFrom('opening').where('asked_at', '<', before).execute();
}

function newest(query: Reading, most: number) {
  return query.selectFrom('opening').selectAll().orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(most);
}

async function whole(query: Reading, rows: readonly OpeningRow[]): Promise<readonly KeptOpening[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [areas, subjects, words] = await Promise.all([
    query.selectFrom('opening_area').selectAll().where('opening_id', 'in', ids).orderBy('area').execute(),
    query.selectFrom('opening_subject').selectAll().where('opening_id', 'in', ids).orderBy('mark').execute(),
    query.selectFrom('opening_word').selectAll().where('opening_id', 'in', ids).orderBy('at').orderBy('by_account').execute(),
  ]);
  return rows.map(({ id, source_id, asked_by, asked_at, hours, reason }) => ({
    id,
    sourceId: source_id,
    askedBy: asked_by,
    askedAt: asked_at / SECOND,
    hours,
    reason,
    areas: areas.filter(({ opening_id }) => opening_id === id).map(({ area, area_name }) => ({ area, name: area_name })),
    marks: subjects.filter(({ opening_id }) => opening_id === id).map(({ mark }) => mark),
    words: words
      .filter(({ opening_id }) => opening_id === id)
      .map(({ by_account, at, says }) => ({ by: by_account, at: at / SECOND, says })),
  }));
}
