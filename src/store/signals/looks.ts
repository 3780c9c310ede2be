import type { Database, Writing } from '#store/database/database.ts';
import type { SignalLookRow, SignalReadingRow, SignalWordRow } from './signal-rows.ts';

type Reading = Database['query'];

export interface LookToKeep {
  readonly scope: string;
  /** Moment judged, seconds since epoch. */
  readonly at: number;
  /** Milliseconds since epoch. */
  readonly takenAt: number;
  /** What is told of the look as a whole; only the newest is kept. */
  readonly view: string;
  readonly readings: readonly { readonly key: string; readonly body: string }[];
}

/** Rows that one statement takes. */
const AT_ONCE = 200;

/**
 * Keeps a look: of its readings those that differ from what was kept last, and the end of those that are gone. A new row begins where a signal is
 * raised, silenced, quiet or gone other than before; until then the row that is there says what it says now. The same look twice changes nothing
 * but what it was of. Says whether anything was kept.
 */
export async function keepLook(query: Writing, { scope, at, takenAt, view, readings }: LookToKeep): Promise<boolean> {
  const last = await lastLook(query, scope);
  const held = new Map((await heldReadings(query, scope)).map((row) => [row.key, row]));
  const now = new Map<string, string | null>(readings.map(({ key, body }) => [key, body]));
  for (const [key, { body }] of held) if (body !== null && !now.has(key)) now.set(key, null);
  const changed = [...now].filter(([key, body]) => held.get(key)?.body !== body);
  if (last?.at === at && changed.length === 0) {
    await query.updateTable('signal_view').set({ body: view }).where('scope', '=', scope).execute();
    return false;
  }
  const number = (last?.number ?? 0) + 1;
  await query.insertInto('signal_look').values({ scope, number, at, taken_at: takenAt }).execute();
  const rows = changed.flatMap(([key, body]) => rowsAfter(held.get(key), { key, body, look: number })).map((row) => ({ scope, ...row }));
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await query
      .insertInto('signal_reading')
      .values(rows.slice(from, from + AT_ONCE))
      .onConflict((conflict) => conflict.columns(['scope', 'key', 'look']).doUpdateSet((built) => ({ body: built.ref('excluded.body') })))
      .execute();
  await query
    .insertInto('signal_view')
    .values({ scope, look: number, body: view })
    .onConflict((conflict) => conflict.column('scope').doUpdateSet({ look: number, body: view }))
    .execute();
  return true;
}

/** What was read at these looks stays as it is. */
export async function dropLooks(query: Writing, scope: string, numbers: readonly number[]): Promise<void> {
  for (let from = 0; from < numbers.length; from += AT_ONCE)
    await query
      .deleteFrom('signal_look')
      .where('scope', '=', scope)
      .where('number', 'in', numbers.slice(from, from + AT_ONCE))
      .execute();
}

export async function lastLook(query: Reading, scope: string): Promise<SignalLookRow | undefined> {
  return await query.selectFrom('signal_look').selectAll().where('scope', '=', scope).orderBy('number', 'desc').limit(1).executeTakeFirst();
}

/** What the newest look was told as, and the newest reading of each key. */
export async function newestLook(
  query: Reading,
  scope: string,
): Promise<Pick<KeptLooks, 'view'> & { readonly readings: readonly HeldReading[] }> {
  const view = await query.selectFrom('signal_view').select('body').where('scope', '=', scope).executeTakeFirst();
  return { readings: await heldReadings(query, scope), ...(view === undefined ? {} : { view: view.body }) };
}

type HeldReading = Pick<SignalReadingRow, 'key' | 'look' | 'body'>;

/** What is written where this stood and that is read now. */
function rowsAfter(before: HeldReading | undefined, now: HeldReading): readonly HeldReading[] {
  if (before === undefined) return [now];
  const [was, is] = [stanceOf(before.body), stanceOf(now.body)];
  return was === is ? [{ ...now, look: before.look }] : [{ ...before, body: was }, now];
}

/** All that is asked of a reading once another one has come: whether it was raised, or silenced, and by which limits. */
function stanceOf(body: string | null): string | null {
  if (body === null) return null;
  const { raised, silenced } = JSON.parse(body) as { readonly raised: boolean; readonly silenced?: unknown };
  return JSON.stringify({ raised, silenced });
}

