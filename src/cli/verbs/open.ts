import { release } from '#core/policy/release.ts';
import type { Answer } from '#core/terms/answer.ts';
import type { Released } from '#core/terms/released.ts';
import type { Overview } from '#core/terms/overview.ts';
import { writeFirstPage } from '#core/report/first-page.ts';
import { answered, exitOf } from '#cli/asking/ask.ts';
import type { Gathered } from '#cli/asking/gathered.ts';
import { flagOption } from '#cli/options/read-options.ts';
import { placeToRead } from '#cli/team/team-options.ts';
import type { Run } from '#cli/verb.ts';
import { toldBeside } from '#cli/beyond/told-beside.ts';
import { withSubjects } from '#cli/asking/with-subjects.ts';
import { writeAnswer } from '#cli/asking/write-answer.ts';
import { writeOut } from '#cli/asking/write-out.ts';

const QUESTION = {
  name: 'overview',
  answer: async ({ world }: Gathered) => (await import('#core/answers/overview.ts')).answerOverview(world),
  enough: ({ value }: Answer<Overview>) => value.northStar !== null,
};

/** Prints the first page; then serves the page until Ctrl-C, unless a file, another format or --no-serve was asked for. */
export async function runOpen(run: Run): Promise<number> {
  placeToRead(run);
  const { answer: bare, permit, gathered } = await answered(run, QUESTION);
  const answer = release(await withSubjects(await toldBeside(run, bare), run), permit);
  if (run.common.format !== 'text') writeAnswer(answer, run);
  else writeOut(firstPage(answer, run), run);
  // The page computes its own answers from every act, so it is for whoever may see them all.
  if (!serves(run) || permit.viewer.mode !== 'solo') return exitOf(answer, QUESTION);
  const { serveUntilStopped } = await import('#cli/asking/serve.ts');
  return await serveUntilStopped(run, gathered);
}

/** Where a page will be served, its address follows right below the notes. */
function firstPage(answer: Released<Answer<Overview>>, run: Run): string {
  const text = writeFirstPage(answer, { ...run.common, now: run.door.now() / 1000 });
  return serves(run) ? text.replace(/\n\n$/, '\n') : text;
}

/** `understudy` alone serves only somebody who sits at a terminal; `understudy open` says it in so many words. */
function serves({ options, common, door }: Run): boolean {
  if (options['serve'] === false || common.format !== 'text' || common.output !== undefined) return false;
  return !flagOption(options, 'bare') || door.out.isTerminal;
}
