import { ask } from '#cli/asking/ask.ts';
import { DAYS, numberOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';

export async function runPairs(run: Run): Promise<number> {
  const absenceDays = numberOption(run.options, 'days', DAYS);
  return await ask(run, {
    name: 'pairs',
    wishes: { absenceDays },
    answer: async ({ world }) => (await import('#core/answers/pairs.ts')).answerPairs(world),
    enough: ({ value }) => value.areasJudged > 0,
  });
}
