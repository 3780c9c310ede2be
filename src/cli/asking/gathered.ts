import type { KnownRepository } from '#app/worlds/world-of.ts';
import type { Configuration } from '#contract/configuration.ts';
import type { Groundwork, World } from '#core/world/world.ts';

/** Everything one question of the command line is asked of. */
export interface Gathered {
  readonly world: World;
  /** What it stands on, names and all: for what has to be joined to people before anybody looks. Leaves through policy only. */
  readonly ground: Groundwork;
  readonly configuration: Configuration;
  readonly repositories: readonly KnownRepository[];
  /** Where each repository stood when it was scanned, whatever `--at` then asked for. */
  readonly scannedHeads: readonly string[];
  /** Words that mean the one who asks; empty where everybody may be asked about. */
  readonly ownWords: readonly string[];
}

export interface Wishes {
  readonly absenceDays?: number | undefined;
  /** The history as the published truck-factor tool saw it. */
  readonly published?: boolean;
}
