import { Buffer } from 'node:buffer';
import { ATTRIBUTE_NAMES } from '#core/evidence/repository-facts.ts';
import { runGit } from '#sources/opening/git-process.ts';
import type { GitPlace } from '#sources/opening/git-process.ts';
import type { TreeListing } from './read-tree.ts';
import type { DeclaredText } from './read-texts.ts';

export interface AttributeQuestion {
  readonly place: GitPlace;
  readonly commit: string;
  readonly tree: TreeListing;
  readonly texts: readonly DeclaredText[];
  readonly signal?: AbortSignal | undefined;
}

/**
 * Which files `.gitattributes` (at every level, at HEAD) marks, as indexes into `tree.files`; `unset` are those where
 * it says explicitly not. Git's own `check-attr` answers, over a temporary index in the reading room: its pattern
 * rules have many corners. Repositories that never say `linguist-` cost nothing.
 */
export async function readAttributes({ place, commit, tree, texts, signal }: AttributeQuestion): Promise<AttributeMarks> {
  const marks = emptyMarks();
  if (!speakOfLinguist(texts)) return marks;
  await runGit(place, { args: ['read-tree', '--end-of-options', commit], signal });
  const input = Buffer.concat(tree.files.map(({ start, end }) => tree.bytes.subarray(start, end + 1)));
  const output = await runGit(place, {
    args: ['check-attr', '--cached', '-z', '--stdin', ...ATTRIBUTE_NAMES],
    input,
    signal,
    most: 2 ** 30,
  });
  let at = 0;
  for (let file = 0; file < tree.files.length; file++) {
    for (const attribute of ATTRIBUTE_NAMES) {
      const nameAt = output.indexOf(0, at) + 1;
      const valueAt = output.indexOf(0, nameAt) + 1;
      const end = output.indexOf(0, valueAt);
      const value = output.toString('latin1', valueAt, end);
      if (value === 'set' || value === 'true') marks[attribute].set.push(file);
      else if (value === 'unset' || value === 'false') marks[attribute].unset.push(file);
      at = end + 1;
    }
  }
  return marks;
}

export type AttributeMarks = Readonly<Record<(typeof ATTRIBUTE_NAMES)[number], { readonly set: number[]; readonly unset: number[] }>>;

function emptyMarks(): AttributeMarks {
  return {
    'linguist-generated': { set: [], unset: [] },
    'linguist-vendored': { set: [], unset: [] },
    'linguist-documentation': { set: [], unset: [] },
  };
}

/** Whether any `.gitattributes` sets one of the attributes that matter here. */
export function speakOfLinguist(texts: readonly DeclaredText[]): boolean {
  return texts.some(({ path, text }) => isAttributesFile(path) && text.includes('linguist-'));
}

export function isAttributesFile(path: string): boolean {
  return path === '.gitattributes' || path.endsWith('/.gitattributes');
}
