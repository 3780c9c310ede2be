import type { Database, Writing } from '#store/database/database.ts';
import { nextNumber } from './next-number.ts';

/** What a connection tells of a repository with every scan of it: as of which commit it was told last. */
export interface RepositoryTold {
  /** As places name it: `github.com/acme/shop`. */
  readonly repository: string;
  /** Absent until it was told once. */
  readonly commit?: string;
  /** Nothing of it could not be read. */
  readonly whole: boolean;
}

interface OneOf {
  readonly connection: number;
  /** Id of the source. */
  readonly source: string;
}

/** One row for each, however often it is told: its number is what its facts are told by. */
const KIND = 'repository';

export async function repositoryTold(
  query: Database['query'],
  { connection, source }: OneOf,
): Promise<(RepositoryTold & { readonly number: number }) | undefined> {
  const row = await query
    .selectFrom('delivery')
    .select(['number', 'headers'])
    .where('connection_number', '=', connection)
    .where('key', '=', keyOf(source))
    .executeTakeFirst();
  return row && { number: row.number, ...(JSON.parse(row.headers) as RepositoryTold) };
}

/** Notes that a repository is told for the first time. */
export async function beginRepository(
  query: Writing,
  { connection, source, repository, now }: OneOf & { readonly repository: string; readonly now: number },
): Promise<number> {
  const told: RepositoryTold = { repository, whole: true };
  const number = await nextNumber(query, 'delivery');
  const row = { number, connection_number: connection, key: keyOf(source), kind: KIND, headers: JSON.stringify(told), body: null, size: 0 };
  await query
    .insertInto('delivery')
    .values({ ...row, received_at: now, state: 'kept', facts: 0, skipped: 0, problem: null })
    .execute();
  return number;
}

export interface RepositoryEnd extends RepositoryTold {
  readonly number: number;
  /** New ones. */
  readonly facts: number;
  readonly skipped: number;
  readonly problem: string | null;
  readonly now: number;
}

export async function endRepository(query: Writing, { number, facts, skipped, problem, now, ...told }: RepositoryEnd): Promise<void> {
  await query
    .updateTable('delivery')
    .set((row) => ({ facts: row('facts', '+', facts), skipped, problem, received_at: now, headers: JSON.stringify(told) }))
    .where('number', '=', number)
    .execute();
}

/** What each source is called as a place, where it was told: a clone on a disk by where it was cloned from. */
export async function placesOfSources({ query }: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await query.selectFrom('delivery').select(['key', 'headers']).where('kind', '=', KIND).orderBy('number').execute();
  return new Map(rows.map(({ key, headers }) => [key.slice(KIND.length + 1), (JSON.parse(headers) as RepositoryTold).repository]));
}

/** Ids say nothing of anybody; they stay as they are. */
function keyOf(source: string): string {
  return `${KIND} ${source}`;
}
