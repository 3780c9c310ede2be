import type { Corroboration } from '#core/identity/merge-identities.ts';
import type { RawHistory } from './raw-history.ts';

/** What the histories say about identities beside their spelling: when they acted, and on which files. */
export function corroborationOf(histories: readonly RawHistory[], rowOf: readonly Uint32Array[], count: number): Corroboration {
  const first = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const see = (row: number, at: number): void => {
    if (at < first[row]!) first[row] = at;
    if (at > last[row]!) last[row] = at;
  };
  histories.forEach(({ commits, trailers }, at) => {
    const rows = rowOf[at]!;
    for (let commit = 0; commit < commits.count; commit++) see(rows[commits.author[commit]!]!, commits.authoredAt[commit]!);
    for (let commit = 0; commit < commits.count; commit++) see(rows[commits.committer[commit]!]!, commits.committedAt[commit]!);
    for (let row = 0; row < trailers.count; row++) see(rows[trailers.identity[row]!]!, commits.committedAt[trailers.commit[row]!]!);
  });
  return { first, last, sharePath: pathSharing(histories, rowOf, count) };
}

/** Sorts commits by author once, when the first pair asks; most histories have few such pairs. */
function pathSharing(histories: readonly RawHistory[], rowOf: readonly Uint32Array[], count: number): Corroboration['sharePath'] {
  let indexes: readonly AuthorIndex[] | undefined;
  return (left, right) => {
    indexes ??= histories.map((history, at) => indexAuthors(history, rowOf[at]!, count));
    return histories.some((history, at) => {
      const paths = pathsOf(history, indexes![at]!, left);
      return paths.size > 0 && [...pathsOf(history, indexes![at]!, right)].some((path) => paths.has(path));
    });
  };
}

/** Commits of identity i: `commits[start[i]] … commits[start[i + 1] − 1]`. */
interface AuthorIndex {
  readonly start: Uint32Array;
  readonly commits: Uint32Array;
}

function indexAuthors({ commits }: RawHistory, rows: Uint32Array, count: number): AuthorIndex {
  const start = new Uint32Array(count + 2);
  for (let commit = 0; commit < commits.count; commit++) start[rows[commits.author[commit]!]! + 2]!++;
  for (let row = 2; row < start.length; row++) start[row]! += start[row - 1]!;
  const sorted = new Uint32Array(commits.count);
  for (let commit = 0; commit < commits.count; commit++) sorted[start[rows[commits.author[commit]!]! + 1]!++] = commit;
  return { start, commits: sorted };
}

function pathsOf({ commits, touches }: RawHistory, index: AuthorIndex, authors: readonly number[]): Set<number> {
  const paths = new Set<number>();
  for (const author of authors) {
    for (let at = index.start[author]!; at < index.start[author + 1]!; at++) {
      const commit = index.commits[at]!;
      for (let touch = commits.firstTouch[commit]!; touch < commits.firstTouch[commit + 1]!; touch++) paths.add(touches.path[touch]!);
    }
  }
  return paths;
}
