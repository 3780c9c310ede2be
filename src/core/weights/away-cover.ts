import type { Scenario, Stretch } from '#core/absence/scenario.ts';
import { stretchesOf } from '#core/absence/scenario.ts';
import { NODES } from '#core/risk/cover-sums.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import type { MapTree } from '#core/board/map-tree.ts';
import { demandOfFiles } from './demand-of-files.ts';
import { sumUp } from '#core/board/sum-up.ts';

/** For every node: the share of its expected work carried during an absence (or with nobody away, for an empty one). */
export function awayCover(landscape: Landscape, tree: MapTree, scenario: Scenario): Float32Array {
  const { demand, weights } = demandOf(landscape, tree);
  const cover = coverOfFiles(landscape);
  for (const { away, share } of stretchesOf(scenario)) if (away.length > 0) takeAway(landscape, cover, { away, share });
  const carried = sumUp(tree, (file) => demand[file]! * cover[file]!);
  return Float32Array.from(weights, (weight, row) => (weight === 0 ? Number.NaN : carried[row]! / weight));
}

interface Demand {
  readonly tree: MapTree;
  readonly demand: Float64Array;
  readonly weights: Float64Array;
}

const demands = new WeakMap<Landscape, Demand>();

/** What is expected does not depend on who is away: summed up once per landscape. */
function demandOf(landscape: Landscape, tree: MapTree): Demand {
  const kept = demands.get(landscape);
  if (kept?.tree === tree) return kept;
  const demand = demandOfFiles(landscape);
  const fresh = { tree, demand, weights: sumUp(tree, (file) => demand[file]!) };
  demands.set(landscape, fresh);
  return fresh;
}

const known = new WeakMap<Landscape, Float64Array>();

/** Cover of each file with nobody away; a copy, because absences are subtracted from it. */
function coverOfFiles(landscape: Landscape): Float64Array {
  const kept =
    known.get(landscape) ??
    Float64Array.from(landscape.weight, (_, file) =>
      NODES.reduce((sum, node, n) => sum + node.weight * (1 - landscape.sums.miss[n]![file]!), 0),
    );
  known.set(landscape, kept);
  return kept.slice();
}

function takeAway(landscape: Landscape, cover: Float64Array, { away, share }: Pick<Stretch, 'away' | 'share'>): void {
  const { sums } = landscape;
  const left = new Float32Array(landscape.present.length).fill(1);
  for (const { person, availability } of away) left[person] = availability;
  const seen = new Uint8Array(landscape.weight.length);
  for (const { person } of away) {
    for (let i = sums.personStart[person]!; i < sums.personStart[person + 1]!; i++) {
      const file = sums.fileOfEntry[sums.entry[i]!]!;
      if (seen[file] === 0) cover[file]! -= share * lostOn(landscape, file, left);
      seen[file] = 1;
    }
  }
}

/** Cover of one file that goes with the absent, over the uncertainty of the calibration. */
function lostOn({ sums, knowledge }: Landscape, file: number, left: Float32Array): number {
  let lost = 0;
  for (let n = 0; n < NODES.length; n++) {
    let miss = 1;
    for (let e = knowledge.start[file]!; e < knowledge.start[file + 1]!; e++) miss *= 1 - sums.chance[n]![e]! * left[knowledge.person[e]!]!;
    lost += NODES[n]!.weight * (miss - sums.miss[n]![file]!);
  }
  return lost;
}
