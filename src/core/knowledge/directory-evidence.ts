import type { Evidence } from '#core/evidence/evidence.ts';
import type { KnowledgeMatrix } from './matrix.ts';

/**
 * # Directory evidence
 * What it says: someone who knows the files beside this one knows something of this one.
 * Formula: `g = cap · max( m₁, ½·m₂ )` with `m₁` = mean P(know) of the person over the other files of the same folder, `m₂` = mean over
 *   the files of the folders beside it (same grandparent folder); both count files that exist and are counted. `cap` = 0.5. It joins the
 *   person's own evidence as `1 − (1−P)(1−g)`. Traces below 0.03 are dropped (nobody is listed for touching one file of thirty).
 * Reading: 0.5 = knows every other file of the folder; 0.1 = knows a fifth of them.
 * Source: Understudy; that knowledge of siblings predicts later work on a file: O. Mockus & J. Herbsleb, Expertise Browser, ICSE 2002
 *   (experience on enclosing units). The cap is an assumption, not fitted.
 * Weakness: folders are not always boundaries of meaning (`configs/`, `test/`). How much an answer leans on the assumption is measured by
 *   asking again with `cap` 0 and 0.8.
 */
export const DIRECTORY_CAP = 0.5;
const COUSIN_SHARE = 0.5;
const FLOOR = 0.03;
/** Log-odds spread of what rests on the folder alone. */
const UNFITTED_SPREAD = 0.8;

export interface DirectoryReading {
  readonly evidence: Evidence;
  /** Knowledge from own acts only, people ascending inside each file. */
  readonly own: KnowledgeMatrix;
  /** 1 = the file exists at the moment judged and is counted. */
  readonly counted: Uint8Array;
  readonly cap: number;
}

/** The matrix with what the folders add: rows gain people who know the siblings. */
export function withDirectoryEvidence({ evidence, own, counted, cap }: DirectoryReading): KnowledgeMatrix {
  if (cap === 0) return own;
  const folders = foldersOf(evidence, counted);
  const siblings = hints({ groups: folders.files, own, weight: cap });
  const cousins = hints({ groups: folders.cousins, own, weight: cap * COUSIN_SHARE });
  const merged = growable(own, folders, [siblings, cousins]);
  for (let file = 0, to = 0; file < own.fileCount; file++) {
    merged.start[file] = to;
    const folder = folders.ofFile[file]!;
    to =
      folder < 0
        ? copyRow({ merged, own, file, to })
        : mergeRow({ merged, own, file, to, near: siblings[folder]!, far: cousins[folders.kin[folder]!]!, cap });
    merged.start[file + 1] = to;
  }
  const end = merged.start[own.fileCount]!;
  return {
    ...own,
    start: merged.start,
    person: merged.person.slice(0, end),
    probability: merged.probability.slice(0, end),
    spread: merged.spread.slice(0, end),
  };
}

interface Folders {
  /** Folder of each file, -1 where the file is not counted. */
  readonly ofFile: Int32Array;
  /** Counted files of each folder, and of each group of neighbouring folders. */
  readonly files: readonly (readonly number[])[];
  readonly cousins: readonly (readonly number[])[];
  /** Neighbour group of each folder. */
  readonly kin: readonly number[];
}

