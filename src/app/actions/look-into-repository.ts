import { readSubjects } from '#sources/git/read-subjects.ts';
import { resolveMoment } from '#sources/git/resolve-moment.ts';
import type { HistoryPoint } from '#sources/git/resolve-moment.ts';
import { openRepository } from '#sources/opening/open-repository.ts';
import type { Repository } from '#sources/opening/open-repository.ts';

/** What `--at TEXT` means in the repository at `path`: a date, a commit, a tag or a branch. */
export async function resolveAt(path: string, text: string, signal?: AbortSignal): Promise<HistoryPoint> {
  return await opened(path, signal, (repository) => resolveMoment(repository, text, signal));
}

/** First lines of commit messages, by full hash; read when somebody opens a figure, not before. */
export async function describeCommits(path: string, hashes: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, string>> {
  return await opened(path, signal, (repository) => readSubjects(repository.place, hashes, signal));
}

async function opened<T>(path: string, signal: AbortSignal | undefined, work: (repository: Repository) => Promise<T>): Promise<T> {
  const repository = await openRepository(path, signal);
  try {
    return await work(repository);
  } finally {
    repository.close();
  }
}
