import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { DataFile } from '#core/evaluation/suite.ts';
import { refusal } from '#core/terms/refusals.ts';

/** A data file that somebody names: its text, and its hash, so that a figure says what it rests on. */
export function readDataFile(path: string): DataFile {
  try {
    const bytes = readFileSync(path);
    const text = new TextDecoder().decode(bytes);
    return { name: basename(path), text, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === undefined) throw problem;
    throw refusal('path-unreadable', { path, reason: REASONS[code] ?? code });
  }
}

const REASONS: Readonly<Record<string, string>> = { ENOENT: 'it does not exist', EISDIR: 'it is a folder', EACCES: 'permission denied' };
