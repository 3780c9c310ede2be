import { ask } from '#cli/asking/ask.ts';
import { EXIT } from '#cli/exit.ts';
import { flagOption, numberOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';
import { writeOut } from '#cli/asking/write-out.ts';

/** A terminal shows the top of the tree; files and programs get all of it. */
const READABLE_DEPTH = 2;

export async function runMap(run: Run): Promise<number> {
  if (run.common.format === 'html') return await writePage(run);
  const depth =
    numberOption(run.options, 'depth', { name: '--depth', least: 0, most: 100 }) ??
    (run.common.format === 'text' ? READABLE_DEPTH : undefined);
  return await ask(run, {
    name: 'map',
    input: { depth },
    answer: async ({ world }) => (await import('#core/answers/map.ts')).answerMap(world, { depth }),
    enough: ({ value }) => value.files > 0,
  });
}

/** One file with everything in it; people are numbers in it unless names are asked for in so many words. */
async function writePage(run: Run): Promise<number> {
  const [{ gather }, { oneFilePage }] = await Promise.all([import('#cli/asking/gather.ts'), import('#server/one-file-page.ts')]);
  const { world } = await gather(run);
  writeOut(await oneFilePage({ world, names: flagOption(run.options, 'names') }), run);
  return world.partition.areas.length > 0 ? EXIT.fine : EXIT.unjudged;
}
