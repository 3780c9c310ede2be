/** What stays of acts past their term: one row a source, counts by area and span of months. No person is in it. */
export const PAST_TALLY_TABLES: readonly string[] = [
  `create table past_tally (
    source_id text not null primary key references source (id) on delete cascade,
    before_month text not null,
    areas text not null
  ) strict`,
];
