import type { World } from '#core/world/world.ts';
import type { MapTree } from '#core/board/map-tree.ts';
import { growTree } from '#core/board/grow-tree.ts';

/** Moments kept warm beside the present: the slider goes back and forth. Each holds a landscape, so not many. */
const KEPT = 3;

let present: World | null = null;
let past: readonly World[] = [];
let tree: MapTree | null = null;

export function keepWorld(world: World): void {
  present = world;
  past = [];
  tree = null;
}

/** The world as of a moment; `null` = its last commit. The same moment gives the same object, so core's memory holds. */
export function worldAt(at: number | null): World {
  if (present === null) throw new Error('asked before the world was loaded');
  if (at === null || at >= present.at) return present;
  const known = past.find((world) => world.at === at);
  const world = known ?? { ...present, at };
  past = [world, ...past.filter((other) => other !== known)].slice(0, KEPT);
  return world;
}

export function treeOf(): MapTree {
  const world = worldAt(null);
  tree ??= growTree(world.evidence, world.partition);
  return tree;
}
