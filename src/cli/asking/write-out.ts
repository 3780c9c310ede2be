import { chmodSync, existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { refusal } from '#core/terms/refusals.ts';
import type { Run } from '#cli/verb.ts';

/** Hands a text to standard output, or to the file of --output: whole or not at all. `-` means standard output. */
export function writeOut(text: string | Uint8Array, { door, common }: Pick<Run, 'door' | 'common'>): void {
  if (common.output === undefined || common.output === '-')
    door.out.write(typeof text === 'string' ? text : new TextDecoder().decode(text));
  else writeFile(resolve(door.cwd, common.output), text);
}

/**
 * Writes beside the target first and then moves it there, so that a full disk or Ctrl-C leaves the old file whole.
 * A link is followed; a device or pipe is written to as it is, never replaced.
 */
export function writeFile(path: string, content: string | Uint8Array): void {
  try {
    const target = existsSync(path) ? realpathSync(path) : path;
    if (existsSync(target) && !statSync(target).isFile()) writeFileSync(target, content);
    else replaceFile(target, content);
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw refusal('disk-full', { path });
    if (code === undefined) throw problem;
    throw refusal('cannot-write', { path, reason: REASONS[code] ?? code });
  }
}

function replaceFile(path: string, content: string | Uint8Array): void {
  const draft = join(dirname(path), `.understudy-${process.pid}.tmp`);
  try {
    writeFileSync(draft, content, { flag: 'wx' });
    if (existsSync(path)) chmodSync(draft, statSync(path).mode & 0o777);
    renameSync(draft, path);
  } catch (problem) {
    rmSync(draft, { force: true });
    throw problem;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'part of its path is not a folder',
  EISDIR: 'it is a folder',
};
