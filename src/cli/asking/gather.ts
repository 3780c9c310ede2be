import { readAtOption } from '#cli/options/read-at-option.ts';
import type { Run } from '#cli/verb.ts';
import type { Gathered, Wishes } from './gathered.ts';
import { scanned } from './scanned.ts';

/** Reads what is new in the repositories, then builds the world that the question is asked of. */
export async function gather(run: Run, wishes: Wishes = {}): Promise<Gathered> {
  const now = Math.floor(run.door.now() / 1000);
  const asked = readAtOption(run.common.at);
  // The code that judges is loaded while git reads.
  const [newest, { worldAsked }] = await Promise.all([scanned(run), import('./world-asked.ts')]);
  return await worldAsked({ run, newest, asked, wishes, now });
}
