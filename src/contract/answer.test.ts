import { describe, expect, it } from 'vitest';
import { answerAreas } from '#core/answers/areas.ts';
import { answerAway } from '#core/answers/away.ts';
import { answerCheck } from '#core/answers/check.ts';
import { answerExplain } from '#core/answers/explain.ts';
import { answerIdentities } from '#core/answers/identities.ts';
import { answerMap } from '#core/answers/map.ts';
import { answerOverview } from '#core/answers/overview.ts';
import { answerWho } from '#core/answers/who.ts';
import type { World } from '#core/world/world.ts';
import type { Answer } from '#core/terms/answer.ts';
import { makeWorld } from '#test/world.ts';
import { answerSchema } from './answer.ts';

const QUESTIONS: Readonly<Record<string, (world: World) => Answer>> = {
  overview: answerOverview,
  areas: answerAreas,
  away: (world) => answerAway(world, { who: [world.evidence.people[0]!.emails[0]!] }),
  who: (world) => answerWho(world, { path: '' }),
  explain: (world) => answerExplain(world, { area: world.partition.areas[0]!.id }),
  check: (world) => answerCheck(world, { northStar: 1, areasThatStop: 0 }),
  map: (world) => answerMap(world),
  identities: (world) => answerIdentities(world),
};

describe('the envelope', () => {
  it.each(Object.entries(QUESTIONS))('is what %s returns, also after a trip as JSON', (_name, ask) => {
    const answer = ask(makeWorld());
    expect(answerSchema.safeParse(answer).error).toBeUndefined();
    expect(answerSchema.safeParse(JSON.parse(JSON.stringify(answer))).error).toBeUndefined();
  });

  it('refuses what is not an answer', () => {
    expect(answerSchema.safeParse({ ...answerAreas(makeWorld()), reading: '' }).success).toBe(false);
    expect(answerSchema.safeParse({ ...answerAreas(makeWorld()), extra: 1 }).success).toBe(false);
  });
});
