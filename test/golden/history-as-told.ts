import { NO_ROW, TRAILER_KINDS } from '#core/evidence/raw-history.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import { bytesOfText } from '#sources/mining/byte-text.ts';

/** One commit of our columns in the words of `historyByGit`, so that the two can be compared whole. */
export interface ToldByUs {
  readonly hash: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly committer: string;
  readonly authored: string;
  readonly committed: number;
  readonly touches: readonly string[];
  readonly trailers: readonly string[];
}

export function historyAsTold(history: RawHistory): readonly ToldByUs[] {
  const { commits, touches, trailers, identities } = history;
  const hash = (row: number): string =>
    Buffer.from(commits.hash.subarray(row * history.hashBytes, (row + 1) * history.hashBytes)).toString('hex');
  const path = (row: number): string => bytesOfText(history.paths[row]!).toString('latin1');
  const who = (row: number): string => `${latin1(identities[row]!.name)} <${latin1(identities[row]!.email)}>`;
  const trailersOf: string[][] = Array.from({ length: commits.count }, () => []);
  for (let i = 0; i < trailers.count; i++)
    trailersOf[trailers.commit[i]!]!.push(`${TRAILER_KINDS[trailers.kind[i]!]} ${who(trailers.identity[i]!)}`);
  return Array.from({ length: commits.count }, (_, row) => ({
    hash: hash(row),
    parents: Array.from(commits.parent.subarray(commits.firstParent[row], commits.firstParent[row + 1]), (parent) =>
      parent === NO_ROW ? 'outside' : hash(parent),
    ),
    author: who(commits.author[row]!),
    committer: who(commits.committer[row]!),
    authored: `${commits.authoredAt[row]} ${zoneOf(commits.offsetMinutes[row]!)}`,
    committed: commits.committedAt[row]!,
    touches: Array.from({ length: commits.firstTouch[row + 1]! - commits.firstTouch[row]! }, (_, i) => {
      const touch = commits.firstTouch[row]! + i;
      const letter = String.fromCharCode(touches.status[touch]!);
      const old = touches.oldPath[touch]!;
      return old === NO_ROW ? `${letter} ${path(touches.path[touch]!)}` : `${letter} ${path(old)} -> ${path(touches.path[touch]!)}`;
    }),
    trailers: trailersOf[row]!,
  }));
}

function latin1(text: string): string {
  return bytesOfText(text).toString('latin1');
}

function zoneOf(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${String(size % 60).padStart(2, '0')}`;
}
