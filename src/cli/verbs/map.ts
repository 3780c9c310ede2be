import { ask } from '#cli/ask.ts';
import type { Run } from '#cli/verb.ts';

export async function runMap(run: Run): Promise<number> {
  return await ask(run, {
    name: 'map',
    answer: async ({ world }) => (await import('#core/answers/map.ts')).answerMap(world),
    enough: ({ value }) => value.files > 0,
  });
}
