import { join } from 'node:path';
import { repositoryPlace } from '#app/actions/connections/repository-place.ts';
import { tellRepository } from '#app/actions/connections/tell-repository.ts';
import { openRepository } from '#sources/opening/open-repository.ts';
import type { Repository } from '#sources/opening/open-repository.ts';
import type { ReadingProgress } from '#sources/git/gather-history.ts';
import { readOpened } from '#sources/git/read-repository.ts';
import { withMirror } from '#sources/mirrors/with-mirror.ts';
import { parseAddress } from '#sources/remote/parse-address.ts';
import type { Database } from '#store/database/database.ts';
import type { SourceRow } from '#store/database/schema.ts';
import { LEASE } from '#store/jobs/job-queue.ts';
import type { ScanToKeep } from '#store/kept-scan.ts';
import { lastScanned, loadScan } from '#store/team/scans.ts';
import { opened } from '#store/team/key-files.ts';
import { sourceById } from '#store/team/sources.ts';
import type { TeamPlace } from './team-place.ts';
import { whenBack } from './while-away.ts';

/** What every scan of a worker needs. */
export interface Workshop {
  readonly database: Database;
  readonly place: TeamPlace;
  /** Certificates of the team's own authorities, for https. */
  readonly authorities?: string | undefined;
  /** Milliseconds since epoch. */
  readonly now: () => number;
}

export interface SourceOrder extends Workshop {
  readonly source: SourceRow;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ReadingProgress) => void;
}

export interface SourceScanned {
  /** Nothing where nothing is new. */
  readonly scan: ScanToKeep | undefined;
  /** What of it could not be told, in sentences. */
  readonly untold: readonly string[];
}

/** Reads what is new in a source since any server read it last; what its documents tell is kept then. */
export async function scanSource(order: SourceOrder): Promise<SourceScanned> {
  const { source, place, authorities, signal } = order;
  const remote = parseAddress(source.address);
  if (remote.kind === 'folder') return await scanFolder(order, remote.address);
  const credential = await credentialOf(order);
  const wanted = { remote, folder: join(place.mirrors, source.id), privateAllowed: source.private_allowed === 1, credential };
  return await withMirror({ ...wanted, authorities, limits: place.limits, signal }, async (folder) => await scanFolder(order, folder));
}

/** Read once more where it does not open: a new key may have been put in place since. */
async function credentialOf({ database, source, place }: SourceOrder): Promise<string | undefined> {
  if (source.credential === null) return undefined;
  try {
    return opened(place.keyFile, source.credential, source.id);
  } catch (problem) {
    const now = await sourceById(database, source.id);
    if (now?.credential == null || Buffer.from(now.credential).equals(source.credential)) throw problem;
    return opened(place.keyFile, now.credential, source.id);
  }
}

async function scanFolder(order: SourceOrder, folder: string): Promise<SourceScanned> {
  const { database, source, signal } = order;
  const [repository, last] = await Promise.all([openRepository(folder, signal), lastScanned(database, source.id)]);
  try {
    if (last?.head === repository.head && last.overlay === repository.overlay)
      return { scan: undefined, untold: await toldOf(order, repository) };
    const kept = last && (await loadScan(database, source.id));
    const reading = await readOpened(named(repository, source), { since: kept, signal, onProgress: order.onProgress });
    // Told before the scan is kept: whoever is stopped in between begins again with both.
    return { scan: { ...reading, since: kept?.edition, scannedAt: order.now() }, untold: await toldOf(order, repository) };
  } finally {
    repository.close();
  }
}

async function toldOf({ database, source, signal, now }: SourceOrder, repository: Repository): Promise<readonly string[]> {
  const named = await repositoryPlace(repository, source.address, signal);
  const { place, head: commit } = repository;
  const tell = async () => await tellRepository({ database, source: source.id, place, commit, repository: named, now, signal });
  // Telling twice is harmless, reading a long history twice is not.
  return await whenBack(tell, { now, until: now() + LEASE, signal });
}

/** Where the clone happens to lie on this machine says nothing to another one. */
function named(repository: Repository, { id, name, address }: SourceRow): Repository {
  const { workTree: _, ...rest } = repository;
  return { ...rest, name, key: id, path: address };
}
