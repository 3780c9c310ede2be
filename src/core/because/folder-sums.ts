import { NO_AREA } from '#core/areas/partition.ts';
import type { EvidenceFiles } from '#core/evidence/evidence.ts';
import { NO_SLOT, NODES, overNodes } from '#core/risk/cover-sums.ts';
import { expectedItems, type Landscape } from '#core/risk/landscape.ts';

/** What is expected and covered in one folder with everything below it. Figures in changes per day. */
export interface FolderSums {
  /** From the top of the repository; the repository's name leads where there are several. '' is the top itself. */
  readonly path: string;
  readonly depth: number;
  readonly files: number;
  /** Row of the area that holds all of it; undefined where several do. */
  readonly area: number | undefined;
  readonly demand: number;
  readonly covered: number;
  /** Work expected on files that only AI has written and no person has shown to understand. */
  readonly notUnderstood: number;
  /** What the one person whose absence costs this folder most adds alone. */
  readonly mostGain: number;
}

export interface FolderQuestion {
  readonly landscape: Landscape;
  readonly files: EvidenceFiles;
  readonly repositories: readonly string[];
  /** 1 for each file that no person has shown to understand. */
  readonly unshown: Uint8Array;
}

/** Sums up the tree, every folder after its parent. Files that are gone or set aside weigh nothing and are not counted. */
export function folderSums({ landscape, files, repositories, unshown }: FolderQuestion): readonly FolderSums[] {
  const open = new Map<string, OpenFolder>();
  for (let file = 0; file < files.count; file++) {
    if (files.alive[file] !== 1 || landscape.areaOfFile[file] === NO_AREA) continue;
    const path = repositories.length > 1 ? `${repositories[files.repository[file]!]!}/${files.path[file]!}` : files.path[file]!;
    addFile(open, path, fileFigures(landscape, file, unshown[file] === 1));
  }
  return [...open].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, folder]) => closed(path, folder));
}

interface OpenFolder {
  files: number;
  area: number | undefined;
  mixed: boolean;
  demand: number;
  covered: number;
  notUnderstood: number;
  readonly gain: Map<number, number>;
}

interface FileFigures {
  readonly area: number;
  readonly demand: number;
  readonly covered: number;
  readonly notUnderstood: number;
  readonly gains: readonly (readonly [person: number, gain: number])[];
}

/** Cover is linear in each person's chance: what one adds alone to a file is `chance · miss / (1 − chance)`. */
function fileFigures(landscape: Landscape, file: number, unshown: boolean): FileFigures {
  const { sums, knowledge } = landscape;
  const area = landscape.areaOfFile[file]!;
  const demand = landscape.weight[file]! * expectedItems(landscape, area, 1);
  const gains: [number, number][] = [];
  const end = demand > 0 ? knowledge.start[file + 1]! : 0;
  for (let e = knowledge.start[file]!; e < end; e++) {
    if (sums.slotOfEntry[e] === NO_SLOT) continue;
    const alone = overNodes((n) => (sums.chance[n]![e]! * sums.miss[n]![file]!) / (1 - sums.chance[n]![e]!));
    gains.push([knowledge.person[e]!, demand * alone]);
  }
  const covered = demand * (1 - NODES.reduce((sum, node, n) => sum + node.weight * sums.miss[n]![file]!, 0));
  return { area, demand, covered, notUnderstood: unshown ? demand : 0, gains };
}

function addFile(open: Map<string, OpenFolder>, path: string, figures: FileFigures): void {
  for (let slash = path.lastIndexOf('/'); ; slash = path.lastIndexOf('/', slash - 1)) {
    addTo(open, slash < 0 ? '' : path.slice(0, slash), figures);
    if (slash < 0) return;
  }
}

/** Inner loop: mutates its own sums. */
function addTo(open: Map<string, OpenFolder>, path: string, { area, demand, covered, notUnderstood, gains }: FileFigures): void {
  let folder = open.get(path);
  if (folder === undefined) {
    folder = { files: 0, area, mixed: false, demand: 0, covered: 0, notUnderstood: 0, gain: new Map() };
    open.set(path, folder);
  }
  folder.files++;
  folder.mixed ||= folder.area !== area;
  folder.demand += demand;
  folder.covered += covered;
  folder.notUnderstood += notUnderstood;
  for (const [person, gain] of gains) folder.gain.set(person, (folder.gain.get(person) ?? 0) + gain);
}

function closed(path: string, { files, area, mixed, demand, covered, notUnderstood, gain }: OpenFolder): FolderSums {
  const depth = path === '' ? 0 : path.split('/').length;
  return { path, depth, files, area: mixed ? undefined : area, demand, covered, notUnderstood, mostGain: Math.max(0, ...gain.values()) };
}
