import { COMMIT_FLAG } from '#core/evidence/raw-history.ts';

const REVERT = ['Revert "', 'revert: ', 'revert('].map(bytesOf);
const PULL_MERGE = ['Merge pull request ', 'Merged in '].map(bytesOf);
/** Accounts under which platforms commit for the person who pressed the button. */
const PLATFORM_EMAIL = bytesOf('\nnoreply@');
const NUMBER_OPENS = bytesOf(' (#');
const NUMBER_CLOSES = 41;

/**
 * What the first line of a message says about how the commit came to be.
 * `committer` is `name\nemail`. A subject that ends in ` (#123)` is a squash only where the platform committed it:
 * people type such endings too.
 */
export function subjectFlags(subject: Uint8Array, committer: Uint8Array): number {
  let flags = 0;
  if (REVERT.some((start) => startsWith(subject, start))) flags |= COMMIT_FLAG.revert;
  if (PULL_MERGE.some((start) => startsWith(subject, start))) flags |= COMMIT_FLAG.pullMerge;
  if (endsInNumber(subject) && byPlatform(committer)) flags |= COMMIT_FLAG.squash;
  return flags;
}

function startsWith(bytes: Uint8Array, start: Uint8Array, at = 0): boolean {
  for (let i = 0; i < start.length; i++) if (bytes[at + i] !== start[i]) return false;
  return true;
}

function endsInNumber(subject: Uint8Array): boolean {
  const close = subject.length - 1;
  if (subject[close] !== NUMBER_CLOSES) return false;
  let first = close;
  while (first > 0 && isDigit(subject[first - 1]!)) first--;
  return first < close && first >= NUMBER_OPENS.length && startsWith(subject, NUMBER_OPENS, first - NUMBER_OPENS.length);
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

function byPlatform(committer: Uint8Array): boolean {
  const email = committer.indexOf(10);
  return email >= 0 && startsWith(committer, PLATFORM_EMAIL, email);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
