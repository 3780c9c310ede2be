import { EVIDENCE_FLAG } from '#core/evidence/evidence.ts';
import { actsUpTo } from '#core/knowledge/pair-tally.ts';
import { DAY } from '#core/terms/moment.ts';
import { fade } from './fade.ts';
import type { SuccessionQuestion } from './question.ts';

/** Half-lives in days: work on what the leavers carry fades fast, in a file's very folder faster, on single files and beside them slower. */
const GROUND = 90;
const FOLDER = 30;
const FILE = 180;

/** Days that count as lately. */
const LATELY = 90;

/** Recent work by person: on the ground as a whole, on each of its files, in each file's folder, and on the folders beside it. */
export interface RecentWork {
  readonly onGround: Float64Array;
  /** By file row. */
  readonly onFile: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** By the file's folder. */
  readonly inFolder: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** By the folder that holds the file's folder. */
  readonly beside: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

/**
 * # Recent work near the ground
 * What it says: which part of the recent work on the files, and on the folders beside them, somebody did.
 * Formula: `W(p, U) = Σ credit · 2^(−age/h)` over p's own changes to the files U up to the moment, as a share of the same sum over
 *   everybody who may follow. h = 90 days for the ground as a whole, 30 for the files of one folder, 180 for one file and for the files of
 *   the folders beside it (all whose folder lies in the same parent folder); shares of several files are averaged.
 * Reading: 1 = did all of it; 0.5 = half. The leavers' own work is outside the sum.
 * Source: Understudy; experience that fades: A. Mockus & J. Herbsleb, "Expertise Browser", ICSE 2002; half-lives chosen on the fitting
 *   half of the inferred hand-overs (docs/evaluation.md).
 * Weakness: counts changes, not their difficulty; a folder is not always a boundary of meaning.
 */
export function recentWork({ evidence, at, ground }: SuccessionQuestion): RecentWork {
  const { acts, files, people } = evidence;
  const onGround = new Float64Array(people.length);
  const onFile = new Map(ground.map((file) => [file, new Map<number, number>()]));
  const inFolder = new Map(ground.map((file) => [folderOf(files.path[file]!), new Map<number, number>()]));
  const beside = new Map(ground.map((file) => [parentOfFolder(files.path[file]!), new Map<number, number>()]));
  const besideOf = Array.from({ length: files.count }, (_, file) => beside.get(parentOfFolder(files.path[file]!)));
  const folderHere = Array.from({ length: files.count }, (_, file) => inFolder.get(folderOf(files.path[file]!)));
  const seen = actsUpTo(evidence, at);
  for (let i = 0; i < seen; i++) {
    const file = acts.file[i]!;
    const around = besideOf[file];
    if (acts.kind[i] !== 0 || around === undefined) continue;
    const person = acts.person[i]!;
    const age = at - acts.at[i]!;
    const part = acts.credit[i]! * fade(age, FILE);
    add(around, person, part);
    // Whoever is in the folder is beside it too: both lie in the same parent folder.
    const within = folderHere[file];
    if (within !== undefined) add(within, person, acts.credit[i]! * fade(age, FOLDER));
    const here = onFile.get(file);
    if (here === undefined) continue;
    add(here, person, part);
    onGround[person]! += acts.credit[i]! * fade(age, GROUND);
  }
  return { onGround, onFile, inFolder, beside };
}

/** Mean share, over the given files of the ground, of the recent work on each file (`onFile`), in its folder or beside it. */
export function meanShare(
  work: ReadonlyMap<number | string, ReadonlyMap<number, number>>,
  keys: readonly (number | string)[],
  may: Uint8Array,
): Float64Array {
  const mean = new Float64Array(may.length);
  for (const key of keys) {
    const here = work.get(key)!;
    let total = 0;
    for (const [person, part] of here) if (may[person] === 1) total += part;
    if (total <= 0) continue;
    for (const [person, part] of here) if (may[person] === 1) mean[person]! += part / total / keys.length;
  }
  return mean;
}

/** Own commits of the last 90 days by person, merges left out. */
export function commitsLately({ evidence: { commits, people }, at }: Pick<SuccessionQuestion, 'evidence' | 'at'>): Float64Array {
  const own = new Float64Array(people.length);
  for (let c = 0; c < commits.count && commits.at[c]! <= at; c++)
    if (at - commits.at[c]! <= LATELY * DAY && (commits.flags[c]! & EVIDENCE_FLAG.merge) === 0) own[commits.author[c]!]!++;
  return own;
}

/** `a/b/` for `a/b/c/d.ts`: the folder that holds the file's folder; '' at the root. */
export function parentOfFolder(path: string): string {
  return folderOf(folderOf(path));
}

/** `a/b/c` for `a/b/c/d.ts`; '' at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function add(to: Map<number, number>, key: number, part: number): void {
  to.set(key, (to.get(key) ?? 0) + part);
}
