import type { Cleaned } from './cleaned.ts';
import { believedTime } from './commit-order.ts';
import type { EvidenceFiles } from '#core/evidence/evidence.ts';
import { NO_ROW, type RawHistory } from '#core/evidence/raw-history.ts';
import type { FileTrace } from '#core/evidence/trace-files.ts';

/** The files of all histories in one table, with the moments between which each was seen. */
export function joinFiles(cleaned: readonly Cleaned[]): EvidenceFiles {
  const count = cleaned.reduce((sum, { trace }) => sum + trace.count, 0);
  const files = {
    count,
    path: [] as string[],
    repository: new Uint16Array(count),
    alive: new Uint8Array(count),
    bytes: new Uint32Array(count),
    exclusion: new Uint8Array(count),
    bornAt: new Uint32Array(count).fill(NO_ROW),
    endedAt: new Uint32Array(count).fill(NO_ROW),
  };
  cleaned.forEach(({ history, trace, exclusion }, at) => {
    const from = files.path.length;
    for (const path of trace.path) files.path.push(history.paths[path]!);
    files.repository.fill(at, from, from + trace.count);
    files.alive.set(trace.alive, from);
    files.bytes.set(trace.bytes, from);
    files.exclusion.set(exclusion, from);
    markLives(history, trace, { bornAt: files.bornAt.subarray(from), endedAt: files.endedAt.subarray(from) });
  });
  return files;
}

/** From the first touch to the last; a file of the tree that nobody touched has stood since before the first commit. */
function markLives(
  history: RawHistory,
  { fileOfTouch, alive, count }: FileTrace,
  lives: { readonly bornAt: Uint32Array; readonly endedAt: Uint32Array },
): void {
  const { commits } = history;
  for (let row = 0; row < commits.count; row++) {
    const at = believedTime(history, row);
    for (let touch = commits.firstTouch[row]!; touch < commits.firstTouch[row + 1]!; touch++) {
      const file = fileOfTouch[touch]!;
      if (at < lives.bornAt[file]!) lives.bornAt[file] = at;
      if (alive[file] === 0 && (lives.endedAt[file] === NO_ROW || at > lives.endedAt[file]!)) lives.endedAt[file] = at;
    }
  }
  for (let file = 0; file < count; file++) if (lives.bornAt[file] === NO_ROW) lives.bornAt[file] = 0;
}
