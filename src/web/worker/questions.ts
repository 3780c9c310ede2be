import { answerAreas } from '#core/answers/areas.ts';
import { answerAway } from '#core/answers/away.ts';
import type { AwayInput } from '#core/answers/away.ts';
import { answerExplain } from '#core/answers/explain.ts';
import { answerLeavers } from '#core/answers/leavers.ts';
import { answerLoss } from '#core/answers/loss.ts';
import { answerOverview } from '#core/answers/overview.ts';
import { answerPairs } from '#core/answers/pairs.ts';
import { answerReady, type ReadyInput } from '#core/answers/ready.ts';
import { answerSuccessors, type SuccessorsInput } from '#core/answers/successors.ts';
import type { World } from '#core/world/world.ts';
import type { Answer } from '#core/terms/answer.ts';

/** The questions of core that the page asks; inputs come from our own pages, already parsed from the address. */
export const QUESTIONS = {
  overview: (world: World) => answerOverview(world),
  areas: (world: World) => answerAreas(world),
  explain: (world: World, input: { readonly area: string }) => answerExplain(world, input),
  successors: (world: World, input: SuccessorsInput) => answerSuccessors(world, input),
  leavers: (world: World) => answerLeavers(world),
  loss: (world: World) => answerLoss(world),
  pairs: (world: World) => answerPairs(world),
  away: (world: World, input: AwayInput) => answerAway(world, input),
  ready: (world: World, input: ReadyInput) => answerReady(world, input),
} satisfies Readonly<Record<string, (world: World, input: never) => Answer>>;

/** As it comes over from the page, which knows the names by their types. */
export function questionNamed(name: string): (world: World, input: unknown) => Answer {
  if (!Object.hasOwn(QUESTIONS, name)) throw new Error(`no question is called ${name}`);
  return QUESTIONS[name as PageQuestion] as (world: World, input: unknown) => Answer;
}

type Nothing = Readonly<Record<string, never>>;

export type PageQuestion = keyof typeof QUESTIONS;
export type InputOf<Question extends PageQuestion> =
  Parameters<(typeof QUESTIONS)[Question]> extends [World, infer Input] ? Input : Nothing;
/** The answer as core types it: value and rows. */
export type AnswerOf<Question extends PageQuestion> = ReturnType<(typeof QUESTIONS)[Question]>;
/** One of its rows. */
export type RowOf<Question extends PageQuestion> = AnswerOf<Question>['rows'][number];
