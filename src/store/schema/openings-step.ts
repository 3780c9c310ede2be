/** Tables of names that four eyes open: who asked for what and why, whom it would name (as marks only), and what was said. */
export const OPENING_TABLES: readonly string[] = [
  `create table opening (
    id text not null primary key,
    source_id text not null references source (id) on delete cascade,
    asked_by text not null,
    asked_at integer not null,
    hours integer not null check (hours between 1 and 24),
    reason text not null
  ) strict`,
  'create index opening_asked on opening (asked_at, id)',
  `create table opening_area (
    opening_id text not null references opening (id) on delete cascade,
    area text not null,
    area_name text not null,
    primary key (opening_id, area)
  ) strict`,
  `create table opening_subject (
    opening_id text not null references opening (id) on delete cascade,
    mark text not null,
    primary key (opening_id, mark)
  ) strict`,
  'create index opening_subject_mark on opening_subject (mark)',
  `create table opening_word (
    opening_id text not null references opening (id) on delete cascade,
    by_account text not null,
    says text not null check (says in ('yes', 'no', 'withdraw')),
    at integer not null,
    primary key (opening_id, by_account, says)
  ) strict`,
];
