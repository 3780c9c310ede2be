import type { CommitOrder } from './commit-order.ts';
import type { EvidenceCommits } from '#core/evidence/evidence.ts';
import { NO_ROW, type RawHistory } from '#core/evidence/raw-history.ts';

/** Hashes, times and parents in the joint order; author and flags are written by the walk. */
export function layCommits(histories: readonly RawHistory[], order: CommitOrder): EvidenceCommits {
  const { count } = order;
  const bytes = histories.reduce((sum, { commits, hashBytes }) => sum + commits.count * hashBytes, 0);
  const parents = histories.reduce((sum, { commits }) => sum + commits.parent.length, 0);
  const laid = {
    count,
    hash: new Uint8Array(bytes),
    hashAt: new Uint32Array(count),
    repository: order.history,
    at: order.at,
    author: new Uint32Array(count),
    flags: new Uint16Array(count),
    firstParent: new Uint32Array(count + 1),
    parent: new Uint32Array(parents),
  };
  const { hash } = laid;
  let [hashAt, parentAt] = [0, 0];
  for (let place = 0; place < count; place++) {
    const { commits, hashBytes } = histories[order.history[place]!]!;
    const row = order.row[place]!;
    laid.hashAt[place] = hashAt;
    for (let byte = row * hashBytes; byte < (row + 1) * hashBytes; byte++) hash[hashAt++] = commits.hash[byte]!;
    for (let at = commits.firstParent[row]!; at < commits.firstParent[row + 1]!; at++) {
      const parent = commits.parent[at]!;
      laid.parent[parentAt++] = parent === NO_ROW ? NO_ROW : order.place[order.history[place]!]![parent]!;
    }
    laid.firstParent[place + 1] = parentAt;
  }
  return laid;
}
