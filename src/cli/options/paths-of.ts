import { resolve } from 'node:path';
import type { Run } from '#cli/verb.ts';

/** The repositories that a run is about, as absolute paths; without any, the folder it was called in. */
export function pathsOf({ door, common }: Pick<Run, 'door' | 'common'>): readonly string[] {
  return (common.repositories.length > 0 ? common.repositories : ['.']).map((path) => resolve(door.cwd, path));
}
