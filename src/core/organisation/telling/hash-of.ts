import type { Organisation } from '#core/organisation/organisation.ts';

/** Full hash of a commit, by its row in `Organisation.commits`. */
export type HashOf = (commit: number) => string;

/** Hashes of a history that never was in git: the number of each commit in its repository, oldest first, as `rawHistoryOf` has it. */
export function countedHashes({ commits }: Pick<Organisation, 'commits'>): HashOf {
  const counts = new Map<number, number>();
  const hashes = commits.map(({ repository }) => {
    const number = (counts.get(repository) ?? 0) + 1;
    counts.set(repository, number);
    return number.toString(16).padStart(40, '0');
  });
  return (commit) => hashes[commit]!;
}
