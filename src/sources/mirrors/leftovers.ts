import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What a git that was killed leaves in a repository: half of a pack, and locks that nobody holds any more. */
export function removeLeftovers(folder: string): void {
  for (const path of pathsBelow(folder)) if (isLeftover(path)) rmSync(join(folder, path), { recursive: true, force: true });
}

function isLeftover(path: string): boolean {
  return /^tmp_|\.lock$|^incoming-|^gc\.pid$|^\.tmp-/.test(basename(path));
}

function pathsBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw problem;
  }
}
