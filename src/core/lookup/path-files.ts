import type { Evidence } from '#core/evidence/evidence.ts';
import { nearest } from '#core/terms/nearest.ts';
import { refusal } from '#core/terms/refusals.ts';

/** The counted files at or below a path, living ones first choice; '' means every file. Several repositories may share a path. */
export function filesAt({ files, repositories }: Evidence, path: string): readonly number[] {
  const named = repositories.findIndex(({ name }) => path === `${name}:` || path.startsWith(`${name}:`));
  const wanted = named >= 0 && repositories.length > 1 ? path.slice(repositories[named]!.name.length + 1) : path;
  const below: number[] = [];
  for (let file = 0; file < files.count; file++) {
    if (named >= 0 && repositories.length > 1 && files.repository[file] !== named) continue;
    if (isAt(files.path[file]!, wanted) && files.exclusion[file] === 0) below.push(file);
  }
  const living = below.filter((file) => files.alive[file] === 1);
  if (below.length === 0) throw stranger(files.path, path);
  return living.length > 0 ? living : below;
}

function isAt(file: string, path: string): boolean {
  return path === '' || file === path || file.startsWith(path.endsWith('/') ? path : `${path}/`);
}

function stranger(paths: readonly string[], path: string) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const sameName = paths.filter((known) => known.endsWith(`/${name}`) || known === name).slice(0, 1);
  const folders = new Set(paths.flatMap((known) => (known.includes('/') ? [known.slice(0, known.lastIndexOf('/'))] : [])));
  const meant = sameName[0] ?? nearest(path, [...folders], 1)[0] ?? nearest(path, paths.length > 20_000 ? [] : paths, 1)[0];
  return refusal('unknown-path', { path, hint: meant ? ` Did you mean "${meant}"?` : '' });
}
