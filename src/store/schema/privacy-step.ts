/** Tables of what a team has set and who looked: settings with their history, the access log, the salt of marks. */
export const PRIVACY_TABLES: readonly string[] = [
  `create table team_setting (
    key text not null,
    number integer not null,
    value text not null,
    reason text not null,
    by_account text not null,
    from_at integer not null,
    primary key (key, number)
  ) strict`,
  `create table mark_salt (
    id integer not null primary key check (id = 1),
    salt text not null
  ) strict`,
  `create table access_record (
    id text not null primary key,
    at integer not null,
    by_account text not null,
    question text not null,
    topics text not null,
    outcome text not null check (outcome in ('answered', 'refused')),
    sight text not null,
    reason text not null
  ) strict`,
  'create index access_record_at on access_record (at, id)',
  'create index access_record_by on access_record (by_account, at, id)',
  `create table access_subject (
    record_id text not null references access_record (id) on delete cascade,
    key text not null,
    at integer not null,
    primary key (record_id, key)
  ) strict`,
  'create index access_subject_key on access_subject (key, at, record_id)',
];
