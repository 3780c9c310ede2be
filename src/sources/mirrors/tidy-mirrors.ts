import { readdirSync, rmSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { askGit } from '#sources/opening/git-process.ts';
import { lockOf, tryToHold } from './hold-mirror.ts';
import { removeLeftovers } from './leftovers.ts';
import type { MirrorLimits } from './mirror-limits.ts';
import { bytesBelow, MirrorSizes } from './mirror-sizes.ts';
import { asideOf } from './with-mirror.ts';

/** Each fetch that brings something leaves a pack; from this many on they are made one. */
const MOST_PACKS = 20;
/** Packs are made one by a single thread, so that whoever answers on this machine has the others. */
const CONFIG = [
  'core.hooksPath=/dev/null',
  'pack.threads=1',
  'repack.writeBitmaps=false',
  'gc.writeCommitGraph=false',
  'gc.rerereResolved=0',
];
const LONGEST = 3_600_000;

export interface Tidying {
  readonly mirrors: string;
  readonly limits: MirrorLimits;
  readonly signal: AbortSignal;
}

/** Makes one pack of many, where nobody needs the mirror just now and there is room to write it. True: it was done. */
export async function tidyMirror(name: string, { mirrors, limits, signal }: Tidying): Promise<boolean> {
  const folder = join(mirrors, name);
  if (packsOf(folder) < MOST_PACKS) return false;
  const hold = tryToHold(folder);
  if (hold === undefined) return false;
  try {
    const [{ bavail, bsize }, bytes] = [await statfs(folder), await bytesBelow(folder)];
    if (bavail * bsize - bytes < limits.leastFree) return false;
    const place = { cwd: folder, env: { GIT_DIR: folder }, config: CONFIG, ownGroup: true };
    const { code } = await askGit(place, { args: ['gc', '--quiet', '--prune=now', '--no-cruft'], signal, timeout: LONGEST });
    new MirrorSizes(mirrors).note(folder, await bytesBelow(folder));
    return code === 0;
  } finally {
    removeLeftovers(folder);
    hold.close();
  }
}

function packsOf(folder: string): number {
  return namesIn(join(folder, 'objects/pack')).filter((name) => name.endsWith('.pack')).length;
}

/** Names of what could be a mirror: the id of a source, and nothing else that may lie there. */
const MIRROR = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A broken one is kept for this long, milliseconds. */
const KEPT = 3 * 24 * 3_600_000;

/** Names of the mirrors that lie here. Ask afterwards which sources there are: a source is there before its mirror. */
export function mirrorsIn(mirrors: string): readonly string[] {
  return namesIn(mirrors).filter((name) => MIRROR.test(name));
}

/** Removes mirrors of sources that were forgotten, unless somebody still reads them; they go the next time. */
export function removeMirrors(mirrors: string, names: readonly string[]): void {
  for (const name of names) {
    const folder = join(mirrors, name);
    const hold = tryToHold(folder);
    if (hold === undefined) continue;
    rmSync(folder, { recursive: true, force: true });
    rmSync(asideOf(folder), { recursive: true, force: true });
    new MirrorSizes(mirrors).forget(folder);
    rmSync(lockOf(folder), { force: true });
    hold.close();
  }
}

/** Removes broken mirrors that were put aside long ago. */
export function removeOldAsides(mirrors: string, now: number): void {
  for (const name of namesIn(mirrors).filter((one) => one.endsWith(asideOf('')))) {
    const path = join(mirrors, name);
    if ((statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? now) < now - KEPT) rmSync(path, { recursive: true, force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw problem;
  }
}
