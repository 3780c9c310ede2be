import { describe, expect, it } from 'vitest';
import { answerAreas } from '#core/answers/areas.ts';
import { answerOverview } from '#core/answers/overview.ts';
import { makeWorld } from '#test/world.ts';
import { asTold } from './as-told.ts';

const world = makeWorld();

describe('[board.3] what git tells, where sources beyond it tell more', () => {
  it('stays as it is where nothing is told', () => {
    const answer = answerOverview(world);
    expect(asTold(answer, [])).toBe(answer);
    expect(answer.value.judged).toEqual(['change', 'part of explain', 'part of review']);
  });

  it('names the facets that are judged besides, whole ones for their parts', () => {
    const { value, notJudged } = asTold(answerOverview(world), ['who is paged', 'who can operate', 'who can review']);
    expect(value.judged).toEqual(['change', 'review', 'operate', 'part of explain']);
    expect(notJudged.map(({ what }) => what)).toEqual(['who may deploy', 'who decides']);
  });

  it('leaves out lines that are true no longer, in every answer', () => {
    const all = ['who is paged', 'who may deploy', 'who decides', 'who can review', 'who can operate', 'who can explain'];
    expect(asTold(answerAreas(world), all).notJudged).toEqual([]);
    expect(asTold(answerOverview(world), all).value.judged).toEqual(['change', 'review', 'operate', 'explain', 'access']);
  });
});
