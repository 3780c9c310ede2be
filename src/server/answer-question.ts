import type { QuestionInput, QuestionName } from '#contract/questions.ts';
import { answerAreas } from '#core/answers/areas.ts';
import { answerAway } from '#core/answers/away.ts';
import { answerExplain } from '#core/answers/explain.ts';
import { answerFactor } from '#core/answers/factor.ts';
import { answerIdentities } from '#core/answers/identities.ts';
import { answerLeavers } from '#core/answers/leavers.ts';
import { answerLoss } from '#core/answers/loss.ts';
import { answerMap } from '#core/answers/map.ts';
import { answerOverview } from '#core/answers/overview.ts';
import { answerPairs } from '#core/answers/pairs.ts';
import { answerReady } from '#core/answers/ready.ts';
import { answerSuccessors } from '#core/answers/successors.ts';
import { answerTrend } from '#core/answers/trend.ts';
import { answerWho } from '#core/answers/who.ts';
import { allow } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import type { Released } from '#core/terms/released.ts';
import type { World } from '#core/world/world.ts';
import type { Answer } from '#core/terms/answer.ts';
import type { ThreadQuestion } from './answers-thread-door.ts';

const ANSWERS: { readonly [Name in QuestionName]: (world: World, input: Omit<QuestionInput<Name>, 'at'>) => Answer } = {
  overview: answerOverview,
  areas: answerAreas,
  explain: answerExplain,
  who: answerWho,
  successors: answerSuccessors,
  away: answerAway,
  ready: answerReady,
  pairs: answerPairs,
  factor: answerFactor,
  loss: answerLoss,
  leavers: answerLeavers,
  trend: answerTrend,
  map: answerMap,
  identities: answerIdentities,
};

let past: World | null = null;

/** Allows, asks core, releases; the moment asked last stays warm. Inputs were parsed at the door. */
export function answerQuestion(world: World, { question, at, input }: ThreadQuestion): Released {
  const permit = allow(world.viewer, { question, input });
  const ask = ANSWERS[question] as (world: World, input: unknown) => Answer;
  if (at === null || at >= world.at) return release(ask(world, input), permit);
  if (past?.at !== at || past.evidence !== world.evidence) past = { ...world, at };
  return release(ask(past, input), permit);
}
