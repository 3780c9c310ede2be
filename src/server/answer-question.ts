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
import { trendInSteps } from '#core/answers/trend.ts';
import { answerBoard, answerWeights } from '#core/weights/answer-board.ts';
import type { Looker } from '#core/weights/board-seen.ts';
import { weightsAsked } from '#contract/board.ts';
import { answerWho } from '#core/answers/who.ts';
import { allow } from '#core/policy/allow.ts';
import { mayBeOfOneself } from '#core/policy/asked.ts';
import type { OwnRows } from '#core/policy/own-rows.ts';
import { release } from '#core/policy/release.ts';
import { maySeeNames } from '#core/policy/name-person.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import type { Released } from '#core/terms/released.ts';
import type { Answer } from '#core/terms/answer.ts';
import { refusal } from '#core/terms/refusals.ts';
import { asTold } from '#core/board/as-told.ts';
import type { World } from '#core/world/world.ts';
import type { ThreadQuestion } from './threads/answers-thread-door.ts';

type Stepped = Exclude<QuestionName, 'trend' | keyof typeof DRAWN>;

/** What the map is drawn from: told as far as the one who looks may see, and of nobody's absence but their own. */
const DRAWN = {
  board: (world: World, _: unknown, looker: Looker) => answerBoard(world, looker),
  weights: (world: World, input: unknown, looker: Looker) =>
    answerWeights(
      world,
      weightsAsked(input as Parameters<typeof weightsAsked>[0], { at: world.at, days: world.settings.absenceDays }),
      looker,
    ),
};

const ANSWERS: { readonly [Name in Stepped]: (world: World, input: Omit<QuestionInput<Name>, 'at'>) => Answer } = {
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
  map: answerMap,
  identities: answerIdentities,
};

/** Who asks: what they may see, which words mean themself, and how their own row is found where the world holds no names. */
export interface Asker {
  readonly viewer: Viewer;
  readonly ownWords: readonly string[];
  readonly ownRows: OwnRows;
  /** Words of lines about what git alone cannot say that are not so here: a source beyond it tells. */
  readonly closed?: readonly string[];
}

/** Allows, asks core, releases; the moment asked last stays warm. Inputs were parsed at the door. */
export function answerQuestion(world: World, question: ThreadQuestion, asker?: Asker): Released {
  const steps = answerInSteps(world, question, asker);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, stopping now and then where it takes long, so that others can be served in between. */
export function* answerInSteps(
  world: World,
  { question, at, input }: ThreadQuestion,
  asker: Asker = { viewer: world.viewer, ownWords: [], ownRows: () => [] },
): Generator<void, Released> {
  const ofOneself = mayBeOfOneself(question);
  const asked = ofOneself ? { ...(input as PeopleAsked), who: wordsOf(input as PeopleAsked, asker) } : input;
  const { closed = [] } = asker;
  const permit = allow(asker.viewer, { question, input: asked, ownWords: asker.ownWords });
  const then = worldAt(world, at);
  const told = ofOneself ? byRow(asked as PeopleAsked, asker) : asked;
  if (question === 'trend') return release(asTold(yield* trendInSteps(then, told as QuestionInput<'trend'>), closed), permit);
  if (question === 'board' || question === 'weights')
    return release(DRAWN[question](then, told, { viewer: asker.viewer, own: asker.ownRows(asker.ownWords) }), permit);
  const ask = ANSWERS[question] as (world: World, input: unknown) => Answer;
  return release(asTold(ask(then, told), closed), permit);
}

type PeopleAsked = Pick<QuestionInput<'away'>, 'who' | 'me'>;

/** `me` says the own words without typing them. */
function wordsOf({ who, me }: PeopleAsked, { ownWords }: Asker): readonly string[] {
  return me ? [...who, ...ownWords] : who;
}

/** By name where names are; elsewhere `allow` has seen to it that only own words are said, and those are told as rows. */
function byRow(asked: PeopleAsked, { viewer, ownWords, ownRows }: Asker): unknown {
  if (maySeeNames(viewer) && !asked.me) return asked;
  const own = new Set(ownWords.map((word) => word.toLowerCase()));
  const others = maySeeNames(viewer) ? asked.who.filter((word) => !own.has(word.toLowerCase())) : [];
  const people = ownRows(asked.who.filter((word) => !others.includes(word)));
  if (people.length + others.length === 0) throw refusal('not-in-this-history', {});
  return { ...asked, who: others, people, me: others.length === 0 };
}

const past = new WeakMap<object, World>();

/** One earlier moment of each history stays warm, the one asked last. */
function worldAt(world: World, at: number | null): World {
  if (at === null || at >= world.at) return world;
  const known = past.get(world);
  if (known?.at === at) return known;
  const then = { ...world, at };
  past.set(world, then);
  return then;
}
