/** From when on acts count for answers: one row, set by the daily round; what is older is past its term. */
export const KEPT_FROM_TABLES: readonly string[] = [
  `create table kept_from (
    id integer not null primary key check (id = 1),
    at integer not null
  ) strict`,
];
