import { expressionBuilder } from 'kysely';
import { refusal } from '#core/terms/refusals.ts';
import type { Database, Writing } from '#store/database/database.ts';
import type { ConnectionRow } from './connection-rows.ts';
import type { Schema } from '#store/database/schema.ts';
import { dropPacksOf, holdFacts } from '#store/facts/packs/packs.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import { nextNumber } from './next-number.ts';

/** Kinds of jobs about connections; their subject is the id of the connection. */
export const TELL_JOB = 'tell';
export const BACKFILL_JOB = 'backfill';

/** What is said of a connection when it is made, and may be changed later. */
export interface ConnectionSettings {
  /** Where its API is. */
  readonly base?: string;
  /** What is read there; empty: the whole account. */
  readonly what: readonly string[];
  /** Nothing older is read, seconds since epoch. */
  readonly since?: number;
  /** Addresses of private networks are let through. */
  readonly privateAllowed: boolean;
  readonly everyMinutes: number;
  /** What a file is about where it does not say so itself. */
  readonly repository?: string;
}

export interface NewConnection extends Pick<ConnectionRow, 'id' | 'kind' | 'name' | 'host' | 'credential' | 'due_at'> {
  readonly settings: ConnectionSettings;
  readonly now: number;
}

export async function addConnection(query: Writing, { settings, now, ...row }: NewConnection): Promise<ConnectionRow> {
  const known = await query.selectFrom('connection').select('id').where('name', '=', row.name).executeTakeFirst();
  if (known !== undefined) throw refusal('connection-known', { name: row.name });
  const number = await nextNumber(query, 'connection');
  const values = { ...row, number, settings: JSON.stringify(settings), cursor: null, state: 'on' as const, made_at: now };
  await query.insertInto('connection').values(values).execute();
  return values;
}

/** By name. */
export async function listConnections(query: Database['query']): Promise<readonly ConnectionRow[]> {
  return await query.selectFrom('connection').selectAll().orderBy('name').execute();
}

export async function connectionById(query: Database['query'], id: string): Promise<ConnectionRow | undefined> {
  return await query.selectFrom('connection').selectAll().where('id', '=', id).executeTakeFirst();
}

/** By id or name; refuses what is unknown. */
export async function connectionNamed(query: Database['query'], word: string): Promise<ConnectionRow> {
  const named = query.selectFrom('connection').selectAll();
  const found = await named.where((where) => where.or([where('id', '=', word), where('name', '=', word)])).executeTakeFirst();
  if (found === undefined) throw refusal('connection-unknown', { name: word });
  return found;
}

/** The oldest connection of a kind: files of that kind belong to it, so that both tell the same things once. */
export async function connectionOfKind(query: Database['query'], kind: string, host: string): Promise<ConnectionRow | undefined> {
  return await query
    .selectFrom('connection')
    .selectAll()
    .where('kind', '=', kind)
    .where('host', '=', host)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
}

export function settingsOf({ settings }: ConnectionRow): ConnectionSettings {
  return JSON.parse(settings) as ConnectionSettings;
}

type Changed = Partial<Pick<ConnectionRow, 'name' | 'host' | 'settings' | 'credential' | 'state' | 'due_at' | 'cursor'>>;

export async function changeConnection(query: Writing, id: string, changed: Changed): Promise<void> {
  if (Object.keys(changed).length > 0) await query.updateTable('connection').set(changed).where('id', '=', id).execute();
}

/** Takes a connection and everything that it told out of the database. */
export async function removeConnection(database: Database, { id, number }: ConnectionRow): Promise<void> {
  await database.write(async (query) => {
    for (const kind of [TELL_JOB, BACKFILL_JOB]) await jobsOf(database).forget(query, { kind, subject: id });
    await holdFacts(query);
    await dropPacksOf(query, expressionBuilder<Schema, 'fact'>()('connection_number', '=', number));
    await query.deleteFrom('fact').where('connection_number', '=', number).execute();
    await query.deleteFrom('naming').where('connection_number', '=', number).execute();
    await query.deleteFrom('connection').where('id', '=', id).execute();
  });
}
