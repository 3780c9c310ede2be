/** What people have said of joins between the words of other sources and people, areas, repositories, documents here. Append-only. */
export const JOIN_TABLES: readonly string[] = [
  `create table join_word (
    id text not null primary key,
    kind text not null check (kind in ('person', 'repository', 'area', 'runbook')),
    joined text not null,
    meant text not null,
    says text not null check (says in ('same', 'different', 'nothing')),
    by_account text references account (id),
    said_at integer not null
  ) strict`,
];

/** Words on teams as well: a check can only be widened by a table beside. */
export const JOINS_OF_TEAMS: readonly string[] = [
  `create table join_word_wider (
    id text not null primary key,
    kind text not null check (kind in ('person', 'repository', 'area', 'runbook', 'team')),
    joined text not null,
    meant text not null,
    says text not null check (says in ('same', 'different', 'nothing')),
    by_account text references account (id),
    said_at integer not null
  ) strict`,
  `insert into join_word_wider (id, kind, joined, meant, says, by_account, said_at)
    select id, kind, joined, meant, says, by_account, said_at from join_word`,
  'drop table join_word',
  'alter table join_word_wider rename to join_word',
];
