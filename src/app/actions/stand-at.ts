import type { RawHistory } from '#core/evidence/raw-history.ts';
import type { RepositoryFacts } from '#core/evidence/repository-facts.ts';
import { commitAt, commitNamed, restrictHistory } from '#core/evidence/restrict-history.ts';
import { dateOf, type Moment } from '#core/terms/moment.ts';
import { refusal } from '#core/terms/refusals.ts';
import { readOpened } from '#sources/git/read-repository.ts';
import { readTexts } from '#sources/git/read-texts.ts';
import { readTree, type TreeListing } from '#sources/git/read-tree.ts';
import { textOfBytes } from '#sources/mining/byte-text.ts';
import { openRepository, type Repository } from '#sources/opening/open-repository.ts';

/** A repository as it was scanned. */
export interface Standing {
  readonly history: RawHistory;
  readonly facts: RepositoryFacts;
}

export interface StandAtOrder {
  /** A commit, tag or branch; or a moment, which means the last commit on the main line up to then. */
  readonly when: { readonly revision: string } | { readonly moment: Moment };
  readonly signal?: AbortSignal | undefined;
}

/** The same repository as it stood earlier: only that commit and its ancestors, with its own tree and manifests. */
export async function standAt(scanned: Standing, { when, signal }: StandAtOrder): Promise<Standing> {
  const revision = 'revision' in when ? when.revision : revisionAt(scanned, when.moment);
  const repository = await openRepository(scanned.facts.path, signal, revision);
  try {
    const row = commitNamed(scanned.history, repository.head);
    return row === undefined ? await readOpened(repository, { signal }) : await restricted(scanned, row, repository, signal);
  } finally {
    await repository.close();
  }
}

function revisionAt({ history, facts }: Standing, moment: Moment): string {
  const row = commitAt(history, moment);
  if (row === undefined) throw refusal('before-history', { path: facts.path, at: dateOf(moment), first: dateOf(firstMoment(history)) });
  return hashOf(history, row);
}

async function restricted({ history, facts }: Standing, row: number, { place, head }: Repository, signal?: AbortSignal): Promise<Standing> {
  const tree = await readTree(place, head, signal);
  const { texts } = await readTexts(place, tree, signal);
  return { history: restrictHistory(history, row, listed(tree)), facts: { ...facts, texts, headAt: history.commits.committedAt[row]! } };
}

function listed({ bytes, files }: TreeListing): readonly { readonly path: string; readonly bytes: number }[] {
  return files.map(({ start, end, size }) => ({ path: textOfBytes(bytes.subarray(start, end)), bytes: size }));
}

function firstMoment({ commits }: RawHistory): Moment {
  let first = Number.POSITIVE_INFINITY;
  for (const at of commits.committedAt) if (at < first) first = at;
  return first;
}

function hashOf({ commits, hashBytes }: RawHistory, row: number): string {
  const bytes = commits.hash.subarray(row * hashBytes, (row + 1) * hashBytes);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
