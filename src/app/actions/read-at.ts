import { openRepository } from '#sources/opening/open-repository.ts';
import { readOpened, type RepositoryReading } from '#sources/git/read-repository.ts';
import { timedProgress, type ScanProgress } from './scan-progress.ts';

export interface ReadAtOrder {
  readonly paths: readonly string[];
  /** A commit, tag or branch that every repository must know. */
  readonly revision: string;
  readonly onProgress?: ((progress: ScanProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly clock: () => number;
}

/** Reads repositories as they were at a commit: its ancestors, its tree, its mailmap and attributes. Nothing is kept. */
export async function readAt(order: ReadAtOrder): Promise<readonly RepositoryReading[]> {
  const readings: RepositoryReading[] = [];
  for (const [index, path] of order.paths.entries()) {
    order.signal?.throwIfAborted();
    readings.push(await readOne(path, index, order));
  }
  return readings;
}

async function readOne(
  path: string,
  index: number,
  { paths, revision, onProgress, signal, clock }: ReadAtOrder,
): Promise<RepositoryReading> {
  const repository = await openRepository(path, signal, revision);
  const where = { repository: repository.name, index, repositories: paths.length, clock };
  try {
    return await readOpened(repository, { signal, onProgress: onProgress && timedProgress({ ...where, report: onProgress }) });
  } finally {
    await repository.close();
  }
}
