import { absenceFactorValue, HALF } from '#core/factor/absence-factor.ts';
import { MIDDLE, NODES } from '#core/risk/cover-sums.ts';
import type { Unit } from '#core/factor/crew.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import { tierWeight } from '#core/risk/landscape.ts';
import { KIND, type MapTree } from '#core/board/map-tree.ts';
import { demandOfFiles } from './demand-of-files.ts';
import { sumUp } from '#core/board/sum-up.ts';

/** Folders whose factor is worked out exactly, the largest first; the smaller ones only lend their colour. */
const MOST_FOLDERS = 60;

export interface NodeFactors {
  /** Absence factor of areas, files and the larger folders; NaN where it is not worked out. */
  readonly figure: Float32Array;
  /** For colours: the same, and for small folders the mean of their files by demand. */
  readonly shade: Float32Array;
}

/** Core's absence factor at every level of the tree. */
export function factorOfNodes(landscape: Landscape, tree: MapTree): NodeFactors {
  const demand = weightedDemand(landscape);
  const ofFile = Float64Array.from(demand, (items, file) => (items > 0 ? factorOfFile(landscape, file) : 0));
  const figure = Float32Array.from(tree.file, (file) => (file >= 0 && demand[file]! > 0 ? ofFile[file]! : Number.NaN));
  const weights = sumUp(tree, (file) => demand[file]!);
  const sums = sumUp(tree, (file) => demand[file]! * ofFile[file]!);
  const shade = Float32Array.from(weights, (weight, row) => (weight === 0 ? Number.NaN : sums[row]! / weight));
  for (const row of largeBranches(tree)) {
    if (weights[row] === 0) continue;
    figure[row] = absenceFactorValue(landscape, unitAt(tree, row, demand));
    shade[row] = figure[row]!;
  }
  return { figure, shade };
}

/** Tier and changes expected, as core weighs files of different areas. */
function weightedDemand(landscape: Landscape): Float64Array {
  return demandOfFiles(landscape).map((items, file) =>
    items === 0 ? 0 : items * tierWeight(landscape.areas[landscape.areaOfFile[file]!]!),
  );
}

/** One file: its people leave, the likeliest carrier first, until less than half is covered. Inner loop: it reuses its list. */
function factorOfFile({ knowledge, sums }: Landscape, file: number): number {
  const from = knowledge.start[file]!;
  const order = Array.from({ length: knowledge.start[file + 1]! - from }, (_, e) => from + e);
  order.sort((a, b) => sums.chance[MIDDLE]![b]! - sums.chance[MIDDLE]![a]!);
  const miss = NODES.map(() => 1);
  for (let away = order.length; away > 0; away--) {
    let cover = 0;
    for (let n = 0; n < NODES.length; n++) {
      miss[n]! *= 1 - sums.chance[n]![order[away - 1]!]!;
      cover += NODES[n]!.weight * (1 - miss[n]!);
    }
    if (cover >= HALF) return away;
  }
  return 0;
}

function largeBranches(tree: MapTree): readonly number[] {
  const rows = Array.from({ length: tree.count }, (_, row) => row).filter((row) => tree.kind[row] !== KIND.file);
  const fixed = rows.filter((row) => tree.kind[row] !== KIND.folder);
  const folders = rows.filter((row) => tree.kind[row] === KIND.folder).sort((a, b) => tree.files[b]! - tree.files[a]!);
  return [...fixed, ...folders.slice(0, MOST_FOLDERS)];
}

function unitAt(tree: MapTree, row: number, demand: Float64Array): Unit {
  const files = tree.file.subarray(row, tree.end[row]).filter((file) => file >= 0 && demand[file]! > 0);
  const total = files.reduce((sum, file) => sum + demand[file]!, 0);
  return { files: Uint32Array.from(files), share: Float64Array.from(files, (file) => demand[file]! / total) };
}
