import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { refusal } from '#core/terms/refusals.ts';

export const CONFIGURATION_FILES = ['understudy.yaml', 'understudy.yml'] as const;
const LARGEST = 1024 * 1024;

/** A configuration as text, before it is understood: cheap enough to key a kept answer by. */
export interface ConfigurationText {
  readonly place: string;
  readonly text: string;
}

/** The text of the one configuration file that was named. */
export function namedConfiguration(path: string): ConfigurationText {
  const text = fileText(path);
  if (text === undefined) throw refusal('configuration-missing', { path });
  return { place: path, text };
}

/** The configuration text in a work tree, if there is one. A pipe or a huge file that calls itself so is not read. */
export function workTreeConfiguration(workTree: string): ConfigurationText | undefined {
  for (const name of CONFIGURATION_FILES) {
    const text = workTree === '' ? undefined : fileText(join(workTree, name));
    if (text !== undefined) return { place: name, text };
  }
  return undefined;
}

function fileText(path: string): string | undefined {
  try {
    const found = statSync(path);
    return found.isFile() && found.size <= LARGEST ? readFileSync(path, 'utf8') : undefined;
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (code === 'EACCES' || code === 'EPERM') throw refusal('path-unreadable', { path, reason: 'permission denied' });
    throw problem;
  }
}
