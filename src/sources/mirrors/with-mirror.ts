import { existsSync, renameSync, rmSync } from 'node:fs';
import { Refusal } from '#core/terms/refusal.ts';
import { GitFailure } from '#sources/opening/git-process.ts';
import { fetchMirror } from '#sources/remote/fetch-mirror.ts';
import type { MirrorOrder } from '#sources/remote/mirror-order.ts';
import { holdMirror } from './hold-mirror.ts';

type Fetch = (order: MirrorOrder) => Promise<void>;

/**
 * Brings a mirror up to date and hands it to whoever reads it, to nobody else meanwhile. One that turns out to be broken
 * is put aside, once, and fetched anew.
 */
export async function withMirror<Result>(
  order: MirrorOrder,
  use: (folder: string) => Promise<Result>,
  fetch: Fetch = fetchMirror,
): Promise<Result> {
  const hold = await holdMirror(order.folder, order.signal);
  const once = async (): Promise<Result> => {
    await fetch(order);
    return await use(order.folder);
  };
  try {
    const known = existsSync(order.folder);
    return await once().catch(async (problem: unknown) => {
      if (!known || order.signal?.aborted === true || !isDamage(problem)) throw problem;
      putAside(order.folder);
      return await once();
    });
  } finally {
    hold.close();
  }
}

/** Of one mirror the newest broken one is kept, for whoever wants to know why; it goes after a while. */
export function asideOf(folder: string): string {
  return `${folder}.broken`;
}

function putAside(folder: string): void {
  rmSync(asideOf(folder), { recursive: true, force: true });
  renameSync(folder, asideOf(folder));
}

/** What git says about its own files; what the other side says begins otherwise, and would only have it sent again. */
const DAMAGE =
  /corrupt|bad object|missing (?:blob|tree|commit)|unable to (?:read|resolve)|not a git repository|packfile|pack file|index file|inflate|did not send all necessary objects|invalid (?:ref|object|sha1)|bad signature|could not (?:read|parse)|loose object|unresolved delta|bad tree|bad revision|unknown revision/i;
const BROKEN: ReadonlySet<string> = new Set(['not-a-repository', 'repository-format', 'repository-unreadable', 'data-folder']);

function isDamage(problem: unknown): boolean {
  if (problem instanceof GitFailure) return DAMAGE.test(problem.stderr);
  if (!(problem instanceof Refusal)) return false;
  if (BROKEN.has(problem.code)) return true;
  return (
    problem.code === 'source-unreachable' &&
    !/remote error|could not read from remote/i.test(problem.message) &&
    DAMAGE.test(problem.message)
  );
}
