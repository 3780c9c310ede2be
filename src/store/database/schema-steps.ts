import { JOIN_TABLES, JOINS_OF_TEAMS } from '#store/people/joins-step.ts';
import { SIGNAL_TABLES } from '#store/signals/signals-step.ts';
import { CHANGE_MARK_INDEXES } from '#store/schema/change-mark-step.ts';
import { CONNECTION_TABLES } from '#store/connections/connections-step.ts';
import { KEPT_FROM_TABLES } from '#store/schema/kept-from-step.ts';
import { FORGETTING_TABLES } from '#store/schema/forgetting-step.ts';
import { PACK_TABLES } from '#store/facts/packs/packs-step.ts';
import { FINDING_TABLES } from '#store/schema/findings-step.ts';
import { ACCOUNT_TABLES } from '#store/schema/accounts-step.ts';
import { PRIVACY_TABLES } from '#store/schema/privacy-step.ts';
import { OPENING_TABLES } from '#store/schema/openings-step.ts';
import { PAST_TALLY_TABLES } from '#store/schema/past-tally-step.ts';
import { PEOPLE_TABLES } from '#store/schema/people-step.ts';

/** One step of the schema. Never edited once released: what has to change becomes the next one. */
export interface SchemaStep {
  readonly number: number;
  readonly what: string;
  /** As SQLite reads them; `dialect.ts` says what PostgreSQL calls the types. */
  readonly statements: readonly string[];
}

export const SCHEMA_STEPS: readonly SchemaStep[] = [
  {
    number: 1,
    what: 'where everything is, sources, jobs, scans in segments',
    statements: [
      `create table database_state (
        id integer not null primary key check (id = 1),
        moved_to text not null
      ) strict`,
      `insert into database_state (id, moved_to) values (1, '')`,
      `create table source (
        id text not null primary key,
        kind text not null check (kind in ('folder', 'https', 'ssh')),
        address text not null unique,
        name text not null,
        credential blob,
        private_allowed integer not null,
        every_minutes integer not null,
        added_at integer not null,
        scan_due_at integer not null
      ) strict`,
      'create index source_due on source (scan_due_at)',
      `create table job (
        id text not null primary key,
        kind text not null,
        subject text not null,
        state text not null check (state in ('waiting', 'running', 'done', 'failed')),
        due_at integer not null,
        tries integer not null default 0,
        lease text,
        lease_until integer,
        progress text,
        outcome text,
        made_at integer not null,
        ended_at integer
      ) strict`,
      `create unique index job_open on job (kind, subject) where state in ('waiting', 'running')`,
      `create index job_waiting on job (due_at, id) where state = 'waiting'`,
      `create index job_running on job (lease_until) where state = 'running'`,
      'create index job_ended on job (ended_at)',
      `create table scan (
        source_id text not null primary key references source (id) on delete cascade,
        name text not null,
        head text not null,
        hash_bytes integer not null,
        overlay text not null,
        format integer not null,
        edition text not null,
        commits integer not null,
        touches integer not null,
        identities integer not null,
        paths integer not null,
        scanned_at integer not null,
        snapshot blob not null,
        crc integer not null
      ) strict`,
      `create table segment (
        source_id text not null references scan (source_id) on delete cascade,
        number integer not null,
        commits integer not null,
        bytes blob not null,
        crc integer not null,
        primary key (source_id, number)
      ) strict`,
    ],
  },
  { number: 2, what: 'accounts, roles, links, passwords, sessions', statements: ACCOUNT_TABLES },
  {
    number: 3,
    what: 'how each repository stands, in one small row beside its scan',
    statements: [
      `create table scan_summary (
        source_id text not null primary key references scan (source_id) on delete cascade,
        stamp text not null,
        judged_at integer not null,
        figures text not null,
        summed_at integer not null
      ) strict`,
    ],
  },
  {
    number: 4,
    what: 'the newest job of each subject is found at once',
    statements: ['create index job_newest on job (kind, subject, made_at, id)'],
  },
  { number: 5, what: 'settings of a team, access log', statements: PRIVACY_TABLES },
  { number: 6, what: 'findings that concern one person', statements: FINDING_TABLES },
  { number: 7, what: 'teams, claims, merges, tokens, passkeys, a provider', statements: PEOPLE_TABLES },
  { number: 8, what: 'who is forgotten', statements: FORGETTING_TABLES },
  { number: 9, what: 'from when on acts count', statements: KEPT_FROM_TABLES },
  { number: 10, what: 'what has changed is found in indexes alone', statements: CHANGE_MARK_INDEXES },
  { number: 11, what: 'names behind four eyes', statements: OPENING_TABLES },
  { number: 12, what: 'what the term leaves of acts', statements: PAST_TALLY_TABLES },
  { number: 13, what: 'what sources beyond git tell', statements: CONNECTION_TABLES },
  { number: 14, what: 'what people say of joins', statements: JOIN_TABLES },
  { number: 15, what: 'by which token somebody looked', statements: ['alter table access_record add column through_token text'] },
  { number: 16, what: 'what signals have read', statements: SIGNAL_TABLES },
  { number: 17, what: 'facts in packs', statements: PACK_TABLES },
  { number: 18, what: 'what people say of teams', statements: JOINS_OF_TEAMS },
];
