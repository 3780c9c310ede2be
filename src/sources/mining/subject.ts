import { COMMIT_FLAG } from '#core/evidence/raw-history.ts';

const SPACE_HASH = bytesOf(' (#');
const REVERT = ['Revert "', 'revert: ', 'revert('].map(bytesOf);
const PULL_MERGE = ['Merge pull request ', 'Merged in '].map(bytesOf);
/** Accounts under which platforms commit for the person who pressed the button. */
const PLATFORM_EMAIL = bytesOf('\nnoreply@');

/**
 * What the first line of a message says about how the commit came to be.
 * `committer` is `name\nemail`. A subject that ends in `(#123)` is a squash only where the platform committed it:
 * people type such endings too.
 */
export function subjectFlags(bytes: Uint8Array, from: number, to: number, committer: Uint8Array): number {
  let flags = 0;
  if (REVERT.some((start) => startsWith(bytes, from, to, start))) flags |= COMMIT_FLAG.revert;
  if (PULL_MERGE.some((start) => startsWith(bytes, from, to, start))) flags |= COMMIT_FLAG.pullMerge;
  if (endsInNumber(bytes, from, to) && byPlatform(committer)) flags |= COMMIT_FLAG.squash;
  return flags;
}

function startsWith(bytes: Uint8Array, from: number, to: number, start: Uint8Array): boolean {
  if (to - from < start.length) return false;
  for (let i = 0; i < start.length; i++) if (bytes[from + i] !== start[i]) return false;
  return true;
}

/** ` (#123)` at the end. */
function endsInNumber(bytes: Uint8Array, from: number, to: number): boolean {
  let at = to - 1;
  if (at <= from || bytes[at] !== 41) return false;
  const close = at;
  while (at > from && bytes[at - 1]! >= 48 && bytes[at - 1]! <= 57) at--;
  return at < close && startsWith(bytes, at - SPACE_HASH.length, at, SPACE_HASH) && at - SPACE_HASH.length >= from;
}

function byPlatform(committer: Uint8Array): boolean {
  const email = committer.indexOf(10);
  return email >= 0 && startsWith(committer, email, committer.length, PLATFORM_EMAIL);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
