import { randomUUID } from 'node:crypto';
import type { Database, Writing } from '#store/database/database.ts';

type Reading = Database['query'];

/** That a signal is raised and means somebody: one for each of them, so that all look before anybody else does. */
export interface SignalFound {
  readonly key: string;
  /** Id of the area where it is about a facet of one; a signal stands under its key. */
  readonly area?: string;
  /** What it says, where the one whom it concerns reads of it. */
  readonly name: string;
  /** Source that it belongs to. */
  readonly sourceId: string;
  /** Of all addresses of that one person; empty: none is known. */
  readonly marks: readonly string[];
}

const FACET = 'facet';

/** A finding about a facet stands beside those about signals under such a key, which none of theirs begins like. */
export function facetFindingKey({
  what,
  sourceId,
  area,
}: {
  readonly what: string;
  readonly sourceId: string;
  readonly area: string;
}): string {
  return `${FACET}:${what}:${sourceId}:${area}`;
}

/** The facet or right that a finding is about; null: it is about a signal, or about a carrier. */
export function facetOfFinding(key: string | null): string | null {
  const [kind, what = null] = key?.split(':') ?? [];
  return kind === FACET ? what : null;
}

/** Keeps whom raised signals concern, beside the look. What was found before goes on as it was; what is no longer so is over. */
export async function keepSignalFindings(
  query: Writing,
  { found, now, othersFrom }: { readonly found: readonly SignalFound[]; readonly now: number; readonly othersFrom: number },
): Promise<void> {
  const known = await knownFindings(query);
  const held = new Set<string>();
  for (const { key, area = key, name, sourceId, marks } of found) {
    const same = known.find((one) => one.signal === key && isSame(one.marks, marks));
    const id = same?.id ?? randomUUID();
    held.add(id);
    if (same === undefined)
      await query
        .insertInto('finding')
        .values({ id, source_id: sourceId, area, area_name: name, found_at: now, gone_at: null, others_from: othersFrom, signal: key })
        .execute();
    else if (same.gone_at !== null) await query.updateTable('finding').set({ gone_at: null }).where('id', '=', id).execute();
    if (marks.length > 0)
      await query
        .insertInto('finding_subject')
        .values(marks.map((mark) => ({ finding_id: id, mark })))
        .onConflict((conflict) => conflict.columns(['finding_id', 'mark']).doNothing())
        .execute();
  }
  const over = known.filter(({ id, gone_at }) => gone_at === null && !held.has(id)).map(({ id }) => id);
  if (over.length > 0) await query.updateTable('finding').set({ gone_at: now }).where('id', 'in', over).execute();
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 ? other.length === 0 : one.some((mark) => other.includes(mark));
}

interface Known {
  readonly id: string;
  readonly signal: string;
  readonly found_at: number;
  readonly gone_at: number | null;
  readonly others_from: number;
  readonly marks: readonly string[];
}

/** All findings of signals, also such as are over: whom a signal concerned is asked about a signal that cleared, too. */
export async function knownFindings(query: Reading): Promise<readonly Known[]> {
  const rows = await query
    .selectFrom('finding')
    .select(['id', 'signal', 'found_at', 'gone_at', 'others_from'])
    .where('signal', 'is not', null)
    .orderBy('id')
    .execute();
  const subjects = await query
    .selectFrom('finding_subject')
    .selectAll()
    .where('finding_id', 'in', query.selectFrom('finding').select('id').where('signal', 'is not', null))
    .execute();
  const marks = Map.groupBy(subjects, ({ finding_id }) => finding_id);
  return rows.map((row) => ({ ...row, signal: row.signal!, marks: (marks.get(row.id) ?? []).map(({ mark }) => mark) }));
}

/** What those whom a signal concerns wrote beside it, by finding; oldest first. */
export async function notesOfFindings(query: Reading): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await query
    .selectFrom('finding_word')
    .select(['finding_id', 'said'])
    .where('kind', '=', 'note')
    .where('said', '!=', '')
    .where('finding_id', 'in', query.selectFrom('finding').select('id').where('signal', 'is not', null))
    .orderBy('at')
    .execute();
  return new Map([...Map.groupBy(rows, ({ finding_id }) => finding_id)].map(([id, notes]) => [id, notes.map(({ said }) => said)]));
}
