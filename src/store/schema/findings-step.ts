/** Tables of findings that concern one person: who is meant stands in them as marks only. */
export const FINDING_TABLES: readonly string[] = [
  `create table finding (
    id text not null primary key,
    source_id text not null references source (id) on delete cascade,
    area text not null,
    area_name text not null,
    found_at integer not null,
    gone_at integer,
    others_from integer not null
  ) strict`,
  'create index finding_source on finding (source_id, others_from)',
  `create table finding_subject (
    finding_id text not null references finding (id) on delete cascade,
    mark text not null,
    primary key (finding_id, mark)
  ) strict`,
  'create index finding_subject_mark on finding_subject (mark)',
  `create table finding_word (
    finding_id text not null references finding (id) on delete cascade,
    by_account text not null,
    kind text not null check (kind in ('let go', 'note')),
    said text not null,
    at integer not null,
    primary key (finding_id, by_account, kind)
  ) strict`,
];
