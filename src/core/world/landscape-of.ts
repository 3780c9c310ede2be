import { buildLandscape } from '#core/risk/build-landscape.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import type { World } from './world.ts';

const built = new WeakMap<World, Landscape>();

/** The landscape of a world, built once however many questions are asked of it. */
export function landscapeOf(world: World): Landscape {
  const known = built.get(world);
  if (known) return known;
  const landscape = buildLandscape(world);
  built.set(world, landscape);
  return landscape;
}
