import type { Schema } from './schema.ts';

/** A table that travels in backups and moves. */
export interface TravellingTable {
  readonly name: Exclude<keyof Schema, 'schema_step' | 'database_state' | 'fact_pack'>;
  /** Its primary key, in order. */
  readonly key: readonly string[];
  /** Rows that are read or written at once: few where one row can hold megabytes. */
  readonly page: number;
}

/** All tables that hold something, those first that others refer to. What they hold of this place itself stays behind, and packs are made again. */
export const TABLES: readonly TravellingTable[] = [
  { name: 'source', key: ['id'], page: 200 },
  { name: 'job', key: ['id'], page: 200 },
  { name: 'scan', key: ['source_id'], page: 2 },
  { name: 'segment', key: ['source_id', 'number'], page: 2 },
  { name: 'account', key: ['id'], page: 500 },
  { name: 'deactivation', key: ['id'], page: 500 },
  { name: 'role_grant', key: ['id'], page: 500 },
  { name: 'one_time_link', key: ['id'], page: 500 },
  { name: 'local_password', key: ['account_id'], page: 500 },
  { name: 'session', key: ['id'], page: 500 },
  { name: 'attempt', key: ['mark'], page: 500 },
  { name: 'scan_summary', key: ['source_id'], page: 200 },
  { name: 'team_setting', key: ['key', 'number'], page: 500 },
  { name: 'mark_salt', key: ['id'], page: 500 },
  { name: 'access_record', key: ['id'], page: 500 },
  { name: 'access_subject', key: ['record_id', 'key'], page: 500 },
  { name: 'finding', key: ['id'], page: 500 },
  { name: 'finding_subject', key: ['finding_id', 'mark'], page: 500 },
  { name: 'forgotten', key: ['mark'], page: 500 },
  { name: 'erasure', key: ['id'], page: 500 },
  { name: 'kept_from', key: ['id'], page: 500 },
  { name: 'finding_word', key: ['finding_id', 'by_account', 'kind'], page: 500 },
  { name: 'past_tally', key: ['source_id'], page: 100 },
  { name: 'opening', key: ['id'], page: 500 },
  { name: 'opening_area', key: ['opening_id', 'area'], page: 500 },
  { name: 'opening_subject', key: ['opening_id', 'mark'], page: 500 },
  { name: 'opening_word', key: ['opening_id', 'by_account', 'says'], page: 500 },
  { name: 'team', key: ['id'], page: 500 },
  { name: 'membership', key: ['id'], page: 500 },
  { name: 'claim', key: ['id'], page: 500 },
  { name: 'claim_word', key: ['id'], page: 500 },
  { name: 'identity_merge', key: ['id'], page: 500 },
  { name: 'merge_word', key: ['id'], page: 500 },
  { name: 'join_word', key: ['id'], page: 500 },
  { name: 'api_token', key: ['id'], page: 500 },
  { name: 'passkey', key: ['id'], page: 500 },
  { name: 'provider_login', key: ['issuer', 'subject'], page: 500 },
  { name: 'ceremony', key: ['hash'], page: 500 },
  { name: 'counter', key: ['what'], page: 10 },
  { name: 'connection', key: ['id'], page: 200 },
  { name: 'connection_secret', key: ['id'], page: 500 },
  { name: 'delivery', key: ['number'], page: 20 },
  { name: 'delivery_piece', key: ['delivery_number', 'number'], page: 4 },
  { name: 'handle', key: ['number'], page: 1000 },
  { name: 'fact', key: ['connection_number', 'reference'], page: 1000 },
  { name: 'naming', key: ['connection_number', 'key'], page: 1000 },
  { name: 'signal_look', key: ['scope', 'number'], page: 500 },
  { name: 'signal_view', key: ['scope'], page: 2 },
  { name: 'signal_reading', key: ['scope', 'key', 'look'], page: 100 },
  { name: 'signal_word', key: ['id'], page: 500 },
];
