import { createHash } from 'node:crypto';
import type { Configuration } from '#contract/configuration.ts';
import { packGroundwork, unpackGroundwork } from '#core/world/pack-world.ts';
import type { Groundwork } from '#core/world/world.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { Groundworks } from '#store/groundworks.ts';

/** Raised when what is derived from the same scan changes, or how it is packed. */
const FORMAT = 2;

export interface GroundworkOrder {
  readonly dataFolder: string;
  readonly repositories: readonly ScanIdentity[];
  readonly configuration: Pick<Configuration, 'areas' | 'people' | 'ignore'>;
  /** Version of this code. */
  readonly mark: string;
}

/** Which scan of a repository it is, and how the repository is called in this run. */
export interface ScanIdentity {
  readonly key: string;
  readonly name: string;
  readonly head: string;
  readonly overlay: string;
  /** Absent where the scan is not the one that is kept. */
  readonly edition?: string | undefined;
}

/** Where groundwork is kept, and everything it depends on. */
export interface GroundworkPlace {
  readonly dataFolder: string;
  readonly key: string;
  readonly stamp: string;
}

/** Nothing where one of the scans is not kept: what was derived from it could not be found again. */
export function groundworkPlace({ dataFolder, repositories, configuration, mark }: GroundworkOrder): GroundworkPlace | undefined {
  if (repositories.some(({ edition }) => edition === undefined)) return undefined;
  const { areas, people, ignore } = configuration;
  const scans = repositories.map(({ key, name, head, overlay, edition }) => [key, name, head, overlay, edition]);
  return {
    dataFolder,
    key: hashOf(repositories.map(({ key }) => key)),
    stamp: hashOf([FORMAT, mark, scans, areas ?? [], people ?? {}, ignore ?? []]),
  };
}

/** What was kept for exactly this place; damaged bytes are as good as none. */
export function recallGroundwork({ dataFolder, key, stamp }: GroundworkPlace): Groundwork | undefined {
  const groundworks = new Groundworks(dataFolder);
  try {
    const bytes = groundworks.kept(key, stamp);
    return bytes === undefined ? undefined : unpackGroundwork(bytes);
  } catch (problem) {
    if (problem instanceof RangeError || problem instanceof SyntaxError || problem instanceof TypeError) return undefined;
    throw problem;
  } finally {
    groundworks.close();
  }
}

/** Keeps it for next time. The answer is out by now: where it cannot be kept, the next one is derived as this one was. */
export function keepGroundwork({ dataFolder, key, stamp }: GroundworkPlace, groundwork: Groundwork, keptAt: number): void {
  try {
    const groundworks = new Groundworks(dataFolder);
    try {
      groundworks.keep({ key, stamp, bytes: packGroundwork(groundwork), keptAt });
    } finally {
      groundworks.close();
    }
  } catch (problem) {
    if (!(problem instanceof Refusal || problem instanceof RangeError)) throw problem;
  }
}

function hashOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
