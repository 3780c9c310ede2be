import { answerAreas } from '#core/answers/areas.ts';
import { answerAway } from '#core/answers/away.ts';
import type { AwayInput } from '#core/answers/away.ts';
import { answerExplain } from '#core/answers/explain.ts';
import { answerLeavers } from '#core/answers/leavers.ts';
import { answerLoss } from '#core/answers/loss.ts';
import { answerOverview } from '#core/answers/overview.ts';
import { answerPairs } from '#core/answers/pairs.ts';
import { answerSuccessors, type SuccessorsInput } from '#core/answers/successors.ts';
import type { World } from '#core/world/world.ts';
import type { Answer } from '#core/terms/answer.ts';

/** The questions of core that the page asks; inputs come from our own pages, already parsed from the address. */
export const QUESTIONS: Readonly<Record<string, (world: World, input: unknown) => Answer>> = {
  overview: (world) => answerOverview(world),
  areas: (world) => answerAreas(world),
  explain: (world, input) => answerExplain(world, input as { readonly area: string }),
  successors: (world, input) => answerSuccessors(world, input as SuccessorsInput),
  leavers: (world) => answerLeavers(world),
  loss: (world) => answerLoss(world),
  pairs: (world) => answerPairs(world),
  away: (world, input) => answerAway(world, input as AwayInput),
};
