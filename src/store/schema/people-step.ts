/** Tables of who belongs together and who is who in the history, and of the further ways in: tokens, passkeys, a provider. */
export const PEOPLE_TABLES: readonly string[] = [
  `alter table account add column email_from text not null default 'administrator'`,
  `create table team (
    id text not null primary key,
    name text not null,
    made_at integer not null,
    made_by text,
    ended_at integer
  ) strict`,
  'create unique index team_name on team (name) where ended_at is null',
  `create table membership (
    id text not null primary key,
    team_id text not null references team (id),
    account_id text not null references account (id),
    from_at integer not null,
    until_at integer,
    by_account text
  ) strict`,
  'create unique index membership_open on membership (team_id, account_id) where until_at is null',
  'create index membership_account on membership (account_id)',
  `create table claim (
    id text not null primary key,
    account_id text not null references account (id),
    spelling text not null,
    email text not null,
    made_at integer not null
  ) strict`,
  'create index claim_account on claim (account_id)',
  'create index claim_email on claim (email)',
  `create table claim_word (
    id text not null primary key,
    claim_id text not null references claim (id),
    by_account text not null references account (id),
    says text not null check (says in ('confirm', 'refuse', 'withdraw')),
    ground text not null check (ground in ('own address', 'administrator', 'member', 'own')),
    said_at integer not null
  ) strict`,
  'create index claim_word_claim on claim_word (claim_id)',
  `create table identity_merge (
    id text not null primary key,
    kind text not null check (kind in ('same', 'different')),
    spellings text not null,
    made_by text not null references account (id),
    made_at integer not null
  ) strict`,
  `create table merge_word (
    id text not null primary key,
    merge_id text not null references identity_merge (id),
    by_account text not null references account (id),
    says text not null check (says in ('confirm', 'refuse', 'withdraw')),
    said_at integer not null
  ) strict`,
  'create index merge_word_merge on merge_word (merge_id)',
  `create table api_token (
    id text not null primary key,
    hash text not null unique,
    account_id text not null references account (id),
    name text not null,
    shown text not null,
    scopes text not null,
    made_at integer not null,
    made_by text not null references account (id),
    expires_at integer not null,
    used_at integer,
    ended_at integer
  ) strict`,
  'create index api_token_account on api_token (account_id)',
  `create table passkey (
    id text not null primary key,
    account_id text not null references account (id),
    name text not null,
    public_key blob not null,
    counter integer not null,
    transports text not null,
    made_at integer not null,
    used_at integer
  ) strict`,
  'create index passkey_account on passkey (account_id)',
  `create table provider_login (
    issuer text not null,
    subject text not null,
    account_id text not null references account (id),
    made_at integer not null,
    primary key (issuer, subject)
  ) strict`,
  `create table ceremony (
    hash text not null primary key,
    kind text not null check (kind in ('new passkey', 'passkey', 'provider')),
    account_id text references account (id),
    content text not null,
    expires_at integer not null
  ) strict`,
];
