/** Tables of who is forgotten: marks of addresses whose words stay out, and requests of people to be. */
export const FORGETTING_TABLES: readonly string[] = [
  `create table forgotten (
    mark text not null primary key,
    how text not null check (how in ('erased', 'left')),
    pseudonym text not null,
    since integer not null
  ) strict`,
  `create table erasure (
    id text not null primary key,
    account_id text not null references account (id),
    marks text not null,
    asked_at integer not null,
    confirmed_at integer,
    confirmed_by text
  ) strict`,
  'create unique index erasure_open on erasure (account_id) where confirmed_at is null',
];
