import type { Corroboration } from '#core/identity/merge-identities.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import type { FileTrace } from '#core/evidence/trace-files.ts';

/** Histories, their files followed through renames, and the row of each of their identities in one table of `count`. */
export interface Scene {
  readonly histories: readonly RawHistory[];
  readonly traces: readonly FileTrace[];
  readonly rowOf: readonly Uint32Array[];
  readonly count: number;
}

/** What the histories say about identities beside their spelling: when they acted, and on which files. */
export function corroborationOf({ histories, traces, rowOf, count }: Scene): Corroboration {
  const first = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const written = new Uint32Array(count);
  const see = (row: number, at: number): void => {
    if (at < first[row]!) first[row] = at;
    if (at > last[row]!) last[row] = at;
  };
  histories.forEach(({ commits, trailers }, at) => {
    const rows = rowOf[at]!;
    for (let commit = 0; commit < commits.count; commit++) {
      see(rows[commits.author[commit]!]!, commits.authoredAt[commit]!);
      written[rows[commits.author[commit]!]!]!++;
    }
    for (let commit = 0; commit < commits.count; commit++) see(rows[commits.committer[commit]!]!, commits.committedAt[commit]!);
    for (let row = 0; row < trailers.count; row++) see(rows[trailers.identity[row]!]!, commits.committedAt[trailers.commit[row]!]!);
  });
  return { first, last, written, shareFile: fileSharing({ histories, traces, rowOf, count }) };
}

/** Sorts commits by author once, when the first pair asks; most histories have few such pairs. */
function fileSharing({ histories, traces, rowOf, count }: Scene): Corroboration['shareFile'] {
  let indexes: readonly AuthorIndex[] | undefined;
  return (left, right) => {
    indexes ??= histories.map((history, at) => indexAuthors(history, rowOf[at]!, count));
    return histories.some((history, at) => {
      const files = filesOf(history, traces[at]!, indexes![at]!)(left);
      return files.size > 0 && [...filesOf(history, traces[at]!, indexes![at]!)(right)].some((file) => files.has(file));
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

function filesOf({ commits }: RawHistory, { fileOfTouch }: FileTrace, index: AuthorIndex): (authors: readonly number[]) => Set<number> {
  return (authors) => {
    const files = new Set<number>();
    for (const author of authors) {
      for (let at = index.start[author]!; at < index.start[author + 1]!; at++) {
        const commit = index.commits[at]!;
        for (let touch = commits.firstTouch[commit]!; touch < commits.firstTouch[commit + 1]!; touch++) files.add(fileOfTouch[touch]!);
      }
    }
    return files;
  };
}
