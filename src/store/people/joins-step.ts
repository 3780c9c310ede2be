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
