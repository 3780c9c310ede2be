import { randomUUID } from 'node:crypto';
import type { Database, Writing } from '#store/database/database.ts';
import type { FindingRow, FindingWordRow } from '#store/schema/privacy-rows.ts';

type Reading = Database['query'];

/** What a scan found: an area, and the marks of the one who carries it. */
export interface FoundNow {
  readonly area: string;
  readonly name: string;
  readonly marks: readonly string[];
}

export interface FindingsKept {
  readonly sourceId: string;
  readonly found: readonly FoundNow[];
  readonly now: number;
  /** From when others see what is found now. */
  readonly othersFrom: number;
}

/**
 * Keeps what a scan found beside that scan, in its transaction: nobody is ever answered from the one without the other. What
 * was found before, of the same area and person, goes on as it was; what is no longer so is over, and goes on if it comes back.
 */
export async function keepFindings(query: Writing, { sourceId, found, now, othersFrom }: FindingsKept): Promise<void> {
  const known = await withMarks(
    query,
    await query.selectFrom('finding').selectAll().where('source_id', '=', sourceId).where('signal', 'is', null).execute(),
  );
  const held = new Set<string>();
  for (const one of found) {
    const same = known.find(({ area, marks }) => area === one.area && marks.some((mark) => one.marks.includes(mark)));
    const id = same?.id ?? randomUUID();
    held.add(id);
    const row = {
      id,
      source_id: sourceId,
      area: one.area,
      area_name: one.name,
      found_at: now,
      gone_at: null,
      others_from: othersFrom,
      signal: null,
    };
    if (same === undefined) await query.insertInto('finding').values(row).execute();
    else if (same.gone_at !== null || same.area_name !== one.name)
      await query.updateTable('finding').set({ gone_at: null, area_name: one.name }).where('id', '=', id).execute();
    await addMarks(query, id, one.marks);
  }
  const over = known.filter(({ id, gone_at }) => gone_at === null && !held.has(id)).map(({ id }) => id);
  if (over.length > 0) await query.updateTable('finding').set({ gone_at: now }).where('id', 'in', over).execute();
}

async function addMarks(query: Writing, finding_id: string, marks: readonly string[]): Promise<void> {
  if (marks.length === 0) return;
  await query
    .insertInto('finding_subject')
    .values(marks.map((mark) => ({ finding_id, mark })))
    .onConflict((conflict) => conflict.columns(['finding_id', 'mark']).doNothing())
    .execute();
}

export interface KeptFinding extends FindingRow {
  readonly marks: readonly string[];
  readonly words: readonly FindingWordRow[];
}

/** What holds of these sources and others do not see yet. */
export async function findingsHeld(query: Reading, sourceIds: readonly string[], now: number): Promise<readonly KeptFinding[]> {
  const rows = await query
    .selectFrom('finding')
    .selectAll()
    .where('source_id', 'in', sourceIds)
    .where('signal', 'is', null)
    .where('others_from', '>', now)
    .where('gone_at', 'is', null)
    .execute();
  return await whole(query, rows);
}

/** An area that others do not see yet; from when on they do, milliseconds since epoch. */
export interface HeldFromOthers {
  readonly area: string;
  readonly from: number;
}

/** What of each source is held back from others than whom it concerns, by area. */
export async function heldFromOthers(query: Reading, now: number): Promise<ReadonlyMap<string, readonly HeldFromOthers[]>> {
  const rows = await query
    .selectFrom('finding')
    .select(['source_id', 'area', 'others_from'])
    .where('others_from', '>', now)
    .where('gone_at', 'is', null)
    .where('signal', 'is', null)
    .orderBy('source_id')
    .orderBy('area')
    .execute();
  const sources = Map.groupBy(rows, ({ source_id }) => source_id);
  return new Map([...sources].map(([id, held]) => [id, held.map(({ area, others_from }) => ({ area, from: others_from }))]));
}

/** Areas of which somebody who holds a facet or a right alone looks first. */
export async function facetsHeldFromOthers(query: Reading, now: number): Promise<readonly HeldFromOthers[]> {
  const rows = await query
    .selectFrom('finding')
    .select(['area', 'others_from'])
    .where('others_from', '>', now)
    .where('gone_at', 'is', null)
    .where('signal', 'like', 'facet:%')
    .orderBy('area')
    .execute();
  return rows.map(({ area, others_from }) => ({ area, from: others_from }));
}

/** What holds of a source, by area. */
export async function findingsOf(query: Reading, sourceId: string): Promise<readonly KeptFinding[]> {
  const rows = await query
    .selectFrom('finding')
    .selectAll()
    .where('source_id', '=', sourceId)
    .where('gone_at', 'is', null)
    .where('signal', 'is', null)
    .orderBy('area')
    .execute();
  return await whole(query, rows);
}

/** What holds of facets of areas of these sources, by area. */
export async function facetFindingsOf(query: Reading, sourceIds: readonly string[]): Promise<readonly KeptFinding[]> {
  const rows = await query
    .selectFrom('finding')
    .selectAll()
    .where('source_id', 'in', sourceIds)
    .where('gone_at', 'is', null)
    .where('signal', 'like', 'facet:%')
    .orderBy('area')
    .orderBy('id')
    .execute();
  return await whole(query, rows);
}

/** What holds and concerns whoever these marks mean, oldest first. */
export async function findingsAbout(query: Reading, marks: readonly string[]): Promise<readonly KeptFinding[]> {
  if (marks.length === 0) return [];
  const rows = await query
    .selectFrom('finding')
    .selectAll()
    .where('id', 'in', query.selectFrom('finding_subject').select('finding_id').where('mark', 'in', marks))
    .where('gone_at', 'is', null)
    .orderBy('found_at')
    .orderBy('id')
    .execute();
  return await whole(query, rows);
}

/** Takes the words of the one whom it concerns: a later note takes the place of an earlier one. */
export async function keepFindingWord(query: Writing, word: FindingWordRow): Promise<void> {
  const { said, at } = word;
  await query
    .insertInto('finding_word')
    .values(word)
    .onConflict((conflict) => conflict.columns(['finding_id', 'by_account', 'kind']).doUpdateSet({ said, at }))
    .execute();
}

export async function showFindingFrom(query: Writing, id: string, from: number): Promise<void> {
  await query.updateTable('finding').set({ others_from: from }).where('id', '=', id).where('others_from', '>', from).execute();
}

async function whole(query: Reading, rows: readonly FindingRow[]): Promise<readonly KeptFinding[]> {
  if (rows.length === 0) return [];
  const words = await query
    .selectFrom('finding_word')
    .selectAll()
    .where(
      'finding_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('at')
    .execute();
  return (await withMarks(query, rows)).map((row) => ({ ...row, words: words.filter(({ finding_id }) => finding_id === row.id) }));
}

async function withMarks(
  query: Reading,
  rows: readonly FindingRow[],
): Promise<readonly (FindingRow & { readonly marks: readonly string[] })[]> {
  if (rows.length === 0) return [];
  const subjects = await query
    .selectFrom('finding_subject')
    .selectAll()
    .where(
      'finding_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  const marks = Map.groupBy(subjects, ({ finding_id }) => finding_id);
  return rows.map((row) => ({ ...row, marks: (marks.get(row.id) ?? []).map(({ mark }) => mark) }));
}
