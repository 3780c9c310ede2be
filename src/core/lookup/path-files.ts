import type { Evidence } from '#core/evidence/evidence.ts';
import { nearest } from '#core/terms/nearest.ts';
import { refusal } from '#core/terms/refusals.ts';

/** A path as somebody typed it, and the one repository it was limited to: `api:lib/x` where several are read together. */
export interface Place {
  readonly repository: number | undefined;
  readonly path: string;
}

export function placeOf({ repositories }: Evidence, typed: string): Place {
  const named = repositories.length > 1 ? repositories.findIndex(({ name }) => typed.startsWith(`${name}:`)) : -1;
  const path = (named < 0 ? typed : typed.slice(repositories[named]!.name.length + 1)).replace(/\/+$/, '');
  return { repository: named < 0 ? undefined : named, path: path === '.' ? '' : path };
}

/** The counted files at or below a path, living ones first choice; '' and `.` mean every file. */
export function filesAt(evidence: Evidence, typed: string): readonly number[] {
  const { files } = evidence;
  const { repository, path } = placeOf(evidence, typed);
  const below: number[] = [];
  for (let file = 0; file < files.count; file++) {
    const here = repository === undefined || files.repository[file] === repository;
    if (here && files.exclusion[file] === 0 && isAt(files.path[file]!, path)) below.push(file);
  }
  const living = below.filter((file) => files.alive[file] === 1);
  if (below.length === 0 && path !== '') throw stranger(files.path, typed);
  if (repository === undefined && path !== '') refuseSeveral(evidence, below, path);
  return living.length > 0 ? living : below;
}

/** The same path in several repositories is several places. */
function refuseSeveral({ files, repositories }: Evidence, found: readonly number[], path: string): void {
  const places = [...new Set(found.map((file) => files.repository[file]!))];
  if (places.length < 2) return;
  throw refusal('ambiguous-path', { path, count: String(places.length), example: `${repositories[places[0]!]!.name}:${path}` });
}

function isAt(file: string, path: string): boolean {
  return path === '' || file === path || file.startsWith(`${path}/`);
}

function stranger(paths: readonly string[], path: string) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const sameName = paths.filter((known) => known.endsWith(`/${name}`) || known === name).slice(0, 1);
  const folders = new Set(paths.flatMap((known) => (known.includes('/') ? [known.slice(0, known.lastIndexOf('/'))] : [])));
  const meant = sameName[0] ?? nearest(path, [...folders], 1)[0] ?? nearest(path, paths.length > 20_000 ? [] : paths, 1)[0];
  return refusal('unknown-path', { path, hint: meant ? ` Did you mean "${meant}"?` : '' });
}
