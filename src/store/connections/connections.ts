import { refusal } from '#core/terms/refusals.ts';
import type { Database, Writing } from '#store/database/database.ts';
import type { ConnectionRow } from './connection-rows.ts';
import { nextNumber } from './next-number.ts';

/** What is said of a connection when it is made, and may be changed later. */
interface ConnectionSettings {
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

interface NewConnection extends Pick<ConnectionRow, 'id' | 'kind' | 'name' | 'host' | 'credential' | 'due_at'> {
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
