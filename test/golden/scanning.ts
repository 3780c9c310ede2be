import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScanOrder } from '#app/actions/scan.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import type { ScriptedCommit } from './build-repository.ts';
import { historyAsTold } from './history-as-told.ts';

export const ADA = 'Ada Example <ada@example.org>';
const BEN = 'Ben Example <ben@example.org>';

/** A new empty folder. */
export function folder(): string {
  return mkdtempSync(join(tmpdir(), 'understudy-golden-'));
}

/** `count` commits by two people over some files, with renames and trailers. */
export function story(count: number): ScriptedCommit[] {
  return Array.from({ length: count }, (_, i) => ({
    by: i % 3 === 0 ? BEN : ADA,
    label: `c${i}`,
    message: `Commit ${i}\n\nCo-authored-by: Cy Example <cy${i % 5}@example.org>\n`,
    files:
      i % 7 === 6
        ? { [`dir/f${i}.txt`]: { movedFrom: `dir/f${i - 1}.txt` } }
        : { [`dir/f${i}.txt`]: `text ${i}\n`.repeat(20), 'all.txt': `${i}\n` },
  }));
}

/** An order to scan, always at the same time of day. */
export function order(paths: readonly string[], dataFolder: string, more: Partial<ScanOrder> = {}): ScanOrder {
  return { paths, dataFolder, now: () => 1_700_000_000_000, clock: () => performance.now(), ...more };
}

/** Everything a history says, in words: numbers of paths and names may differ, what they stand for may not. */
export function told(history: RawHistory): unknown {
  const tree = Array.from(history.tree.path, (row, i) => [history.paths[row], history.tree.bytes[i]]);
  return { commits: historyAsTold(history), tree, head: history.head };
}
