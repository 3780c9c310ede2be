import type { Moment } from '#core/terms/moment.ts';

/** One commit that touched a path. */
export interface Touch {
  readonly commit: string;
  readonly at: Moment;
  /** As the mailmap spells them. */
  readonly name: string;
  readonly mail: string;
}

/** A repository at one commit, as far as documents are read from it. */
export interface RepositoryTree {
  /** As places name it: `github.com/acme/shop`. */
  readonly repository: string;
  readonly paths: readonly string[];
  /** Contents of some paths; those that are too large or too many are left out. */
  readonly read: (paths: readonly string[]) => Promise<readonly { readonly path: string; readonly text: string }[]>;
  /** Commits that touched these paths, oldest first. */
  readonly touches: (paths: readonly string[]) => Promise<ReadonlyMap<string, readonly Touch[]>>;
}

/** One document of a repository. */
export interface RepositoryText {
  readonly repository: string;
  readonly path: string;
  readonly text: string;
  /** Who wrote and edited it, oldest first. */
  readonly touches: readonly Touch[];
}
