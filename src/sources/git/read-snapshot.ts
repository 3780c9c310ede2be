import { ATTRIBUTE_NAMES } from '#core/evidence/repository-facts.ts';
import type { AttributeName } from '#core/evidence/repository-facts.ts';
import type { Dictionaries } from '#sources/mining/log-columns.ts';
import type { GitPlace } from '#sources/opening/git-process.ts';
import { readAttributes } from './read-attributes.ts';
import { readTexts } from './read-texts.ts';
import type { DeclaredTexts } from './read-texts.ts';
import { readTree } from './read-tree.ts';

/** What a commit holds, as far as we look: its tree, what it declares, what its attributes mark. */
export interface Snapshot extends DeclaredTexts {
  /** In git's order. */
  readonly paths: Uint32Array;
  readonly sizes: Uint32Array;
  readonly marks: Marks;
  readonly links: number;
  readonly submodules: number;
}

/** A snapshot whose paths get their final numbers later: `number` tells that of each number of the dictionary. */
export type PendingSnapshot = (number: Uint32Array) => Snapshot;

export type Marks = Readonly<Record<AttributeName, { readonly set: Uint32Array; readonly unset: Uint32Array }>>;

export interface SnapshotOrder {
  readonly place: GitPlace;
  readonly commit: string;
  readonly dictionaries: Dictionaries;
  readonly signal?: AbortSignal | undefined;
}

export async function readSnapshot({ place, commit, dictionaries, signal }: SnapshotOrder): Promise<PendingSnapshot> {
  const tree = await readTree(place, commit, signal);
  const { texts, skipped } = await readTexts(place, tree, signal);
  const marked = await readAttributes({ place, commit, tree, texts, signal });
  const rows = tree.files.map(({ start, end }) => dictionaries.paths.intern(tree.bytes, start, end));
  const sizes = Uint32Array.from(tree.files, (file) => file.size);
  return (number) => ({
    paths: Uint32Array.from(rows, (row) => number[row]!),
    sizes,
    texts,
    skipped,
    marks: eachMark((name, state) => Uint32Array.from(marked[name][state], (file) => number[rows[file]!]!)),
    links: tree.links,
    submodules: tree.submodules,
  });
}

/** Marks of every attribute, made one by one. */
export function eachMark(rows: (name: AttributeName, state: 'set' | 'unset') => Uint32Array): Marks {
  return Object.fromEntries(ATTRIBUTE_NAMES.map((name) => [name, { set: rows(name, 'set'), unset: rows(name, 'unset') }])) as Marks;
}
