/** Tables of who may come in: accounts, their roles, one-time links, passwords, sessions, failed attempts. */
export const ACCOUNT_TABLES: readonly string[] = [
  `create table account (
    id text not null primary key,
    kind text not null check (kind in ('person', 'service')),
    email text unique,
    name text not null,
    external_id text,
    state text not null check (state in ('active', 'deactivated')),
    made_at integer not null,
    made_by text
  ) strict`,
  `create table deactivation (
    id text not null primary key,
    account_id text not null references account (id),
    from_at integer not null,
    until_at integer,
    how text not null check (how in ('administrator', 'directory')),
    by_account text references account (id)
  ) strict`,
  'create unique index deactivation_open on deactivation (account_id) where until_at is null',
  `create table role_grant (
    id text not null primary key,
    account_id text not null references account (id),
    role text not null,
    team_id text,
    area text,
    from_at integer not null,
    until_at integer,
    given_by text references account (id),
    taken_by text references account (id)
  ) strict`,
  'create index role_grant_account on role_grant (account_id)',
  `create table one_time_link (
    id text not null primary key,
    kind text not null check (kind in ('first', 'invitation', 'reset')),
    hash text not null unique,
    account_id text references account (id),
    made_at integer not null,
    made_by text references account (id),
    expires_at integer not null,
    used_at integer
  ) strict`,
  `create unique index one_time_link_first on one_time_link (kind) where kind = 'first'`,
  `create table local_password (
    account_id text not null primary key references account (id),
    hash text not null,
    set_at integer not null
  ) strict`,
  `create table session (
    id text not null primary key,
    hash text not null unique,
    account_id text not null references account (id),
    how text not null check (how in ('password', 'passkey', 'provider', 'link')),
    browser text not null,
    made_at integer not null,
    seen_at integer not null
  ) strict`,
  'create index session_account on session (account_id)',
  `create table attempt (
    mark text not null primary key,
    failures integer not null,
    last_at integer not null,
    locked_until integer not null
  ) strict`,
  'create index attempt_last on attempt (last_at)',
];
