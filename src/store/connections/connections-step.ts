/**
 * Tables of what sources beyond git tell: connections, what they delivered as it came, and the facts in it. Facts point at
 * handles by number, so that there is one place where a word that means somebody can be taken away.
 */
export const CONNECTION_TABLES: readonly string[] = [
  `create table counter (
    what text not null primary key,
    next integer not null
  ) strict`,
  `create table connection (
    id text not null primary key,
    number integer not null unique,
    kind text not null,
    name text not null unique,
    host text not null,
    settings text not null,
    credential blob,
    cursor text,
    state text not null check (state in ('on', 'off')),
    due_at integer,
    made_at integer not null
  ) strict`,
  `create table connection_secret (
    id text not null primary key,
    connection_id text not null references connection (id) on delete cascade,
    sealed blob not null,
    made_at integer not null,
    ended_at integer
  ) strict`,
  'create index connection_secret_of on connection_secret (connection_id)',
  `create table delivery (
    number integer not null primary key,
    connection_number integer not null references connection (number) on delete cascade,
    key text not null,
    kind text not null,
    headers text not null,
    body blob,
    size integer not null,
    received_at integer not null,
    state text not null check (state in ('waiting', 'again', 'told', 'skipped', 'bad', 'kept')),
    facts integer not null,
    skipped integer not null,
    problem text,
    unique (connection_number, key)
  ) strict`,
  `create index delivery_open on delivery (connection_number, number) where state in ('waiting', 'again')`,
  'create index delivery_received on delivery (received_at)',
  `create table delivery_piece (
    delivery_number integer not null references delivery (number) on delete cascade,
    number integer not null,
    bytes blob not null,
    primary key (delivery_number, number)
  ) strict`,
  `create table handle (
    number integer not null primary key,
    word text not null unique
  ) strict`,
  `create table fact (
    connection_number integer not null references connection (number),
    reference text not null,
    kind text not null,
    at integer not null,
    until integer,
    actor integer,
    other integer,
    item text,
    place text,
    path text,
    size integer,
    detail text,
    told_by integer not null,
    primary key (connection_number, reference)
  ) without rowid, strict`,
  `create table naming (
    connection_number integer not null references connection (number),
    key text not null,
    handle integer,
    place text,
    name text,
    mail text,
    actor text,
    same_as text,
    told_by integer not null,
    primary key (connection_number, key)
  ) strict`,
];
