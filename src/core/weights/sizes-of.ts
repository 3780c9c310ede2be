import { judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';
import type { MapSize } from './node-weights.ts';
import type { MapTree } from '#core/board/map-tree.ts';
import { demandOfFiles } from './demand-of-files.ts';
import { sumUp } from '#core/board/sum-up.ts';

/** A file that is hardly ever touched still gets a twentieth of the mean, or it could not be pointed at. */
const LEAST_ROOM = 0.05;

/** How much room each node gets. Sizes are of today's tree whatever date is shown, so that places stay while time moves. */
export function sizesOf(world: World, tree: MapTree, size: MapSize): Float32Array {
  if (size === 'files') return Float32Array.from(tree.files);
  const ofFile = size === 'bytes' ? world.evidence.files.bytes : demandOfFiles(judge(world).landscape);
  const mean = sumUp(tree, (file) => ofFile[file]!)[0]! / Math.max(1, tree.files[0]!);
  return Float32Array.from(sumUp(tree, (file) => Math.max(mean * LEAST_ROOM, ofFile[file]!)));
}
