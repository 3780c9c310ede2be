import { ask } from '#cli/asking/ask.ts';
import { numberOption, textOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';

/** Months are heavy: each one is the whole calculation of its day. */
const MONTHS = { name: '--months', least: 1, most: 240 } as const;

export async function runTrend(run: Run): Promise<number> {
  const input = { months: numberOption(run.options, 'months', MONTHS), area: textOption(run.options, 'area') };
  return await ask(run, {
    name: 'trend',
    input,
    answer: async ({ world }) => (await import('#core/answers/trend.ts')).answerTrend(world, input),
    enough: ({ value }) => value.last !== null,
  });
}
