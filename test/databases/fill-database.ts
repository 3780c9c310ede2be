import type { RepositoryFacts } from '#core/evidence/repository-facts.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import type { Database } from '#store/database/database.ts';
import type { SourceRow } from '#store/database/schema.ts';
import { scanStamp } from '#store/kept-scan.ts';
import type { ScanToKeep } from '#store/kept-scan.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import { saveScan } from '#store/team/scans.ts';
import { addSource } from '#store/team/sources.ts';
import { keepSummary } from '#store/team/summaries.ts';
import { historyOf } from '#test/history-of.ts';
import { fillAccounts } from './fill-accounts.ts';
import { fillConnections } from './fill-connections.ts';
import { fillPrivacy } from './fill-privacy.ts';
import { NOW } from './on-both-engines.ts';

export function sourceRow(id: string): SourceRow {
  return {
    id,
    kind: 'folder',
    address: `/srv/${id}`,
    name: `näme of ${id} \u{1F600}`,
    credential: null,
    private_allowed: 0,
    every_minutes: 60,
    added_at: NOW,
    scan_due_at: NOW,
  };
}

/** The first `commits` of one invented history, as a scan of it would hand them over. Names and paths are numbered alike 35 commits on. */
export function scanOf(commits: number, since?: { readonly edition: string; readonly commits: number }): ScanToKeep {
  const told = Array.from({ length: commits }, (_, day) => ({
    day,
    by: `Person ${day % 5} <p${day % 5}@example.org>`,
    touches: [`${day < 7 ? 'A' : 'M'} src/file-${day % 7}.ts`],
  }));
  const spelled: RawHistory = { ...historyOf(told), head: `${commits}`.padStart(40, '0') };
  const fresh = commits - (since?.commits ?? 0);
  return { facts: factsOf(spelled), spelled, mapped: spelled.identities, overlay: '', fresh, since: since?.edition, scannedAt: NOW };
}

function factsOf(spelled: RawHistory): RepositoryFacts {
  const none = { set: new Uint32Array(), unset: new Uint32Array() };
  return {
    key: 'key',
    path: '/srv/x',
    workTree: '',
    headAt: spelled.commits.committedAt[0] ?? 0,
    attributes: { 'linguist-generated': none, 'linguist-vendored': none, 'linguist-documentation': none },
    texts: [{ path: 'CODEOWNERS', text: '* @core\n' }],
    ignoredRevisions: [],
    links: 0,
    submodules: 0,
    notes: [],
  };
}

/** Rows in every table: three sources (one sealed), one of them scanned, jobs waiting, running and done. */
export async function fillDatabase(database: Database): Promise<void> {
  for (const id of ['a', 'b', 'c']) await addSource(database, sourceRow(id));
  await database.query
    .updateTable('source')
    .set({ credential: Uint8Array.from({ length: 64 }, (_, i) => i * 4) })
    .where('id', '=', 'b')
    .execute();
  const jobs = jobsOf(database);
  const [done] = [(await jobs.take(NOW))!, await jobs.take(NOW)];
  await database.write(async (query) => {
    await jobs.end(query, done, { state: 'done', outcome: '{}', now: NOW });
    await saveScan(query, { sourceId: done.subject, scan: scanOf(40) });
  });
  await fillAccounts(database);
  const { head, crc } = await database.query
    .selectFrom('scan')
    .select(['head', 'crc'])
    .where('source_id', '=', done.subject)
    .executeTakeFirstOrThrow();
  const standing = { people: '', northStar: null, days: 14, verdicts: { moves: 0, degrades: 0, stops: 0, 'not judged': 1 } };
  await keepSummary(database, { sourceId: done.subject, stamp: scanStamp({ head, crc }), judgedAt: 40, standing, summedAt: NOW });
  await fillPrivacy(database);
  await fillConnections(database);
}
