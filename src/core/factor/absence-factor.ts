import { drawFrom } from '#core/chance/draw.ts';
import type { Draw } from '#core/chance/draw.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Crew, Unit, Way } from './crew.ts';
import { gatherCrew } from './crew.ts';
import type { Landscape } from '#core/risk/landscape.ts';

/** Less than this share of the expected work carried: the unit is past its absence factor. */
export const HALF = 0.5;
/** Draws of the interval, and what it holds. */
const DRAWS = 40;
const LEVEL = 0.9;

/**
 * # Absence factor
 * What it says: the fewest people whose absence leaves less than half of the expected work with somebody who knows it.
 * Formula: greedy: send away whoever's absence costs most cover, until `cover < 0.5`; the count. Cover is weighted by tier × expected
 *   changes, not one file one vote. Interval: 40 seeded draws, in each of which every person is there or gone by their presence, the
 *   calibration is shifted for everybody together by `N(0,1)·spread`, and files are weighted anew by `Exp(1)` (Bayesian bootstrap); the 5 %
 *   and 95 % values.
 * Reading: 0 = less than half is carried even with everybody there; 1 = one absence is enough; the interval is part of the answer.
 * Source: Understudy; in the line of the truck factor (Avelino et al., ICPC 2016) and the contributor absence factor (CHAOSS); Bayesian
 *   bootstrap: D. Rubin, Annals of Statistics 1981.
 * Weakness: greedy: at times one fewer would do (on small cases compared with trying every group).
 */
export function absenceFactor(landscape: Landscape, unit: Unit, seed: number): AbsenceFactor {
  return absenceFactors(landscape, [unit], seed)[0]!;
}

/** Several units in the same draws, so that a folder and its parts can be compared; each as if it were asked alone. */
export function absenceFactors(landscape: Landscape, units: readonly Unit[], seed: number): AbsenceFactor[] {
  const draw = drawFrom(seed);
  const values = units.map((): number[] => []);
  const asked = filesOf(units, landscape.weight.length);
  const buffer = new Float32Array(landscape.knowledge.person.length);
  for (let d = 0; d < DRAWS; d++) {
    const way = drawnWay({ landscape, files: asked, draw, buffer });
    const worth = Float64Array.from(landscape.weight, () => draw.exponential());
    units.forEach((unit, u) => values[u]!.push(sendAway(gatherCrew(landscape, reweighed(unit, worth), [way]), HALF).removed.length));
  }
  return units.map((unit, u) => withInterval(sendAway(gatherCrew(landscape, unit), HALF), values[u]!));
}

function withInterval({ removed, cover }: Leaving, drawn: readonly number[]): AbsenceFactor {
  const sorted = [...drawn].sort((a, b) => a - b);
  const at = (p: number): number => sorted[Math.min(DRAWS - 1, Math.floor(p * DRAWS))]!;
  const value = removed.length;
  return { value, low: Math.min(value, at((1 - LEVEL) / 2)), high: Math.max(value, at((1 + LEVEL) / 2)), level: LEVEL, removed, cover };
}

/** Files of any of the units, once each. */
function filesOf(units: readonly Unit[], count: number): Uint32Array {
  const asked = new Uint8Array(count);
  for (const { files } of units) for (const file of files) asked[file] = 1;
  return Uint32Array.from(asked.keys()).filter((file) => asked[file] === 1);
}

function reweighed({ files, share }: Unit, worth: Float64Array): Unit {
  const weighed = share.map((s, row) => s * worth[files[row]!]!);
  const total = weighed.reduce((sum, s) => sum + s, 0);
  return { files, share: weighed.map((s) => s / total) };
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

interface Leaving {
  readonly removed: readonly PersonId[];
  readonly cover: readonly number[];
}

function sendAway(crew: Crew, threshold: number): Leaving {
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

export interface WayQuestion {
  readonly landscape: Landscape;
  /** Files that are asked about. */
  readonly files: Uint32Array;
  readonly draw: Draw;
  /** Room for one chance per matrix entry; overwritten for these files. */
  readonly buffer: Float32Array;
}

export interface DrawnWay extends Way {
  /** 1 for everybody who is still here in it. */
  readonly there: Uint8Array;
}

/** One way everything could be: who is there, and how far the calibration is off. */
export function drawnWay({ landscape: { knowledge, present }, files, draw, buffer }: WayQuestion): DrawnWay {
  const shift = draw.normal();
  const there = Uint8Array.from(present, (q) => (draw.uniform() < q ? 1 : 0));
  for (const file of files) {
    for (let e = knowledge.start[file]!; e < knowledge.start[file + 1]!; e++) {
      const p = knowledge.probability[e]!;
      buffer[e] =
        there[knowledge.person[e]!] === 0 ? 0 : Math.min(0.999, 1 / (1 + ((1 - p) / p) * Math.exp(-shift * knowledge.spread[e]!)));
    }
  }
  return { weight: 1, chance: buffer, there };
}
