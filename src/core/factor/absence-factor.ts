import { drawFrom } from '#core/chance/draw.ts';
import type { Draw } from '#core/chance/draw.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Crew, Unit, Way } from './crew.ts';
import { gatherCrew } from './crew.ts';
import type { Landscape } from '#core/risk/landscape.ts';

/** Less than this share of the expected work carried: the unit is past its absence factor. */
export const HALF = 0.5;
/** Draws of the interval, and what it holds. */
const DRAWS = 60;
const LEVEL = 0.9;

/**
 * # Absence factor
 * What it says: the fewest people whose absence leaves less than half of the expected work with somebody who knows it.
 * Formula: greedy: send away whoever's absence costs most cover, until `cover < 0.5`; the count. Cover is weighted by tier × expected
 *   changes, not one file one vote. Interval: 60 seeded draws, in each of which every person is there or gone by their presence, the
 *   calibration is shifted for everybody together by `N(0,1)·spread`, and files are weighted anew by `Exp(1)` (Bayesian bootstrap); the 5 %
 *   and 95 % values.
 * Reading: 0 = less than half is carried even with everybody there; 1 = one absence is enough; the interval is part of the answer.
 * Source: Understudy; in the line of the truck factor (Avelino et al., ICPC 2016) and the contributor absence factor (CHAOSS); Bayesian
 *   bootstrap: D. Rubin, Annals of Statistics 1981.
 * Weakness: greedy: at times one fewer would do (on small cases compared with trying every group).
 */
export function absenceFactor(landscape: Landscape, unit: Unit, seed: number): AbsenceFactor {
  const { removed, cover } = sendAway(gatherCrew(landscape, unit), HALF);
  const draw = drawFrom(seed);
  const values = Array.from({ length: DRAWS }, () => sendAway(drawnCrew(landscape, unit, draw), HALF).removed.length).sort((a, b) => a - b);
  const at = (p: number): number => values[Math.min(DRAWS - 1, Math.floor(p * DRAWS))]!;
  const value = removed.length;
  return { value, low: Math.min(value, at((1 - LEVEL) / 2)), high: Math.max(value, at((1 + LEVEL) / 2)), level: LEVEL, removed, cover };
}

/** The figure alone, for many units at once. */
export function absenceFactorValue(landscape: Landscape, unit: Unit): number {
  return unit.files.length === 0 ? 0 : sendAway(gatherCrew(landscape, unit), HALF).removed.length;
}

export interface AbsenceFactor {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** Whose absence it is, in order of leaving. For core/policy to name or not. */
  readonly removed: readonly PersonId[];
  /** Cover with everybody there, and after each of them left. */
  readonly cover: readonly number[];
}

function sendAway(crew: Crew, threshold: number): { readonly removed: PersonId[]; readonly cover: number[] } {
  const removed: PersonId[] = [];
  const cover = [crew.cover()];
  while (cover.at(-1)! >= threshold) {
    const person = crew.mostMissed();
    if (person === null) break;
    crew.remove(person);
    removed.push(person);
    cover.push(crew.cover());
  }
  return { removed, cover };
}

function drawnCrew(landscape: Landscape, unit: Unit, draw: Draw): Crew {
  const share = unit.share.map((s) => s * draw.exponential());
  const total = share.reduce((sum, s) => sum + s, 0);
  return gatherCrew(landscape, { files: unit.files, share: share.map((s) => s / total) }, [drawnWay(landscape, unit, draw)]);
}

/** One way everything could be: who is there, and how far the calibration is off. */
export function drawnWay({ knowledge, present, sums }: Landscape, unit: Unit, draw: Draw): Way {
  const shift = draw.normal();
  const there = Uint8Array.from(present, (q) => (draw.uniform() < q ? 1 : 0));
  const chance = new Float32Array(sums.chance[0]!.length);
  for (const file of unit.files) {
    for (let e = knowledge.start[file]!; e < knowledge.start[file + 1]!; e++) {
      if (there[knowledge.person[e]!] === 0) continue;
      const p = knowledge.probability[e]!;
      chance[e] = Math.min(0.999, 1 / (1 + ((1 - p) / p) * Math.exp(-shift * knowledge.spread[e]!)));
    }
  }
  return { weight: 1, chance };
}
