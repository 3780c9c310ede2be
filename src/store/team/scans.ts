import { randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Database, Writing } from '#store/database/database.ts';
import type { ScanRow } from '#store/database/schema.ts';
import { FORMAT, goesOnFrom, keptScan, keptStateOf, scanColumns, scanCrc, scanStamp } from '#store/kept-scan.ts';
import type { KeptScan, KeptState, ScanToKeep, StoredSegment } from '#store/kept-scan.ts';
import { withoutForgotten } from '#store/privacy/forgotten.ts';
import { packSegments } from '#store/pack-history.ts';

/** Segments that are asked for at once: a long history never stands twice in memory, as the database sent it and as columns. */
const PAGE = 4;

/** The scan of a source as any server can load it; absent when there is none, or when it must be read anew. */
export async function loadScan(database: Database, sourceId: string): Promise<KeptScan | undefined> {
  return (await loadStampedScan(database, sourceId))?.scan;
}

/** The same, and which scan it is. */
export async function loadStampedScan(
  database: Database,
  sourceId: string,
): Promise<{ readonly stamp: string; readonly scan: KeptScan } | undefined> {
  const { scan, segments } = await database.snapshot(async (query) => ({
    scan: await query.selectFrom('scan').selectAll().where('source_id', '=', sourceId).where('format', '=', FORMAT).executeTakeFirst(),
    segments: await segmentsOf(query, sourceId),
  }));
  if (scan === undefined || scanCrc(scan) !== scan.crc) return undefined;
  try {
    return { stamp: scanStamp(scan), scan: keptScan(scan, segments) };
  } catch (problem) {
    if (problem instanceof RangeError || problem instanceof SyntaxError || problem instanceof TypeError) return undefined;
    throw problem;
  }
}

async function segmentsOf(query: Writing, sourceId: string): Promise<readonly StoredSegment[]> {
  const wanted = query
    .selectFrom('segment')
    .select(['number', 'commits', 'bytes', 'crc'])
    .where('source_id', '=', sourceId)
    .orderBy('number');
  const all: StoredSegment[] = [];
  for (let last = -1; ; ) {
    const page = await wanted.where('number', '>', last).limit(PAGE).execute();
    all.push(...page);
    if (page.length < PAGE) return all;
    last = page.at(-1)!.number;
  }
}

/** What the last scan of a source saw, without loading it: where both are still the same, nothing is new. */
export async function lastScanned(
  { query }: Database,
  sourceId: string,
): Promise<{ readonly head: string; readonly overlay: string } | undefined> {
  return await query
    .selectFrom('scan')
    .select(['head', 'overlay'])
    .where('source_id', '=', sourceId)
    .where('format', '=', FORMAT)
    .executeTakeFirst();
}

/** Head of the last scan of each source, without loading it. */
export async function scanHeads({ query }: Database): Promise<ReadonlyMap<string, ScanHead>> {
  const rows = await query.selectFrom('scan').select(['source_id', 'head', 'commits', 'scanned_at']).execute();
  return new Map(rows.map(({ source_id, head, commits, scanned_at }) => [source_id, { head, commits, scannedAt: scanned_at }]));
}

export interface ScanHead {
  readonly head: string;
  readonly commits: number;
  readonly scannedAt: number;
}

export interface SourceScan {
  readonly sourceId: string;
  readonly scan: ScanToKeep;
}

/**
 * Keeps a scan inside of the transaction that ends its job. Where it went on from the kept one, only fresh commits are written. Gives
 * back which scan it now is, where it is kept just as it was read: whoever has judged the one has judged the other.
 */
export async function saveScan(query: Writing, { sourceId, scan: read }: SourceScan): Promise<string | undefined> {
  await holdSource(query, sourceId);
  const scan = await withoutForgotten(query, read);
  const kept = await keptState(query, sourceId);
  if (kept !== undefined && kept.head === scan.spelled.head && kept.overlay === scan.overlay) return undefined;
  const after = kept !== undefined && goesOnFrom(kept, scan) ? kept : undefined;
  if (after === undefined) await query.deleteFrom('scan').where('source_id', '=', sourceId).execute();
  const row = rowOf({ sourceId, scan }, after?.edition ?? randomUUID());
  await writeScanRow(query, row);
  let number = after?.segments ?? 0;
  for (const { commits, bytes } of packSegments(scan.spelled, after))
    await query
      .insertInto('segment')
      .values({ source_id: sourceId, number: number++, commits, bytes, crc: crc32(bytes) })
      .execute();
  return scan === read ? scanStamp(row) : undefined;
}

/** Whoever keeps a scan of the same source waits here until we have; said as an update because both engines lock by it. */
async function holdSource(query: Writing, sourceId: string): Promise<void> {
  await query
    .updateTable('source')
    .set((built) => ({ name: built.ref('name') }))
    .where('id', '=', sourceId)
    .execute();
}

async function writeScanRow(query: Writing, row: ScanRow): Promise<void> {
  const { source_id: _, ...renewed } = row;
  await query
    .insertInto('scan')
    .values(row)
    .onConflict((conflict) => conflict.column('source_id').doUpdateSet(renewed))
    .execute();
}

async function keptState(query: Writing, sourceId: string): Promise<KeptState | undefined> {
  const row = await query.selectFrom('scan').selectAll().where('source_id', '=', sourceId).where('format', '=', FORMAT).executeTakeFirst();
  if (row === undefined || scanCrc(row) !== row.crc) return undefined;
  const counted = await query
    .selectFrom('segment')
    .select(({ fn }) => fn.countAll<number>().as('segments'))
    .where('source_id', '=', sourceId)
    .executeTakeFirstOrThrow();
  return keptStateOf(row, counted.segments);
}

function rowOf({ sourceId, scan }: SourceScan, edition: string): ScanRow {
  const row = { source_id: sourceId, ...scanColumns(scan, edition) };
  return { ...row, crc: scanCrc(row) };
}
