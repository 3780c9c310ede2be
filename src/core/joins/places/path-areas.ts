import { NO_AREA, type Partition } from '#core/areas/partition.ts';
import type { EvidenceFiles } from '#core/evidence/evidence.ts';

/** Which area a path of a repository lies in, also where the history does not know the path: -1 where nothing says. */
export interface PathAreas {
  readonly areaOf: (repository: number, path: string) => number;
}

/**
 * By the file itself, else by the deepest folder above it that the history knows: the area of most of its files. Built when first asked;
 * what it holds grows with what is asked.
 */
export function pathAreas(files: EvidenceFiles, { ofFile }: Partition): PathAreas {
  let own: readonly ReadonlyMap<string, number>[] | undefined;
  let folders: ReadonlyMap<string, number> | undefined;
  const areaOf = (repository: number, path: string): number => {
    own ??= areaOfPaths(files, ofFile);
    const known = own[repository]?.get(path);
    if (known !== undefined && known !== NO_AREA) return known;
    folders ??= areaOfFolders(files, ofFile);
    const bare = path.replace(/^\/+|\/+$/g, '');
    for (let at = bare.length; at > 0; at = bare.lastIndexOf('/', at - 1)) {
      const folder = folders.get(`${repository} ${bare.slice(0, at)}`);
      if (folder !== undefined) return folder;
    }
    return bare.includes('/') ? NONE : (folders.get(`${repository} `) ?? NONE);
  };
  return { areaOf };
}

const NONE = -1;

/** Gone files first, so that a path of today wins. */
function rowsOf({ count, alive }: EvidenceFiles): readonly number[] {
  const rows: number[] = [];
  for (const living of [0, 1]) for (let file = 0; file < count; file++) if (alive[file] === living) rows.push(file);
  return rows;
}

function areaOfPaths(files: EvidenceFiles, ofFile: Uint16Array): readonly ReadonlyMap<string, number>[] {
  const paths: Map<string, number>[] = [];
  for (const file of rowsOf(files)) (paths[files.repository[file]!] ??= new Map()).set(files.path[file]!, ofFile[file]!);
  return paths;
}

/** Living files speak for a folder; files that are gone where no living one does. */
function areaOfFolders(files: EvidenceFiles, ofFile: Uint16Array): ReadonlyMap<string, number> {
  const counts = new Map<string, Map<number, number>>();
  for (let file = 0; file < files.count; file++) {
    const area = ofFile[file]!;
    if (area === NO_AREA) continue;
    const weight = files.alive[file] === 1 ? LIVING : 1;
    const path = files.path[file]!;
    for (const folder of foldersAbove(path)) {
      const key = `${files.repository[file]!} ${folder}`;
      const known = counts.get(key) ?? new Map<number, number>();
      known.set(area, (known.get(area) ?? 0) + weight);
      counts.set(key, known);
    }
  }
  return new Map([...counts].map(([folder, areas]) => [folder, mostOf(areas)]));
}

/** The top of the tree stands above its own files only: what lies in an unknown folder is not like them. */
function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) folders.push(path.slice(0, slash));
  return folders.length === 0 ? [''] : folders;
}

const LIVING = 1e6;

function mostOf(areas: ReadonlyMap<number, number>): number {
  return [...areas].reduce((best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] < best[0]) ? one : best))[0];
}
