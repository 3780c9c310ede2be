import type { Evidence } from '#core/evidence/evidence.ts';
import { filesAt, placeOf } from './path-files.ts';

export interface PathChild {
  readonly path: string;
  readonly files: readonly number[];
}

/** What stands directly below a place, with its counted files, by name: folders, or the repositories where several are read. */
export function pathChildren(evidence: Evidence, typed: string): readonly PathChild[] {
  const { files, repositories } = evidence;
  const place = placeOf(evidence, typed);
  const many = repositories.length > 1 && place.repository === undefined && place.path === '';
  const children = new Map<string, number[]>();
  for (const file of filesAt(evidence, typed)) {
    const child = many ? `${repositories[files.repository[file]!]!.name}:` : folderBelow(files.path[file]!, place.path);
    if (child === undefined) continue;
    const known = children.get(child);
    if (known === undefined) children.set(child, [file]);
    else known.push(file);
  }
  return [...children].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, own]) => ({ path, files: own }));
}

/** `a/b` for the file `a/b/c.ts` below `a`; undefined for a file that lies directly there. */
function folderBelow(file: string, path: string): string | undefined {
  const end = file.indexOf('/', path === '' ? 0 : path.length + 1);
  return end < 0 || file === path ? undefined : file.slice(0, end);
}
