import { ask } from '#cli/asking/ask.ts';
import { oneArgument } from '#cli/options/one-argument.ts';
import type { Run } from '#cli/verb.ts';

/** Opens every because at once: this verb is the explanation. */
export async function runExplain(run: Run): Promise<number> {
  const area = oneArgument(run);
  return await ask(
    { ...run, common: { ...run.common, explain: true } },
    {
      name: 'explain',
      input: { area },
      answer: async ({ world }) => (await import('#core/answers/explain.ts')).answerExplain(world, { area }),
      enough: ({ value }) => value.verdict !== 'not judged',
    },
  );
}
