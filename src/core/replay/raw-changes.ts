import { exclusionOf } from '#core/evidence/exclusion-of.ts';
import { NO_ROW, type RawHistory, TRAILER_KINDS } from '#core/evidence/raw-history.ts';
import { traceFiles } from '#core/evidence/trace-files.ts';
import { MOST_PLACES, placeNumbers } from '#core/reviewing/change.ts';
import type { Moment } from '#core/terms/moment.ts';

/** One commit as it was told, people still as the spellings that stand in it. */
export interface RawChange {
  /** When it landed, and when its author last wrote it. */
  readonly at: Moment;
  readonly writtenAt: Moment;
  /** Rows of the history's identities: author and co-authors; who signed `Reviewed-by`. */
  readonly authors: readonly number[];
  readonly reviewers: readonly number[];
  /** Counted files by lineage; those that stand after it, and those that end with it. */
  readonly files: readonly number[];
  readonly standing: readonly number[];
  readonly ending: readonly number[];
  readonly folders: readonly number[];
  readonly tops: readonly number[];
}

const [CO_AUTHORED, REVIEWED] = [TRAILER_KINDS.indexOf('co-authored'), TRAILER_KINDS.indexOf('reviewed')];
const DELETED = 68;

/** All commits in the order in which they landed. A file keeps its row through renames: the row itself tells nothing of what comes later. */
export function rawChanges(history: RawHistory): readonly RawChange[] {
  const { commits } = history;
  const order = Array.from({ length: commits.count }, (_, row) => commits.count - 1 - row);
  order.sort((a, b) => commits.committedAt[a]! - commits.committedAt[b]! || b - a);
  const signed = signatures(history);
  const touched = touchesOf(history);
  return order.map((row) => ({
    at: commits.committedAt[row]!,
    writtenAt: Math.min(commits.authoredAt[row]!, commits.committedAt[row]!),
    authors: [...new Set([commits.author[row]!, ...(signed[row]?.coAuthors ?? [])])],
    reviewers: signed[row]?.reviewers ?? [],
    ...touched(row),
  }));
}

/** How many commits from a moment on say who reviewed them: a quick look before anything is replayed. */
export function countReviewed({ commits, trailers }: RawHistory, from: Moment): number {
  const reviewed = new Set<number>();
  for (let row = 0; row < trailers.count; row++)
    if (trailers.kind[row] === REVIEWED && commits.committedAt[trailers.commit[row]!]! >= from) reviewed.add(trailers.commit[row]!);
  return reviewed.size;
}

interface Signatures {
  readonly coAuthors: number[];
  readonly reviewers: number[];
}

function signatures({ commits, trailers }: RawHistory): readonly (Signatures | undefined)[] {
  const signed = new Array<Signatures | undefined>(commits.count).fill(undefined);
  for (let row = 0; row < trailers.count; row++) {
    const kind = trailers.kind[row]!;
    if (kind !== CO_AUTHORED && kind !== REVIEWED) continue;
    const own = (signed[trailers.commit[row]!] ??= { coAuthors: [], reviewers: [] });
    (kind === REVIEWED ? own.reviewers : own.coAuthors).push(trailers.identity[row]!);
  }
  return signed;
}

type Touched = Pick<RawChange, 'files' | 'standing' | 'ending' | 'folders' | 'tops'>;

function touchesOf(history: RawHistory): (row: number) => Touched {
  const { commits, touches, paths } = history;
  const { fileOfTouch } = traceFiles(history);
  const counted = Uint8Array.from(paths, (path) => (exclusionOf(path) === 0 ? 1 : 0));
  const numbers = placeNumbers();
  return (row) => {
    const [standing, ending, names] = [new Set<number>(), new Set<number>(), [] as string[]];
    for (let touch = commits.firstTouch[row]!; touch < commits.firstTouch[row + 1]!; touch++) {
      const path = touches.path[touch]!;
      if (counted[path] === 0 || fileOfTouch[touch] === NO_ROW) continue;
      (touches.status[touch] === DELETED ? ending : standing).add(fileOfTouch[touch]!);
      names.push(paths[path]!);
    }
    for (const file of standing) ending.delete(file);
    const files = [...standing, ...ending];
    return {
      files: files.slice(0, MOST_PLACES),
      standing: [...standing],
      ending: [...ending],
      folders: numbers.foldersOf(names),
      tops: numbers.topsOf(names),
    };
  };
}
