import { ask } from '#cli/ask.ts';
import { numberOption } from '#cli/read-options.ts';
import type { Run } from '#cli/verb.ts';

/** A terminal shows the top of the tree; files and programs get all of it. */
const READABLE_DEPTH = 2;

export async function runMap(run: Run): Promise<number> {
  const depth =
    numberOption(run.options, 'depth', { name: '--depth', least: 0, most: 100 }) ??
    (run.common.format === 'text' ? READABLE_DEPTH : undefined);
  return await ask(run, {
    name: 'map',
    input: depth,
    answer: async ({ world }) => (await import('#core/answers/map.ts')).answerMap(world, { depth }),
    enough: ({ value }) => value.files > 0,
  });
}
