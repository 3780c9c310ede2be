import type { Schema } from './schema.ts';

/** A table that travels in backups and moves. */
export interface TravellingTable {
  readonly name: Exclude<keyof Schema, 'schema_step' | 'database_state'>;
  /** Its primary key, in order. */
  readonly key: readonly string[];
  /** Rows that are read or written at once: few where one row can hold megabytes. */
  readonly page: number;
}

/** All tables that hold something, those first that others refer to. What they hold of this place itself stays behind. */
export const TABLES: readonly TravellingTable[] = [
  { name: 'source', key: ['id'], page: 200 },
  { name: 'job', key: ['id'], page: 200 },
  { name: 'scan', key: ['source_id'], page: 2 },
  { name: 'segment', key: ['source_id', 'number'], page: 2 },
];
