import type { Database } from '#store/database/database.ts';
import { type Tidying, mirrorsIn, removeMirrors, removeOldAsides, tidyMirror } from '#sources/mirrors/tidy-mirrors.ts';
import { USUAL_LIMITS } from '#sources/mirrors/mirror-limits.ts';
import { listSourceIds } from '#store/team/sources.ts';
import type { Workshop } from './scan-source.ts';

interface TidyOrder extends Workshop {
  readonly signal: AbortSignal;
}

/** Between two looks for mirrors of sources that were forgotten, milliseconds. */
const ROUND = 3_600_000;

const looked = new WeakMap<Database, number>();

/** Removes mirrors that no source of this database needs any more; now and then, by whichever worker has them on its disk. */
export async function removeForgottenMirrors({ database, place, now }: TidyOrder): Promise<void> {
  if (now() - (looked.get(database) ?? Number.NEGATIVE_INFINITY) < ROUND) return;
  // First what lies there and then what is known: a source is there before its mirror.
  const lying = mirrorsIn(place.mirrors);
  if (lying.length > 0) {
    const known = new Set(await listSourceIds(database));
    removeMirrors(
      place.mirrors,
      lying.filter((name) => !known.has(name)),
    );
    removeOldAsides(place.mirrors, now());
  }
  looked.set(database, now());
}

/** Makes one pack of many, after the job has ended, so that nobody waits for it. */
export async function tidyAfter(sourceId: string, { place, signal }: TidyOrder): Promise<void> {
  const tidying: Tidying = { mirrors: place.mirrors, limits: place.limits ?? USUAL_LIMITS, signal };
  await tidyMirror(sourceId, tidying).catch((problem: unknown) => {
    if (!signal.aborted) throw problem;
  });
}
