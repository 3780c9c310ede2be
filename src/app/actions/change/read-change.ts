import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { refusal } from '#core/terms/refusals.ts';
import { MOST_PATCH, parsePatch } from '#sources/change/parse-patch.ts';
import { readBranch, readRange } from '#sources/change/read-range.ts';
import { readUncommitted } from '#sources/change/read-uncommitted.ts';
import { MOST_FILES, type ToldChange } from '#sources/change/told-change.ts';
import { Openings } from '#app/actions/openings.ts';
import type { Repository } from '#sources/opening/open-repository.ts';

export type { ToldChange };

/** Where a change is looked for. */
export interface ChangeOrder {
  readonly repository: string;
  readonly openings?: Openings;
  /** A range or revision, the text of a patch, or neither: what the branch adds, else what is uncommitted. */
  readonly range?: string | undefined;
  readonly patch?: { readonly name: string; readonly text: string } | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Reads the change that somebody asks about, or refuses. Nothing of it is run or applied. */
export async function readChange({ repository: path, openings = new Openings(), range, patch, signal }: ChangeOrder): Promise<ToldChange> {
  const repository = await openings.open(path, signal);
  try {
    if (patch !== undefined) return { says: `the patch ${patch.name}`, base: repository.head, ...parsePatch(patch.text, patch.name) };
    return range === undefined ? await readUnnamed(repository, signal) : await readRange(repository, range, signal);
  } finally {
    repository.close();
  }
}

async function readUnnamed(repository: Repository, signal?: AbortSignal): Promise<ToldChange> {
  const change = (await readBranch(repository, signal)) ?? (await readUncommitted(repository, signal));
  if (change === undefined) throw refusal('nothing-to-review', { path: repository.path });
  if (change.files.length > MOST_FILES) throw refusal('change-too-large', { change: change.says, most: String(MOST_FILES) });
  return change;
}

/** The text of a patch; `-` is what is piped in. Devices, folders and what is too long are refused. */
export function readPatch(path: string): string {
  const name = path === '-' ? 'standard input' : path;
  const file = path === '-' ? 0 : opened(path);
  try {
    if (file !== 0 && !fstatSync(file).isFile()) throw refusal('patch-unreadable', { path: name, problem: 'it is no regular file' });
    return decoded(file, name);
  } finally {
    if (file !== 0) closeSync(file);
  }
}

/** Not blocked by a pipe without a writer. */
function opened(path: string): number {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    throw refusal('path-unreadable', { path, reason: code === 'EACCES' ? 'permission denied' : 'there is nothing at this path' });
  }
}

const PART = 1024 * 1024;

function decoded(file: number, name: string): string {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const part = new Uint8Array(PART);
    const read = readSome(file, part);
    if (read === 0) return new TextDecoder().decode(Buffer.concat(parts));
    parts.push(part.subarray(0, read));
    length += read;
    if (length > MOST_PATCH) throw refusal('patch-unreadable', { path: name, problem: `it is longer than ${MOST_PATCH / PART} MB` });
  }
}

/** A pipe may say that nothing has come yet, or that it has ended. */
function readSome(file: number, part: Uint8Array): number {
  for (;;) {
    try {
      return readSync(file, part, 0, part.length, null);
    } catch (problem) {
      const { code } = problem as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw problem;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
