import { ACT_FLAG, ACT_KINDS, type EvidenceActs } from '#core/evidence/evidence.ts';
import type { PersonId } from '#core/terms/person.ts';

/** One person's part in one commit. */
export interface Part {
  readonly person: PersonId;
  readonly kind: number;
  readonly credit: number;
  readonly flags: number;
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

/** Writes the files of one commit for everybody who took part. Births and ends belong to those who wrote, not to reviewers. */
export function writeActs(
  acts: ActColumns,
  files: CommitFiles,
  how: { readonly at: number; readonly commit: number; readonly parts: readonly Part[] },
): void {
  const { at, commit, parts } = how;
  const more = acts.count + files.count * parts.length;
  if (more > acts.at.length) grow(acts, more);
  let row = acts.count;
  for (let i = 0; i < files.count; i++) {
    const flags = files.flags[i]!;
    for (let p = 0; p < parts.length; p++, row++) {
      const part = parts[p]!;
      acts.at[row] = at;
      acts.commit[row] = commit;
      acts.file[row] = files.file[i]!;
      acts.person[row] = part.person;
      acts.kind[row] = part.kind;
      acts.credit[row] = part.credit;
      acts.flags[row] = part.flags | (part.kind === AUTHORED ? flags : flags & ACT_FLAG.renames);
    }
  }
  acts.count = row;
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
