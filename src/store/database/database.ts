import type { Kysely, Transaction } from 'kysely';
import { refusal } from '#core/terms/refusals.ts';
import { POSTGRES, SQLITE } from './dialect.ts';
import type { Dialect } from './dialect.ts';
import type { Schema } from './schema.ts';

/** Where a team's database is: a data folder, or a PostgreSQL server. */
export type DatabasePlace = { readonly engine: 'sqlite'; readonly folder: string } | { readonly engine: 'postgres'; readonly url: string };

export type Writing = Transaction<Schema>;

/** Connections for a library that writes its own statements. */
export interface Statements {
  readonly execute: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
  readonly close: () => Promise<void>;
}

/** Connections that this process holds, those of them that do nothing, and who waits for one. */
export interface Connections {
  readonly open: number;
  readonly idle: number;
  readonly awaited: number;
}

/** What an engine's client gives. */
export interface Connected {
  /** For single reading statements. */
  readonly query: Kysely<Schema>;
  /** PostgreSQL only. */
  readonly statements?: Statements;
  readonly connections?: () => Connections;
}

/** A data folder is one connection that all share. */
const ONE: Connections = { open: 1, idle: 0, awaited: 0 };

/** A team's database on either engine. Close it when done. */
export class Database {
  readonly place: DatabasePlace;
  readonly dialect: Dialect;
  /** For single reading statements. */
  readonly query: Kysely<Schema>;
  readonly statements: Statements | undefined;
  readonly connections: () => Connections;
  readonly #endings: (() => Promise<void>)[] = [];

  constructor(place: DatabasePlace, { query, statements, connections = () => ONE }: Connected) {
    this.place = place;
    this.dialect = place.engine === 'sqlite' ? SQLITE : POSTGRES;
    this.query = query;
    this.statements = statements;
    this.connections = connections;
  }

  /** Does `work` whole or not at all. Refused once everything has been moved elsewhere, so that nothing is written in vain. */
  async write<Result>(work: (query: Writing) => Promise<Result>): Promise<Result> {
    return await this.query.transaction().execute(async (query) => {
      const state = await query.selectFrom('database_state').select('moved_to').modifyEnd(this.dialect.share).executeTakeFirstOrThrow();
      if (state.moved_to !== '') throw refusal('database-moved', { place: shownPlace(this.place), to: state.moved_to });
      return await work(query);
    });
  }

  /** Reads of one moment, however long they take. */
  async snapshot<Result>(work: (query: Writing) => Promise<Result>): Promise<Result> {
    return await this.query.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
  }

  /** Has something that lives on the connections end before they do. */
  beforeClose(ending: () => Promise<void>): void {
    this.#endings.push(ending);
  }

  async close(): Promise<void> {
    for (const ending of this.#endings.splice(0)) await ending();
    await this.statements?.close();
    await this.query.destroy();
  }
}

/** The place as it may be printed: without a password. */
export function shownPlace(place: DatabasePlace): string {
  if (place.engine === 'sqlite') return place.folder;
  const { protocol, host, pathname, username } = new URL(place.url);
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}
