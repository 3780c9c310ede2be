import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { refusal } from '#core/terms/refusals.ts';
import { textOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';

/** From a file and never from the command line, which others on the machine can read. */
export function secretFrom({ options, door }: Run, option: 'credentialFile' | 'secretFile'): string | undefined {
  const file = textOption(options, option);
  if (file === undefined) return undefined;
  const path = file === '-' ? 0 : resolve(door.cwd, file);
  try {
    const text = readFileSync(path, 'utf8').trim();
    if (text !== '') return text;
  } catch (problem) {
    throw refusal('path-unreadable', { path: file, reason: (problem as NodeJS.ErrnoException).code ?? 'it cannot be read' });
  }
  throw refusal('path-unreadable', { path: file, reason: 'it is empty' });
}
