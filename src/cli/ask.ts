import type { Answer } from '#core/terms/answer.ts';
import { EXIT } from './exit.ts';
import type { Gathered, Wishes } from './gather.ts';
import type { Run } from './verb.ts';
import { writeAnswer } from './write-answer.ts';

/** One question of one run. Name and input, with heads and settings, decide whether a kept answer still holds. */
export interface Question<A extends Answer> {
  readonly name: string;
  readonly input?: unknown;
  readonly wishes?: Wishes;
  readonly answer: (gathered: Gathered) => Promise<A>;
  /** Was anything judged at all? Without it an answer stands on its own. */
  readonly enough?: (answer: A) => boolean;
}

/** Asks, prints, and says by the exit code whether there was enough evidence: nothing judged is never green. */
export async function ask<A extends Answer>(run: Run, question: Question<A>): Promise<number> {
  const answer = await answered(run, question);
  writeAnswer(answer, run);
  return exitOf(answer, question);
}

export async function answered<A extends Answer>(run: Run, question: Question<A>): Promise<A> {
  const { gather } = await import('./gather.ts');
  return await question.answer(await gather(run, question.wishes));
}

export function exitOf<A extends Answer>(answer: A, { enough }: Pick<Question<A>, 'enough'>): number {
  return enough === undefined || enough(answer) ? EXIT.fine : EXIT.unjudged;
}
