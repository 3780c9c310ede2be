import type { Organisation } from '#core/organisation/organisation.ts';

/** Full hash of a commit, by its row in `Organisation.commits`. */
export type HashOf = (commit: number) => string;

/** Hashes of a history that never was in git: the numbers of the repository and of the commit in it, oldest first, as `rawHistoryOf` has it. */
export function countedHashes({ commits }: Pick<Organisation, 'commits'>): HashOf {
  const counts = new Map<number, number>();
  const hashes = commits.map(({ repository }) => {
    const number = (counts.get(repository) ?? 0) + 1;
    counts.set(repository, number);
    return `${(repository + 1).toString(16).padStart(8, '0')}${number.toString(16).padStart(32, '0')}`;
  });
  return (commit) => hashes[commit]!;
}
