import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/** The folder to look for a repository in, when a path was given instead of a repository: the path's own folder. */
export function folderOf(path: string, cwd: string): string {
  const place = resolve(cwd, path);
  if (!existsSync(place)) return cwd;
  return statSync(place).isDirectory() ? place : dirname(place);
}

/**
 * A path as git spells it, from the top of the repository. What lies inside the work tree is taken as seen from `cwd`;
 * anything else is taken as git spells it already, because deleted files and bare repositories have nothing on disk.
 */
export function pathInRepository(
  path: string,
  { cwd, workTree, key }: { readonly cwd: string; readonly workTree: string; readonly key: string },
): string {
  const place = realOf(resolve(cwd, path));
  if (workTree === '') return place === key || place === dirname(key) ? '' : plain(path);
  const inside = relative(realOf(workTree), place);
  const outside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return outside || !existsSync(place) ? plain(path) : plain(inside);
}

function plain(path: string): string {
  return path
    .split(sep)
    .join('/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/^\.$/, '')
    .replace(/\/+$/, '');
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
