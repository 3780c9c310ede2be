import type { Generated } from 'kysely';
import type { ScanColumns } from '#store/kept-scan.ts';
import type { AccountTables } from '#store/schema/account-rows.ts';
import type { ConnectionTables } from '#store/connections/connection-rows.ts';
import type { PeopleTables } from '#store/schema/people-rows.ts';
import type { PrivacyTables } from '#store/schema/privacy-rows.ts';
import type { SignalTables } from '#store/signals/signal-rows.ts';

/** The tables as queries see them; `schema-steps.ts` makes them. */
export interface Schema extends AccountTables, ConnectionTables, PeopleTables, PrivacyTables, SignalTables {
  readonly schema_step: SchemaStepRow;
  readonly database_state: DatabaseStateRow;
  readonly source: SourceRow;
  readonly job: JobRow;
  readonly scan: ScanRow;
  readonly segment: SegmentRow;
  readonly scan_summary: ScanSummaryRow;
}

interface SchemaStepRow {
  readonly number: number;
  readonly what: string;
  readonly sum: string;
  readonly applied_at: number;
}

/** One row, always there: every writer holds it for a moment, so that a move can wait for all of them. */
interface DatabaseStateRow {
  readonly id: number;
  /** Where everything has been moved; '' while it is here. */
  readonly moved_to: string;
}

export interface SourceRow {
  readonly id: string;
  readonly kind: 'folder' | 'https' | 'ssh';
  readonly address: string;
  readonly name: string;
  /** Sealed with the key file; never the thing itself. */
  readonly credential: Uint8Array | null;
  /** Addresses of private networks are let through for this one. */
  readonly private_allowed: 0 | 1;
  readonly every_minutes: number;
  readonly added_at: number;
  readonly scan_due_at: number;
}

export interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly due_at: number;
  readonly tries: Generated<number>;
  /** Names the worker's hold on the job: a worker whose hold was given to another can no longer end it. */
  readonly lease: string | null;
  readonly lease_until: number | null;
  readonly progress: string | null;
  readonly outcome: string | null;
  readonly made_at: number;
  readonly ended_at: number | null;
}

export interface ScanRow extends ScanColumns {
  readonly source_id: string;
  readonly crc: number;
}

interface SegmentRow {
  readonly source_id: string;
  readonly number: number;
  readonly commits: number;
  readonly bytes: Uint8Array;
  readonly crc: number;
}

interface ScanSummaryRow {
  readonly source_id: string;
  /** Of the scan that it sums up; another one than the scan has now: it is out of date. */
  readonly stamp: string;
  /** The moment judged, seconds since epoch. */
  readonly judged_at: number;
  /** JSON: `Standing` of core/terms. */
  readonly figures: string;
  readonly summed_at: number;
}
