import { Refusal } from '#core/terms/refusal.ts';
import type { World } from '#core/world/world.ts';
import { findArea } from './find-area.ts';
import { filesAt } from './path-files.ts';

/** A file, a folder or an area, with its counted files. */
export interface PlaceFound {
  readonly name: string;
  readonly files: readonly number[];
}

/** What a word means: an area where that is said, else a path, else an area of that name. '' is the whole. */
export function placeFound(
  world: World,
  { path = '', area }: { readonly path?: string | undefined; readonly area?: string | undefined },
): PlaceFound {
  if (area !== undefined) return areaFound(world, area);
  try {
    return { name: path || 'the whole', files: filesAt(world.evidence, path) };
  } catch (problem) {
    return areaOrElse(world, path, problem);
  }
}

function areaFound({ evidence: { files }, partition }: World, asked: string): PlaceFound {
  const area = findArea(partition, asked);
  const own = files.path.flatMap((_, file) => (partition.ofFile[file] === area && files.exclusion[file] === 0 ? [file] : []));
  const living = own.filter((file) => files.alive[file] === 1);
  return { name: partition.areas[area]!.name, files: living.length > 0 ? living : own };
}

/** A path that is nowhere may be the name of an area; else what was wrong with the path is said. */
function areaOrElse(world: World, path: string, problem: unknown): PlaceFound {
  if (!(problem instanceof Refusal) || problem.code !== 'unknown-path') throw problem;
  try {
    return areaFound(world, path);
  } catch {
    throw problem;
  }
}
