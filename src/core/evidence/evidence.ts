import type { Moment } from '#core/terms/moment.ts';
import type { LeftOut } from '#core/terms/answer.ts';
import type { MergeRule } from '#core/identity/merge-identities.ts';
import type { ActorKind, PersonId } from '#core/terms/person.ts';

/**
 * Clean facts of one or many repositories: identities merged, actors told apart, mass changes and generated
 * files set aside (and counted), renames followed. Every formula starts here.
 * One row per (person, file, commit); sorted by time, oldest first.
 */
export interface Evidence {
  readonly repositories: readonly { readonly name: string; readonly head: string; readonly headAt: number; readonly hashBytes: 20 | 32 }[];
  readonly people: readonly PersonRecord[];
  readonly files: EvidenceFiles;
  readonly commits: EvidenceCommits;
  readonly acts: EvidenceActs;
  readonly leftOut: readonly LeftOut[];
  /** Spellings that were joined into one person, and why. Holds names: leaves the process only through `core/policy`. */
  readonly merges?: readonly MergeRecord[];
}

/** `kept` and `joined` are `Name <e-mail>`. */
export interface MergeRecord {
  readonly person: PersonId;
  readonly kept: string;
  readonly joined: string;
  readonly rule: MergeRule;
}

export interface PersonRecord {
  /** Name most used lately. Leaves the process only through `core/policy`. */
  readonly name: string;
  readonly emails: readonly string[];
  readonly names: readonly string[];
  readonly kind: ActorKind;
  /** Numbers of the houses that the addresses lead to, where the addresses themselves were taken away (core/policy/houses-of.ts). */
  readonly houses?: readonly number[];
  /** From then on they are away for good, as somebody who knows has said; absent: nobody has. */
  readonly leftAt?: Moment;
}

/** A file is a lineage: it keeps its row through renames. `path` is its latest path. */
export interface EvidenceFiles {
  readonly count: number;
  readonly path: readonly string[];
  readonly repository: Uint16Array;
  /** 1 = in the tree at head. */
  readonly alive: Uint8Array;
  /** Size at head in bytes; 0 when not alive or unknown. */
  readonly bytes: Uint32Array;
  /** Index into EXCLUSIONS: 0 = counted; anything else = set aside with that reason. */
  readonly exclusion: Uint8Array;
  /** First moment that any commit, set aside or not, touches the file, and for files that are gone the last one; NO_ROW when alive. */
  readonly bornAt?: Uint32Array;
  readonly endedAt?: Uint32Array;
}

export const EXCLUSIONS = ['none', 'generated', 'vendored', 'lock file', 'minified', 'binary', 'ignored path'] as const;

export interface EvidenceCommits {
  readonly count: number;
  readonly hash: Uint8Array;
  /** Offset of each commit's hash in `hash` (repositories may differ in hash length). */
  readonly hashAt: Uint32Array;
  readonly repository: Uint16Array;
  readonly at: Uint32Array;
  readonly author: Uint32Array;
  /** Bits of EVIDENCE_FLAG. */
  readonly flags: Uint16Array;
  /** Rows of parents, NO_ROW where unknown: `firstParent` has `count + 1` entries. */
  readonly firstParent: Uint32Array;
  readonly parent: Uint32Array;
}

export const EVIDENCE_FLAG = {
  merge: 1,
  squash: 2,
  revert: 4,
  massChange: 8,
  ignoredRevision: 16,
  aiAssisted: 32,
  bot: 64,
  agent: 128,
  /** Written by a person, landed by a machine other than the platform: a merge queue, the mirror of a review tool. */
  landedByMachine: 256,
} as const;

/** `authored` covers author and co-authors; `reviewed` comes from trailers and accepted pull requests. */
export const ACT_KINDS = ['authored', 'reviewed'] as const;

export interface EvidenceActs {
  readonly count: number;
  readonly at: Uint32Array;
  readonly commit: Uint32Array;
  readonly file: Uint32Array;
  readonly person: Uint32Array;
  /** Index into ACT_KINDS. */
  readonly kind: Uint8Array;
  /** Share of the credit: 1, or 1/k where k people share the commit by co-author trailers. */
  readonly credit: Float32Array;
  /** Bits of ACT_FLAG. */
  readonly flags: Uint8Array;
}

/** `creates`: first life of the file, or an add of a path that had been deleted; `deletes`: the file ends here (till re-added). */
export const ACT_FLAG = { creates: 1, deletes: 2, renames: 4, aiAssisted: 8 } as const;
