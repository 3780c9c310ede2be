import { join } from 'node:path';
import { buildRepository } from '../test/golden/build-repository.ts';

export interface Invented {
  readonly paths: readonly string[];
  readonly commits: number;
}

/** Bare repositories of 40 to 600 commits each, three files a commit, seven people. */
export function invented(folder: string, repositories: number): Invented {
  let commits = 0;
  const paths = Array.from({ length: repositories }, (_, r) => {
    const count = 40 + ((r * 37) % 561);
    commits += count;
    const told = Array.from({ length: count }, (_, i) => ({
      by: `Person ${i % 7} <p${i % 7}@example.org>`,
      files: Object.fromEntries([0, 1, 2].map((k) => [`src/${(i + k) % 5}/file-${(i * 3 + k) % 60}.ts`, `${i}\n`])),
    }));
    return buildRepository({ bare: true, folder: join(folder, `r${r}.git`), commits: told }).path;
  });
  return { paths, commits };
}
