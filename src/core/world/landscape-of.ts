import { buildLandscape } from '#core/risk/build-landscape.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import { type Paces, paces } from '#core/risk/pace.ts';
import type { World } from './world.ts';

const built = new WeakMap<World, Landscape>();
const paced = new WeakMap<World, Paces>();

/** The landscape of a world, built once however many questions are asked of it. */
export function landscapeOf(world: World): Landscape {
  return kept(built, world, buildLandscape);
}

/** Everybody's own pace in it, likewise. */
export function pacesOf(world: World): Paces {
  return kept(paced, world, paces);
}

function kept<T>(memory: WeakMap<World, T>, world: World, build: (world: World) => T): T {
  const known = memory.get(world);
  if (known !== undefined) return known;
  const made = build(world);
  memory.set(world, made);
  return made;
}
