import type { KeptStanding } from '#core/terms/overview.ts';
import type { Database } from '#store/database/database.ts';
import { FORMAT, scanStamp } from '#store/kept-scan.ts';

export interface Summary {
  readonly sourceId: string;
  /** Of the scan that was judged. */
  readonly stamp: string;
  /** The moment judged, seconds since epoch. */
  readonly judgedAt: number;
  readonly standing: KeptStanding;
  /** Milliseconds since epoch. */
  readonly summedAt: number;
}

/** Keeps how a repository stands. False: its scan is another one by now, or gone, and whoever keeps that one sums it up. */
export async function keepSummary(database: Database, { sourceId, stamp, judgedAt, standing, summedAt }: Summary): Promise<boolean> {
  return await database.write(async (query) => {
    const wanted = query.selectFrom('scan').select(['head', 'crc']).where('source_id', '=', sourceId).modifyEnd(database.dialect.share);
    const scan = await wanted.executeTakeFirst();
    if (scan === undefined || scanStamp(scan) !== stamp) return false;
    const figures = { stamp, judged_at: judgedAt, figures: JSON.stringify(standing), summed_at: summedAt };
    await query
      .insertInto('scan_summary')
      .values({ source_id: sourceId, ...figures })
      .onConflict((conflict) => conflict.column('source_id').doUpdateSet(figures))
      .execute();
    return true;
  });
}

/** As what a scan is to be summed up: with these areas left out of what others see, and these people taken for one. */
export interface SummaryWanted {
  readonly without: readonly string[];
  readonly people: string;
}

/** Whether the scan that a source has now is still to be summed up so. */
export async function lacksSummary({ query }: Database, sourceId: string, { without, people }: SummaryWanted): Promise<boolean> {
  const row = await query
    .selectFrom('scan')
    .leftJoin('scan_summary', 'scan_summary.source_id', 'scan.source_id')
    .select(['scan.head', 'scan.crc', 'scan_summary.stamp', 'scan_summary.figures'])
    .where('scan.source_id', '=', sourceId)
    .where('scan.format', '=', FORMAT)
    .executeTakeFirst();
  if (row === undefined) return false;
  if (row.stamp !== scanStamp(row) || row.figures === null) return true;
  const kept = JSON.parse(row.figures) as KeptStanding;
  return kept.people !== people || (without.length > 0 && !isWithout(kept, without));
}

/** Whether it says how the rest stands without exactly these areas. */
export function isWithout({ soFar }: KeptStanding, areas: readonly string[]): boolean {
  return soFar !== undefined && soFar.without.length === areas.length && soFar.without.every((area, i) => area === areas[i]);
}

/** One source in an overview of all. */
export interface SourceStanding {
  readonly id: string;
  readonly name: string;
  /** Of its newest scan; absent while it has not been read. */
  readonly head?: string | undefined;
  readonly commits: number;
  readonly scannedAt?: number | undefined;
  /** Absent while it has not been summed up; may be of the scan before, until the newest is summed up too. */
  readonly standing?: KeptStanding | undefined;
  readonly judgedAt?: number | undefined;
}

/** Every source with how it stands, by name. */
export async function standings({ query }: Database): Promise<readonly SourceStanding[]> {
  const rows = await query
    .selectFrom('source')
    .leftJoin('scan', 'scan.source_id', 'source.id')
    .leftJoin('scan_summary', 'scan_summary.source_id', 'source.id')
    .select(['source.id', 'source.name', 'scan.head', 'scan.commits', 'scan.scanned_at'])
    .select(['scan_summary.figures', 'scan_summary.judged_at'])
    .orderBy('source.name')
    .orderBy('source.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    head: row.head ?? undefined,
    commits: row.commits ?? 0,
    scannedAt: row.scanned_at ?? undefined,
    standing: row.figures === null ? undefined : (JSON.parse(row.figures) as KeptStanding),
    judgedAt: row.judged_at ?? undefined,
  }));
}
