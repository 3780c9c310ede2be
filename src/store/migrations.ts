/** One step of the schema. Never edited once released: what has to change becomes the next one. */
export interface Migration {
  readonly number: number;
  readonly what: string;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    number: 1,
    what: 'scans in segments, and answers worth keeping',
    sql: `
      create table scan (
        key text primary key,
        path text not null,
        name text not null,
        head text not null,
        hash_bytes integer not null,
        overlay text not null,
        format integer not null,
        edition text not null,
        commits integer not null,
        touches integer not null,
        scanned_at integer not null,
        snapshot blob not null,
        sum integer not null
      ) without rowid;
      create table segment (
        scan_key text not null references scan (key) on delete cascade,
        number integer not null,
        commits integer not null,
        bytes blob not null,
        crc integer not null,
        primary key (scan_key, number)
      );
      create table kept_answer (
        key text primary key,
        stamp text not null,
        json text not null,
        crc integer not null,
        kept_at integer not null
      ) without rowid;
    `,
  },
  {
    number: 2,
    what: 'how many names and paths a scan has written',
    sql: `
      alter table scan add column identities integer not null default 0;
      alter table scan add column paths integer not null default 0;
    `,
  },
  {
    number: 3,
    what: 'finished parts of evaluations',
    sql: `
      create table evaluation_piece (
        key text primary key,
        json text not null,
        crc integer not null,
        kept_at integer not null
      ) without rowid;
      create index evaluation_piece_by_age on evaluation_piece (kept_at);
    `,
  },
  {
    number: 4,
    what: 'what was derived from scans; their checksum over every column by name, so that older ones are read again',
    sql: `
      delete from scan;
      alter table scan rename column sum to crc;
      create table groundwork (
        key text primary key,
        stamp text not null,
        bytes blob not null,
        crc integer not null,
        kept_at integer not null
      );
    `,
  },
];
