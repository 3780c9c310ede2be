import { ACT_FLAG, ACT_KINDS, type EvidenceActs } from '#core/evidence/evidence.ts';
import type { PersonId } from '#core/terms/person.ts';

/** Everybody's part in one commit: the first `count` entries. */
export interface Parts {
  count: number;
  readonly person: PersonId[];
  readonly kind: number[];
  readonly credit: number[];
  flags: number;
}

interface Part {
  readonly person: PersonId;
  readonly kind: number;
  readonly credit: number;
}

export function addPart(parts: Parts, { person, kind, credit }: Part): void {
  parts.person[parts.count] = person;
  parts.kind[parts.count] = kind;
  parts.credit[parts.count++] = credit;
}

/** Act columns that grow while commits are written; each call mutates them. */
export interface ActColumns {
  count: number;
  at: Uint32Array;
  commit: Uint32Array;
  file: Uint32Array;
  person: Uint32Array;
  kind: Uint8Array;
  credit: Float32Array;
  flags: Uint8Array;
}

const AUTHORED = ACT_KINDS.indexOf('authored');

export function openActColumns(expected: number): ActColumns {
  const size = Math.max(16, Math.ceil(expected));
  return {
    count: 0,
    at: new Uint32Array(size),
    commit: new Uint32Array(size),
    file: new Uint32Array(size),
    person: new Uint32Array(size),
    kind: new Uint8Array(size),
    credit: new Float32Array(size),
    flags: new Uint8Array(size),
  };
}

/** Files of one commit with the flags of their touches: the first `count` entries. */
export interface CommitFiles {
  count: number;
  file: Uint32Array;
  flags: Uint8Array;
}

/** One commit, ready to be written. */
export interface Deed {
  readonly files: CommitFiles;
  readonly parts: Parts;
  readonly at: number;
  readonly commit: number;
}

/** Writes the files of one commit for everybody who took part. Births and ends belong to those who wrote, not to reviewers. */
export function writeActs(acts: ActColumns, deed: Deed): void {
  const { files, parts, at, commit } = deed;
  const from = acts.count;
  const to = from + files.count * parts.count;
  if (to > acts.at.length) grow(acts, to);
  acts.count = to;
  for (let row = from; row < to; row++) {
    acts.at[row] = at;
    acts.commit[row] = commit;
  }
  for (let p = 0; p < parts.count; p++) writePart(acts, deed, p);
}

/** One person's rows: every `parts.count`-th of those that are being written. */
function writePart({ count, file, person, kind, credit, flags }: ActColumns, { files, parts }: Deed, p: number): void {
  const told = parts.kind[p] === AUTHORED ? 0xff : ACT_FLAG.renames;
  let row = count - files.count * parts.count + p;
  for (let i = 0; i < files.count; i++) {
    file[row] = files.file[i]!;
    person[row] = parts.person[p]!;
    kind[row] = parts.kind[p]!;
    credit[row] = parts.credit[p]!;
    flags[row] = parts.flags | (files.flags[i]! & told);
    row += parts.count;
  }
}

export function closeActColumns(acts: ActColumns): EvidenceActs {
  const { count } = acts;
  return {
    count,
    at: acts.at.subarray(0, count),
    commit: acts.commit.subarray(0, count),
    file: acts.file.subarray(0, count),
    person: acts.person.subarray(0, count),
    kind: acts.kind.subarray(0, count),
    credit: acts.credit.subarray(0, count),
    flags: acts.flags.subarray(0, count),
  };
}

function grow(acts: ActColumns, atLeast: number): void {
  const wider = openActColumns(Math.max(atLeast, Math.ceil(acts.at.length * 1.6)));
  wider.at.set(acts.at);
  wider.commit.set(acts.commit);
  wider.file.set(acts.file);
  wider.person.set(acts.person);
  wider.kind.set(acts.kind);
  wider.credit.set(acts.credit);
  wider.flags.set(acts.flags);
  Object.assign(acts, wider, { count: acts.count });
}
