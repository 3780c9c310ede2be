import { absenceFactorValue } from '#core/factor/absence-factor.ts';
import { unitOf } from '#core/factor/unit-of.ts';
import { judge } from './judge.ts';
import type { World } from './world.ts';

/** Absence factor of everything that is judged; null where nothing is. */
export function factorOf(world: World): number | null {
  const { landscape, worst } = judge(world);
  return worst.northStar === null ? null : absenceFactorValue(landscape, unitOf(landscape));
}
