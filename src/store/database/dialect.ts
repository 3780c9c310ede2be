import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/**
 * All that differs between the two engines. Every query elsewhere is written once, in words that both understand: text
 * keys, whole milliseconds, JSON as text, `insert … on conflict`, `returning`, pages by key.
 */
export interface Dialect {
  readonly engine: Engine;
  /** A statement of the schema, written as SQLite reads it, in the words of this engine. */
  readonly schema: (statement: string) => string;
  /** Said first in a transaction that changes the schema, so that nobody else does meanwhile. */
  readonly lockSchema: RawBuilder<unknown> | null;
  /** Said before settings are read to be changed, so that whoever comes second sees what the first has set. */
  readonly lockSettings: RawBuilder<unknown> | null;
  /** Ends a `select` of rows that nobody else may change before we do; waits for who holds them. */
  readonly share: RawBuilder<unknown>;
  /** Ends a `select` of rows that we are going to change; passes over those that somebody else is changing. */
  readonly passOver: RawBuilder<unknown>;
  /** Whether a table of this name stands in the database. */
  readonly hasTable: (name: string) => RawBuilder<{ readonly found: number }>;
  /** Rows of JSON, each an array, as a table whose columns have these names and types; one parameter however many there are. */
  readonly rowsOf: (json: string, columns: readonly JsonColumn[]) => RawBuilder<unknown>;
  /** Said after very many rows came at once, so that the next questions are planned for that many. */
  readonly measure: (table: string) => RawBuilder<unknown> | null;
  /** Says what is wrong with the files beneath; nothing where the server looks after them. */
  readonly inspect: RawBuilder<{ readonly problem: string }> | null;
}

export type Engine = 'sqlite' | 'postgres';

/** Name and type of the value at the same place of each array. */
export type JsonColumn = readonly [name: string, type: 'text' | 'integer'];

const NOTHING = sql``;
/** Any numbers that nobody else uses for `pg_advisory_xact_lock` in our database. */
const SCHEMA_LOCK = 7_140_231;
const SETTINGS_LOCK = 7_140_232;

export const SQLITE: Dialect = {
  engine: 'sqlite',
  schema: (statement) => statement,
  // A writing transaction holds the only write lock from its first word on (`begin immediate`).
  lockSchema: null,
  lockSettings: null,
  share: NOTHING,
  passOver: NOTHING,
  hasTable: (name) => sql`select count(*) as found from sqlite_master where type = 'table' and name = ${name}`,
  rowsOf: (json, columns) => {
    const picked = columns.map(([name], place) => sql`value ->> ${sql.lit(place)} as ${sql.ref(name)}`);
    return sql`(select ${sql.join(picked)} from json_each(${json}))`;
  },
  measure: () => null,
  inspect: sql`select integrity_check as problem from pragma_integrity_check where integrity_check <> 'ok'`,
};

/** `strict` makes SQLite as exact about types as PostgreSQL is; text is ordered by its bytes in both. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\btext\b/g, 'text collate "C"'],
  [/\binteger\b/g, 'bigint'],
  [/\bblob\b/g, 'bytea'],
  [/\)\s*(?:without rowid, )?strict\s*$/, ')'],
];

export const POSTGRES: Dialect = {
  engine: 'postgres',
  schema: (statement) => WORDS.reduce((text, [word, other]) => text.replace(word, other), statement.trim()),
  lockSchema: sql`select pg_advisory_xact_lock(${sql.lit(SCHEMA_LOCK)})`,
  lockSettings: sql`select pg_advisory_xact_lock(${sql.lit(SETTINGS_LOCK)})`,
  share: sql`for share`,
  passOver: sql`for update skip locked`,
  hasTable: (name) => sql`select count(*) as found from pg_tables where schemaname = current_schema() and tablename = ${name}`,
  rowsOf: (json, columns) => {
    const picked = columns.map(([name, type], place) => {
      const value = sql`(line ->> ${sql.lit(place)})`;
      return sql`${type === 'integer' ? sql`${value}::bigint` : value} as ${sql.ref(name)}`;
    });
    return sql`(select ${sql.join(picked)} from jsonb_array_elements(${json}::jsonb) as lines (line))`;
  },
  measure: (table) => sql`analyze ${sql.table(table)}`,
  inspect: null,
};