/** The newest reading of each key. */
async function heldReadings(query: Reading, scope: string): Promise<readonly HeldReading[]> {
  return await query
    .selectFrom('signal_reading as one')
    .select(['one.key', 'one.look', 'one.body'])
    .where('one.scope', '=', scope)
    .where('one.look', '=', (built) =>
      built
        .selectFrom('signal_reading as other')
        .select(({ fn }) => fn.max('other.look').as('look'))
        .whereRef('other.scope', '=', 'one.scope')
        .whereRef('other.key', '=', 'one.key'),
    )
    .execute();
}

export interface KeptLooks {
  readonly looks: readonly SignalLookRow[];
  /** Of the newest look; absent: nothing was looked at yet. */
  readonly view?: string;
  /** By key and look, ascending. */
  readonly readings: readonly SignalReadingRow[];
  /** Oldest first. */
  readonly words: readonly SignalWordRow[];
}

/** All that is kept of a scope, as of one moment. */
export async function loadLooks(database: Database, scope: string): Promise<KeptLooks> {
  return await database.snapshot(async (query) => {
    const looks = await query.selectFrom('signal_look').selectAll().where('scope', '=', scope).orderBy('number').execute();
    const view = await query.selectFrom('signal_view').select('body').where('scope', '=', scope).executeTakeFirst();
    const readings = await query
      .selectFrom('signal_reading')
      .selectAll()
      .where('scope', '=', scope)
      .orderBy('key')
      .orderBy('look')
      .execute();
    const words = await query.selectFrom('signal_word').selectAll().where('scope', '=', scope).orderBy('at').orderBy('id').execute();
    return { looks, readings, words, ...(view === undefined ? {} : { view: view.body }) };
  });
}

export async function addSignalWord(query: Writing, word: SignalWordRow): Promise<void> {
  await query.insertInto('signal_word').values(word).execute();
}

/** That something was explained or done stays; in which words somebody said it goes with them. */
export async function blankSignalWords(query: Writing, account: string): Promise<void> {
  await query.updateTable('signal_word').set({ words: '', link: null }).where('by_account', '=', account).execute();
}

/** Whether there is anything to look at: a repository that was read. */
export async function anythingRead(query: Reading): Promise<boolean> {
  return (await query.selectFrom('scan').select('source_id').limit(1).execute()).length > 0;
}

/** Whether a worker looks just now. */
export async function lookRuns(query: Reading, { kind, subject }: { readonly kind: string; readonly subject: string }): Promise<boolean> {
  const open = query.selectFrom('job').select('id').where('kind', '=', kind).where('subject', '=', subject);
  return (await open.where('state', '=', 'running').limit(1).execute()).length > 0;
}

/** The kind of job that looks; there is one for the whole team. */
export const LOOK_JOB = 'signals';

/** When a worker looks next, milliseconds since epoch; null: nothing asks for a look. */
export async function nextLookAt(query: Reading): Promise<number | null> {
  const open = query.selectFrom('job').select('due_at').where('kind', '=', LOOK_JOB).where('state', 'in', ['waiting', 'running']);
  return (await open.orderBy('due_at').limit(1).executeTakeFirst())?.due_at ?? null;
}

/** When the last job of this kind came to its end, milliseconds since epoch. */
export async function lookEnded(query: Reading, kind: string): Promise<number | null> {
  const ended = query.selectFrom('job').select('ended_at').where('kind', '=', kind).where('ended_at', 'is not', null);
  return (await ended.orderBy('ended_at', 'desc').limit(1).executeTakeFirst())?.ended_at ?? null;
}

/** Whether a repository that was never read is being read, or is about to be: half a team looks like another one. */
export async function firstScansOpen(query: Reading): Promise<boolean> {
  const open = await query
    .selectFrom('job')
    .select('id')
    .where('kind', '=', 'scan')
    .where('state', 'in', ['waiting', 'running'])
    .where('subject', 'in', (built) => built.selectFrom('source').select('id'))
    .where('subject', 'not in', (built) => built.selectFrom('scan').select('source_id'))
    .limit(1)
    .execute();
  return open.length > 0;
}

/** Kinds that are read with every repository: without another one, only git and what lies in it is known. */
export const OF_REPOSITORIES = ['documents', 'decisions', 'backstage'];

/** Connections beyond the repositories themselves that have told at least one thing. */
export async function tellingConnections(query: Reading): Promise<number> {
  const rows = await query
    .selectFrom('connection')
    .select('number')
    .where('kind', 'not in', OF_REPOSITORIES)
    .where((built) =>
      built.exists(built.selectFrom('fact').select('fact.reference').whereRef('fact.connection_number', '=', 'connection.number')),
    )
    .execute();
  return rows.length;
}
