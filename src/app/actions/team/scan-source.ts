import { join } from 'node:path';
import { openRepository } from '#sources/opening/open-repository.ts';
import type { Repository } from '#sources/opening/open-repository.ts';
import type { ReadingProgress } from '#sources/git/gather-history.ts';
import { readOpened } from '#sources/git/read-repository.ts';
import { fetchMirror } from '#sources/remote/fetch-mirror.ts';
import { parseAddress } from '#sources/remote/parse-address.ts';
import type { Database } from '#store/database/database.ts';
import type { SourceRow } from '#store/database/schema.ts';
import type { ScanToKeep } from '#store/kept-scan.ts';
import { lastScanned, loadScan } from '#store/team/scans.ts';
import { sealerOf } from '#store/team/seal.ts';
import type { TeamPlace } from './team-place.ts';

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

/** Reads what is new in a source since any server read it last; nothing where nothing is new. */
export async function scanSource(order: SourceOrder): Promise<ScanToKeep | undefined> {
  const { database, source, signal } = order;
  const folder = await folderOf(order);
  const [repository, last] = await Promise.all([openRepository(folder, signal), lastScanned(database, source.id)]);
  try {
    if (last?.head === repository.head && last.overlay === repository.overlay) return undefined;
    const kept = last && (await loadScan(database, source.id));
    const reading = await readOpened(named(repository, source), { since: kept, signal, onProgress: order.onProgress });
    return { ...reading, since: kept?.edition, scannedAt: order.now() };
  } finally {
    repository.close();
  }
}

/** The folder itself, or a clone of ours that has just been brought up to date. */
async function folderOf({ source, place, authorities, signal }: SourceOrder): Promise<string> {
  const remote = parseAddress(source.address);
  if (remote.kind === 'folder') return remote.address;
  const credential = source.credential === null ? undefined : sealerOf(place.keyFile).open(source.credential, source.id);
  const folder = join(place.mirrors, source.id);
  await fetchMirror({ remote, folder, privateAllowed: source.private_allowed === 1, credential, authorities, signal });
  return folder;
}

/** Where the clone happens to lie on this machine says nothing to another one. */
function named(repository: Repository, { id, name, address }: SourceRow): Repository {
  const { workTree: _, ...rest } = repository;
  return { ...rest, name, key: id, path: address };
}
