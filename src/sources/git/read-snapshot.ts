import type { GitPlace } from '#sources/opening/git-process.ts';
import { readAttributes } from './read-attributes.ts';
import type { AttributeMarks } from './read-attributes.ts';
import { readTexts } from './read-texts.ts';
import type { DeclaredText } from './read-texts.ts';
import { readTree } from './read-tree.ts';
import type { TreeListing } from './read-tree.ts';

/** What a commit holds, as far as we look: its tree, what it declares, what its attributes mark. */
export interface Snapshot {
  readonly tree: TreeListing;
  readonly texts: readonly DeclaredText[];
  /** Declaring files that were too large or too many. */
  readonly skipped: number;
  readonly marks: AttributeMarks;
}

export async function readSnapshot(place: GitPlace, commit: string, signal?: AbortSignal): Promise<Snapshot> {
  const tree = await readTree(place, commit, signal);
  const { texts, skipped } = await readTexts(place, tree, signal);
  return { tree, texts, skipped, marks: await readAttributes({ place, commit, tree, texts, signal }) };
}
