import { describe, expect, it } from 'vitest';
import { answerAreas } from '#core/answers/areas.ts';
import { answerAway } from '#core/answers/away.ts';
import { growTree } from '#core/board/grow-tree.ts';
import { KIND } from '#core/board/map-tree.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { makeWorld } from '#test/world.ts';
import { ABSENT } from './node-weights.ts';
import { weigh } from './weigh.ts';

const world = makeWorld();
const tree = growTree(world.evidence, world.partition);
const areaRows = [...tree.kind.keys()].filter((row) => tree.kind[row] === KIND.area);
const window = { from: world.at, to: world.at + 14 * 86_400 };

describe('what the map shows', () => {
  it('[weights.1] agrees with the table of areas: one and the same figure', () => {
    const { figure, share } = weigh(world, tree, { colour: 'cover', scenario: null });
    const carried = new Map(answerAreas(world).rows.map((row) => [row.id, row.carried as Estimate | null]));
    for (const row of areaRows) {
      const expected = carried.get(world.partition.areas[tree.area[row]!]!.id);
      if (expected === null || expected === undefined) expect(share[row]).toBeNaN();
      else expect(figure[row]).toBeCloseTo(expected.value, 4);
    }
  });

  it('[weights.1] agrees with the absence lab’s list', () => {
    const scenario = { people: [0, 1], ...window, kind: 'sudden' as const };
    const { figure } = weigh(world, tree, { colour: 'cover', scenario });
    const answer = answerAway(world, { who: [], people: [0, 1], from: window.from, to: window.to - 1, kind: 'sudden' });
    expect(answer.rows.length).toBeGreaterThan(0);
    for (const row of areaRows) {
      const felt = answer.rows.find(({ id }) => id === world.partition.areas[tree.area[row]!]!.id);
      if (felt?.carried) expect(figure[row]).toBeCloseTo(felt.carried.value, 2);
    }
  });

  it('[weights.2] never rises when somebody goes away', () => {
    const before = weigh(world, tree, { colour: 'cover', scenario: { people: [], ...window, kind: 'sudden' } }).figure;
    const after = weigh(world, tree, { colour: 'cover', scenario: { people: [3], ...window, kind: 'sudden' } }).figure;
    before.forEach((value, row) => !Number.isNaN(value) && expect(after[row]!).toBeLessThanOrEqual(value + 1e-6));
  });

  it('[weights.2] never shows more than everything, in any colour', () => {
    for (const colour of ['cover', 'factor', 'demand', 'ai'] as const) {
      const { share } = weigh(world, tree, { colour, scenario: null });
      expect(
        share.every((value) => Number.isNaN(value) || value === ABSENT || (value >= 0 && value <= (colour === 'factor' ? 100 : 1.000_001))),
      ).toBe(true);
    }
  });

  it('[weights.2] leaves files blank before they were there', () => {
    const early = { ...world, at: world.evidence.commits.at[Math.floor(world.evidence.commits.count / 20)]! };
    const { share } = weigh(early, tree, { colour: 'demand', scenario: null });
    expect(share.some((value) => value === ABSENT)).toBe(true);
  });
});
