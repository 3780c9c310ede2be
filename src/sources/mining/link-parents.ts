import { NO_ROW } from '#core/evidence/raw-history.ts';
import type { RawCommits } from '#core/evidence/raw-history.ts';
import { parentsOf } from './mined-history.ts';
import type { MinedBlock } from './mined-history.ts';
import { RowOfHash } from './row-of-hash.ts';

interface Linking {
  readonly blocks: readonly MinedBlock[];
  /** All hashes are in; `firstParent` and `parent` are filled here. */
  readonly commits: RawCommits;
  readonly hashBytes: number;
  readonly older?: RawCommits | undefined;
}

/** Turns the hashes of parents into rows, once every row is known. */
export function linkParents({ blocks, commits, hashBytes, older }: Linking): void {
  const rows = new RowOfHash(commits.hash, hashBytes, older && wantedBy(blocks));
  const { firstParent, parent } = commits;
  let [row, next] = [0, 0];
  for (const block of blocks) {
    const { columns, from, count } = block;
    const { start, end } = parentsOf(block, hashBytes);
    const shift = next - start;
    for (let i = from; i < from + count; i++) firstParent[row++] = columns.firstParent.data[i]! + shift;
    for (let p = start; p < end; p++) parent[next++] = rows.find(columns.parentHash.data, p * hashBytes);
  }
  const shift = row;
  for (let i = 0; i < (older?.count ?? 0); i++) firstParent[row++] = older!.firstParent[i]! + next;
  if (older !== undefined) firstParent[row] = older.firstParent[older.count]! + next;
  else firstParent[row] = next;
  for (const known of older?.parent ?? []) parent[next++] = known === NO_ROW ? NO_ROW : known + shift;
}

/** The hashes of all parents that the blocks name. */
function wantedBy(blocks: readonly MinedBlock[]): Uint8Array {
  const streams = [...new Set(blocks.map(({ columns }) => columns.parentHash))].map((column) => column.view());
  const all = new Uint8Array(streams.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const hashes of streams) {
    all.set(hashes, at);
    at += hashes.length;
  }
  return all;
}
