import type { RawHistory } from '#core/evidence/raw-history.ts';
import type { RepositoryFacts } from '#core/evidence/repository-facts.ts';
import { commitNamed, restrictHistory } from '#core/evidence/restrict-history.ts';
import type { Moment } from '#core/terms/moment.ts';
import { readTexts } from '#sources/git/read-texts.ts';
import { readTree, type TreeListing } from '#sources/git/read-tree.ts';
import { resolveMoment } from '#sources/git/resolve-moment.ts';
import { textOfBytes } from '#sources/mining/byte-text.ts';
import { openRepository } from '#sources/opening/open-repository.ts';

/** A repository as it was scanned. */
export interface Standing {
  readonly history: RawHistory;
  readonly facts: RepositoryFacts;
}

/** The same repository as it stood at a date, commit, tag or branch: only that commit and its ancestors, with its own tree and manifests. */
export async function standAt(
  { history, facts }: Standing,
  text: string,
  signal?: AbortSignal,
): Promise<Standing & { readonly at: Moment }> {
  const repository = await openRepository(facts.path, signal);
  try {
    const { commit, at } = await resolveMoment(repository, text, signal);
    const tree = await readTree(repository.place, commit, signal);
    const { texts } = await readTexts(repository.place, tree, signal);
    const row = commitNamed(history, commit)!;
    return {
      at,
      history: restrictHistory(history, row, listed(tree)),
      facts: { ...facts, texts, headAt: history.commits.committedAt[row]! },
    };
  } finally {
    repository.close();
  }
}

function listed({ bytes, files }: TreeListing): readonly { readonly path: string; readonly bytes: number }[] {
  return files.map(({ start, end, size }) => ({ path: textOfBytes(bytes.subarray(start, end)), bytes: size }));
}
