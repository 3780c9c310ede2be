import type { ActorPatterns } from '#core/identity/actor-kind.ts';
import type { MergeWishes } from '#core/identity/merge-identities.ts';
import type { Exclusion } from './exclusion-of.ts';

/** What people and repositories say about their own history. Everything may be left out. */
export interface CleanOptions {
  /** Per repository, in the order of the histories. */
  readonly repositories?: readonly RepositoryCleaning[];
  /** Who is who, in the words of the configuration: confirmed and refused merges, bots, agents, humans. */
  readonly people?: MergeWishes & ActorPatterns;
  /** Rules that are not applied: the classic formulas want the history as it stands. */
  readonly keep?: readonly SetAsideRule[];
}

export interface RepositoryCleaning {
  /** Path → what its attributes say; `none` counts the file in whatever its name suggests. */
  readonly attributes?: ReadonlyMap<string, Exclusion>;
  /** Full hashes (hex) from `.git-blame-ignore-revs` or the configuration. */
  readonly ignoredRevisions?: readonly string[];
  /** Paths that the configuration sets aside. */
  readonly isIgnored?: (path: string) => boolean;
}

/** Why a commit's touches are set aside, strongest first. */
export const SET_ASIDE_RULES = [
  'none',
  'ignored revision',
  'bot',
  'nobody',
  'initial import',
  'mass change',
  'duplicate',
  'revert',
] as const;
export type SetAsideRule = Exclude<(typeof SET_ASIDE_RULES)[number], 'none'>;

/** What the published truck-factor and ownership formulas were computed from: only files and automations set aside. */
export const CLASSIC_KEEP: readonly SetAsideRule[] = ['ignored revision', 'initial import', 'mass change', 'duplicate', 'revert', 'nobody'];
