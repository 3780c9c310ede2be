import { ATTRIBUTE_NAMES } from '#core/evidence/repository-facts.ts';
import type { AttributeName } from '#core/evidence/repository-facts.ts';
import type { Dictionaries } from '#sources/mining/log-columns.ts';
import type { GitPlace } from '#sources/opening/git-process.ts';
import { readAttributes } from './read-attributes.ts';
import { readTexts } from './read-texts.ts';
import type { DeclaredTexts } from './read-texts.ts';
import { readTree } from './read-tree.ts';

/** What a commit holds, as far as we look: its tree, what it declares, what its attributes mark. Paths as the dictionary numbers them. */
export interface Snapshot extends DeclaredTexts {
  /** In git's order. */
  readonly paths: Uint32Array;
  readonly sizes: Uint32Array;
  readonly marks: Marks;
  readonly links: number;
  readonly submodules: number;
}

export type Marks = Readonly<Record<AttributeName, { readonly set: Uint32Array; readonly unset: Uint32Array }>>;

export interface SnapshotOrder {
  readonly place: GitPlace;
  readonly commit: string;
  readonly dictionaries: Dictionaries;
  readonly signal?: AbortSignal | undefined;
}

export async function readSnapshot({ place, commit, dictionaries, signal }: SnapshotOrder): Promise<Snapshot> {
  const tree = await readTree(place, commit, signal);
  const { texts, skipped } = await readTexts(place, tree, signal);
  const marked = await readAttributes({ place, commit, tree, texts, signal });
  const paths = Uint32Array.from(tree.files, ({ start, end }) => dictionaries.paths.intern(tree.bytes, start, end));
  return {
    paths,
    sizes: Uint32Array.from(tree.files, (file) => file.size),
    texts,
    skipped,
    marks: renamedMarks((name, state) => Uint32Array.from(marked[name][state], (file) => paths[file]!)),
    links: tree.links,
    submodules: tree.submodules,
  };
}

/** Marks of every attribute, made one by one. */
export function renamedMarks(rows: (name: AttributeName, state: 'set' | 'unset') => Uint32Array): Marks {
  return Object.fromEntries(ATTRIBUTE_NAMES.map((name) => [name, { set: rows(name, 'set'), unset: rows(name, 'unset') }])) as Marks;
}
