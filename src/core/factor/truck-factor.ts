import { drawFrom } from '#core/chance/draw.ts';
import type { Draw } from '#core/chance/draw.ts';
import type { FileAuthors } from '#core/published/file-authors.ts';
import type { PersonId } from '#core/terms/person.ts';

/**
 * # Truck factor
 * What it says: how many of the main authors can leave before more than half of the files have no author left.
 * Formula: greedy: while at least half of the files have an author, remove the person who is author of most files (between equals by lot: the
 *   middle of 41 tries); the count of removals. Unpruned, as in the published table. Files that never had an author by the
 *   model stay in the count.
 * Reading: 1 = one person is author of half of the files. High = authorship is spread, which is not the same as knowledge today.
 * Source: G. Avelino, L. Passos, A. Hora, M. T. Valente, "A Novel Approach for Estimating Truck Factors", ICPC 2016.
 * Weakness: one file one vote; work to come, presence and time play no part. Greedy is not always the least number.
 */
export function truckFactor({ authors, files, seed }: TruckQuestion): TruckFactor {
  const rows = authorship({ authors, files });
  const draw = drawFrom(seed);
  const tries = Array.from({ length: LOTS }, () => removeInTurn(rows, files.length, draw)).sort((a, b) => a.value - b.value);
  return { ...tries[(LOTS - 1) / 2]!, low: tries[0]!.value, high: tries[LOTS - 1]!.value };
}

const LEAST_COVER = 0.5;
/** Orders in which people with equally many files are tried; odd, so that there is a middle one. */
const LOTS = 41;

interface Authorship {
  /** Authors of each file, and files of each author. */
  readonly left: Int32Array;
  readonly filesOf: ReadonlyMap<PersonId, readonly number[]>;
}

function removeInTurn({ left: before, filesOf }: Authorship, files: number, draw: Draw): Omit<TruckFactor, 'low' | 'high'> {
  const left = before.slice();
  const lot = new Map([...filesOf.keys()].map((person) => [person, draw.uniform()]));
  const order = [...filesOf].sort((a, b) => b[1].length - a[1].length || lot.get(a[0])! - lot.get(b[0])!);
  let covered = left.reduce((sum, l) => sum + (l > 0 ? 1 : 0), 0);
  const removed: PersonId[] = [];
  const cover = [share(covered, files)];
  for (const [person, rows] of order) {
    if (covered < files * LEAST_COVER) break;
    for (const row of rows) if (--left[row]! === 0) covered--;
    removed.push(person);
    cover.push(share(covered, files));
  }
  return { value: removed.length, removed, cover };
}

function authorship({ authors, files }: Omit<TruckQuestion, 'seed'>): Authorship {
  const left = new Int32Array(files.length);
  const filesOf = new Map<PersonId, number[]>();
  files.forEach((file, row) => {
    for (let i = authors.start[file]!; i < authors.start[file + 1]!; i++) {
      const person = authors.person[i]!;
      if (!filesOf.has(person)) filesOf.set(person, []);
      filesOf.get(person)!.push(row);
      left[row]!++;
    }
  });
  return { left, filesOf };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

export interface TruckQuestion {
  readonly authors: FileAuthors;
  /** Rows of the files that count. */
  readonly files: readonly number[];
  /** For the lots that decide between people with equally many files. */
  readonly seed: number;
}

export interface TruckFactor {
  readonly value: number;
  /** Least and most over all lots. */
  readonly low: number;
  readonly high: number;
  /** Who was removed, in order. For core/policy to name or not. */
  readonly removed: readonly PersonId[];
  /** Share of files with an author: at first, and after each removal. */
  readonly cover: readonly number[];
}
