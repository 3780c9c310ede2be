/**
 * Facts get the number of the transaction that kept them, so that it can be said which of them stand in a pack, too; packs hold all facts of some of
 * these numbers. Facts that are older than packs are numbered a thousand at a time.
 */
export const PACK_TABLES: readonly string[] = [
  'alter table fact add column kept integer not null default 0',
  `update fact set kept = numbered.kept from (
    select connection_number, reference, (row_number() over (order by connection_number, reference) + 999) / 1000 as kept from fact
  ) as numbered where numbered.connection_number = fact.connection_number and numbered.reference = fact.reference`,
  'create index fact_kept on fact (kept)',
  `insert into counter (what, next) select 'keeping', max(kept) + 1 from fact having count(*) > 0`,
  `create table fact_pack (
    first integer not null primary key,
    last integer not null,
    format integer not null,
    facts integer not null,
    bytes blob not null,
    crc integer not null
  ) strict`,
];
