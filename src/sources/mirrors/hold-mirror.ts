import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE = 100;
const SQLITE_BUSY = 5;

/** Nobody else fetches, mends or reads a mirror until this is let go. */
export interface MirrorHold {
  close(): void;
}

/**
 * The only hold on a mirror, among all processes of this machine. SQLite's file lock is used because the system itself
 * lets go of it when a worker dies, however it dies. Waits without holding up the thread.
 */
export async function holdMirror(folder: string, signal?: AbortSignal): Promise<MirrorHold> {
  for (;;) {
    signal?.throwIfAborted();
    const hold = tryToHold(folder);
    if (hold !== undefined) return hold;
    await sleep(PAUSE, undefined, { ...(signal && { signal }) }).catch(() => undefined);
  }
}

/** Nothing where somebody else has it. */
export function tryToHold(folder: string): MirrorHold | undefined {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(lockOf(folder));
  try {
    lock.exec('begin exclusive');
    return lock;
  } catch (problem) {
    lock.close();
    if ((problem as { readonly errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw problem;
  }
}

export function lockOf(folder: string): string {
  return `${folder}.lock`;
}
