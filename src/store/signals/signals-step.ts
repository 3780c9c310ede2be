/**
 * Tables of what signals have read: a row for each look, a row for each reading that differs from the one before, and what people said.
 * Whom a reading concerns stands in findings, as marks.
 */
export const SIGNAL_TABLES: readonly string[] = [
  `create table signal_look (
    scope text not null,
    number integer not null,
    at integer not null,
    taken_at integer not null,
    primary key (scope, number)
  ) strict`,
  `create table signal_view (
    scope text not null primary key,
    look integer not null,
    body text not null
  ) strict`,
  `create table signal_reading (
    scope text not null,
    key text not null,
    look integer not null,
    body text,
    primary key (scope, key, look)
  ) strict`,
  `create table signal_word (
    id text not null primary key,
    scope text not null,
    key text not null,
    at integer not null,
    said text not null check (said in ('explained', 'acted')),
    words text not null,
    link text,
    by_account text not null
  ) strict`,
  'create index signal_word_of on signal_word (scope, key, at)',
  'alter table finding add column signal text',
];
