/** What a git source learns of a repository besides its history: all of it at HEAD, nothing judged. */
export interface RepositoryFacts {
  /** Stable key: the real path of the git directory. */
  readonly key: string;
  /** Where the reader found it. */
  readonly path: string;
  /** Top folder of the work tree; '' when bare. */
  readonly workTree: string;
  /** Committer time of HEAD. */
  readonly headAt: number;
  /** Attributes that set files aside, as indexes into `RawHistory.paths`; `unset`: explicitly not. */
  readonly attributes: Readonly<Record<AttributeName, { readonly set: Uint32Array; readonly unset: Uint32Array }>>;
  /** Small files that declare something: CODEOWNERS, manifests, `.gitattributes`, `understudy.yaml` … */
  readonly texts: readonly { readonly path: string; readonly text: string }[];
  /** Full hashes that `.git-blame-ignore-revs` lists. */
  readonly ignoredRevisions: readonly string[];
  /** Entries of the tree that are no regular files. */
  readonly links: number;
  readonly submodules: number;
  /** What the reader should know about this reading, e.g. that the history had been rewritten. */
  readonly notes: readonly ReadingNote[];
}

export const ATTRIBUTE_NAMES = ['linguist-generated', 'linguist-vendored', 'linguist-documentation'] as const;
export type AttributeName = (typeof ATTRIBUTE_NAMES)[number];

/** Something worth knowing about how a history was read. */
export interface ReadingNote {
  readonly code: 'grafts' | 'rewritten' | 'exact-renames' | 'texts-skipped' | 'cache-rebuilt';
  readonly sentence: string;
}
