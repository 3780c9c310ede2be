import { type Paces, paces } from '#core/risk/pace.ts';
import type { World } from './world.ts';

const counted = new WeakMap<World, Paces>();

/** Everybody's own pace in a world, counted once however many questions are asked of it. */
export function pacesOf(world: World): Paces {
  const known = counted.get(world);
  if (known) return known;
  const pace = paces(world);
  counted.set(world, pace);
  return pace;
}
