import { NODES } from '#core/risk/cover-sums.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import type { MapTree } from '#core/board/map-tree.ts';
import { demandOfFiles } from './demand-of-files.ts';

/**
 * For every node of the tree: the share of its expected work that would still be carried if the one person it leans on
 * most were away. The same sums as core's worst single absence, taken at each level of the tree instead of per area only.
 * NaN where nothing is expected or nothing is there.
 */
export function worstCover(landscape: Landscape, tree: MapTree): Float32Array {
  const { sums, knowledge } = landscape;
  const demand = demandOfFiles(landscape);
  const out = new Float32Array(tree.count).fill(Number.NaN);
  const open: Level[] = [];
  const spare: Level[] = [];
  const close = (): void => {
    const level = open.pop()!;
    out[level.row] = level.demand === 0 ? Number.NaN : Math.max(0, level.covered - most(level)) / level.demand;
    clear(level);
    spare.push(level);
  };
  for (let row = 0; row < tree.count; row++) {
    while (open.length > 0 && tree.end[open[open.length - 1]!.row]! <= row) close();
    const file = tree.file[row]!;
    if (file < 0) {
      const level = spare.pop() ?? newLevel(landscape.present.length);
      level.row = row;
      open.push(level);
      continue;
    }
    const w = demand[file]!;
    if (w === 0) continue;
    let covered = 0;
    for (let n = 0; n < NODES.length; n++) covered += NODES[n]!.weight * (1 - sums.miss[n]![file]!);
    let largest = 0;
    for (let e = knowledge.start[file]!; e < knowledge.start[file + 1]!; e++) {
      if (sums.chance[1]![e] === 0) continue;
      let gain = 0;
      for (let n = 0; n < NODES.length; n++)
        gain += (NODES[n]!.weight * sums.chance[n]![e]! * sums.miss[n]![file]!) / (1 - sums.chance[n]![e]!);
      if (gain > largest) largest = gain;
      for (const level of open) add(level, knowledge.person[e]!, w * gain);
    }
    for (const level of open) {
      level.demand += w;
      level.covered += w * covered;
    }
    out[row] = Math.max(0, covered - largest);
  }
  while (open.length > 0) close();
  return out;
}

/** Sums of one open folder; buffers are used again, because a tree has many folders and few levels. */
interface Level {
  row: number;
  demand: number;
  covered: number;
  readonly gain: Float64Array;
  readonly people: number[];
}

function newLevel(people: number): Level {
  return { row: 0, demand: 0, covered: 0, gain: new Float64Array(people), people: [] };
}

function add(level: Level, person: number, gain: number): void {
  if (level.gain[person] === 0) level.people.push(person);
  level.gain[person]! += gain;
}

function most({ gain, people }: Level): number {
  let largest = 0;
  for (const person of people) if (gain[person]! > largest) largest = gain[person]!;
  return largest;
}

function clear(level: Level): void {
  for (const person of level.people) level.gain[person] = 0;
  level.people.length = 0;
  level.demand = 0;
  level.covered = 0;
}
