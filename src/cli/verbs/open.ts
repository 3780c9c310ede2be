import type { Answer } from '#core/terms/answer.ts';
import type { Overview } from '#core/terms/overview.ts';
import { writeFirstPage } from '#core/report/first-page.ts';
import { answered, exitOf } from '#cli/ask.ts';
import { flagOption } from '#cli/read-options.ts';
import type { Run } from '#cli/verb.ts';
import { writeAnswer } from '#cli/write-answer.ts';
import { writeOut } from '#cli/write-out.ts';

const QUESTION = {
  name: 'overview',
  enough: ({ value }: Answer<Overview>) => value.northStar !== null,
};

/** Prints the first page; then serves the page until Ctrl-C, unless a file, another format or --no-serve was asked for. */
export async function runOpen(run: Run): Promise<number> {
  const answer = await answered(run, {
    ...QUESTION,
    answer: async ({ world }) => (await import('#core/answers/overview.ts')).answerOverview(world),
  });
  if (run.common.format !== 'text') writeAnswer(answer, run);
  else writeOut(writeFirstPage(answer, { ...run.common, now: run.door.now() / 1000 }), run);
  return exitOf(answer, QUESTION);
}

export function serves({ options, common, door }: Run): boolean {
  if (options['serve'] === false || common.format !== 'text' || common.output !== undefined) return false;
  return !flagOption(options, 'bare') || door.out.isTerminal;
}