function foldersOf({ files }: Evidence, counted: Uint8Array): Folders {
  const rows = new Map<string, number>(),
    groups = new Map<string, number>();
  const ofFile = new Int32Array(files.count).fill(-1);
  const members: number[][] = [],
    cousins: number[][] = [],
    kin: number[] = [];
  for (let file = 0; file < files.count; file++) {
    if (counted[file] === 0) continue;
    const folder = `${files.repository[file]}:${parentOf(files.path[file]!)}`;
    let row = rows.get(folder);
    if (row === undefined) {
      row = rows.size;
      rows.set(folder, row);
      members.push([]);
      const family = parentOf(folder);
      if (!groups.has(family)) {
        groups.set(family, groups.size);
        cousins.push([]);
      }
      kin.push(groups.get(family)!);
    }
    ofFile[file] = row;
    members[row]!.push(file);
    cousins[kin[row]!]!.push(file);
  }
  return { ofFile, files: members, cousins, kin };
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** People who know something of a group of files: ascending, with the sum of their P over its files and its size. */
interface Hint {
  readonly person: readonly number[];
  readonly sum: readonly number[];
  readonly size: number;
}

function hints({
  groups,
  own,
  weight,
}: {
  readonly groups: readonly (readonly number[])[];
  readonly own: KnowledgeMatrix;
  readonly weight: number;
}): Hint[] {
  const sum = new Float64Array(own.personCount);
  return groups.map((files) => {
    const here: number[] = [];
    if (files.length > 1) {
      for (const file of files) {
        for (let i = own.start[file]!; i < own.start[file + 1]!; i++) {
          const p = own.person[i]!;
          if (sum[p] === 0 && own.probability[i]! > 0) here.push(p);
          sum[p]! += own.probability[i]!;
        }
      }
    }
    const least = (FLOOR / weight) * (files.length - 1);
    const person = here.filter((p) => sum[p]! >= least).sort((a, b) => a - b);
    const hint = { person, sum: person.map((p) => sum[p]!), size: files.length };
    for (const p of here) sum[p] = 0;
    return hint;
  });
}

interface Merged {
  readonly start: Uint32Array;
  readonly person: Uint32Array;
  readonly probability: Float32Array;
  readonly spread: Float32Array;
}

/** Room for the most that merging can need. */
function growable(own: KnowledgeMatrix, folders: Folders, [siblings, cousins]: readonly [Hint[], Hint[]]): Merged {
  const more = folders.files.reduce(
    (total, files, folder) => total + files.length * (siblings[folder]!.person.length + cousins[folders.kin[folder]!]!.person.length),
    0,
  );
  const room = own.person.length + more;
  return {
    start: new Uint32Array(own.fileCount + 1),
    person: new Uint32Array(room),
    probability: new Float32Array(room),
    spread: new Float32Array(room),
  };
}

function copyRow({ merged, own, file, to }: Omit<RowMerge, 'near' | 'far' | 'cap'>): number {
  const from = own.start[file]!,
    until = own.start[file + 1]!;
  merged.person.set(own.person.subarray(from, until), to);
  merged.probability.set(own.probability.subarray(from, until), to);
  merged.spread.set(own.spread.subarray(from, until), to);
  return to + until - from;
}

interface RowMerge {
  readonly merged: Merged;
  readonly own: KnowledgeMatrix;
  readonly file: number;
  readonly to: number;
  readonly near: Hint;
  readonly far: Hint;
  readonly cap: number;
}

/** Three ascending lists of people walked together. */
function mergeRow({ merged, own, file, to, near, far, cap }: RowMerge): number {
  let i = own.start[file]!,
    n = 0,
    f = 0;
  const until = own.start[file + 1]!;
  for (let end = to; ; end++) {
    const person = Math.min(i < until ? own.person[i]! : Infinity, near.person[n] ?? Infinity, far.person[f] ?? Infinity);
    if (person === Infinity) return end;
    const has = i < until && own.person[i] === person;
    const p = has ? own.probability[i]! : 0;
    const m1 = near.person[n] === person ? (near.sum[n++]! - p) / (near.size - 1) : 0;
    const m2 = far.person[f] === person ? (far.sum[f++]! - p) / (far.size - 1) : 0;
    const g = cap * Math.max(m1, COUSIN_SHARE * m2);
    if (!has && g < FLOOR) {
      end--;
      continue;
    }
    const total = 1 - (1 - p) * (1 - g);
    merged.person[end] = person;
    merged.probability[end] = total;
    merged.spread[end] = has && p > 0 ? Math.max(0.1, (own.spread[i]! * p * (1 - p) * (1 - g)) / (total * (1 - total))) : UNFITTED_SPREAD;
    if (has) i++;
  }
}
