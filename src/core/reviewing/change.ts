import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** A change, and who reviewed it: what a memory of reviews is made from. Rows of files, folders and tops are the caller's own. */
export interface Change {
  readonly at: Moment;
  readonly authors: readonly PersonId[];
  /** Empty where nobody's review is known. */
  readonly reviewers: readonly PersonId[];
  /** Distinct and counted files; very wide changes are cut (`MOST_PLACES`). */
  readonly files: readonly number[];
  /** Folders of these files, and the first two levels of their paths. */
  readonly folders: readonly number[];
  readonly tops: readonly number[];
}

/** A change touches at most this many places as far as memory goes: what is wider says little about any of them. */
export const MOST_PLACES = 100;

/** Older changes have faded to nothing that would decide anything, seconds. */
export const MEMORY_SPAN = 4 * 365 * DAY;

/** Gives every folder, and every top of a path, one number. */
export interface PlaceNumbers {
  readonly foldersOf: (paths: readonly string[]) => readonly number[];
  readonly topsOf: (paths: readonly string[]) => readonly number[];
}

export function placeNumbers(): PlaceNumbers {
  const folders = new Map<string, number>(),
    tops = new Map<string, number>();
  return {
    foldersOf: (paths) => numbers(folders, paths, folderOf),
    topsOf: (paths) => numbers(tops, paths, topOf),
  };
}

function numbers(known: Map<string, number>, paths: readonly string[], of: (path: string) => string): readonly number[] {
  const found = new Set<number>();
  for (const path of paths) {
    const name = of(path);
    const number = known.get(name) ?? known.size;
    known.set(name, number);
    found.add(number);
    if (found.size === MOST_PLACES) break;
  }
  return [...found];
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** `a/b` for `a/b/c/d.ts` and for the file `a/b`. */
function topOf(path: string): string {
  const first = path.indexOf('/');
  const second = first < 0 ? -1 : path.indexOf('/', first + 1);
  return second < 0 ? path : path.slice(0, second);
}
