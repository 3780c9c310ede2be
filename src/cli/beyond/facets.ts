import { ask } from '#cli/asking/ask.ts';
import { beheldAsked } from './beheld-asked.ts';
import type { Run } from '#cli/verb.ts';
import { refusal } from '#core/terms/refusals.ts';

/** What was imported meanwhile is in no head: such an answer is never kept. */
export async function runFacets(run: Run): Promise<number> {
  const { args, verb } = run;
  if (args.length > 1)
    throw refusal('unknown-option', { problem: `understudy facets takes one ${verb.takes}, not ${args.length}.`, verb: verb.name });
  const area = args[0];
  return await ask(run, {
    name: 'facets',
    input: { area },
    keeps: false,
    answer: async (gathered) => (await import('#core/beyond/facets.ts')).answerFacets(await beheldAsked(run, gathered), { area }),
    enough: ({ value }) => value.judged > 0,
  });
}
