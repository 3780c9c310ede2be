import { describe, expect, it } from 'vitest';
import { evidenceOf } from '#test/evidence-of.ts';
import { makeWorld, worldOf } from '#test/world.ts';
import { RATE_HALF_LIFE } from './gamma-rate.ts';
import { recentShares } from './recent-shares.ts';

describe('shares of the recent changes', () => {
  it('[risk.13] worked example: a change of one half-life ago counts half, who wrote together share, and half a change is nobody’s', () => {
    const world = worldOf(
      evidenceOf([
        { day: 0, by: 'Ines', files: ['a/x.ts', 'a/y.ts'] },
        { day: RATE_HALF_LIFE, by: 'Bo', with: ['Cem'], files: ['a/x.ts'] },
      ]),
    );
    const shares = recentShares({ ...world, at: world.evidence.commits.at[1]! });
    const of = (name: string): number => shares.get(world.evidence.people.findIndex((person) => person.name === name))![0]!.share;
    expect([of('Ines'), of('Bo'), of('Cem')]).toEqual([expect.closeTo(0.25, 9), expect.closeTo(0.25, 9), expect.closeTo(0.25, 9)]);
  });

  it('[risk.13] never reach all of an area, areas ascending, and see nothing later', () => {
    const world = makeWorld();
    const half = world.evidence.commits.at[1000]!;
    for (const list of recentShares({ ...world, at: half }).values()) {
      expect(list.map(({ area }) => area)).toEqual([...list].sort((a, b) => a.area - b.area).map(({ area }) => area));
      for (const { share } of list) expect(share > 0 && share < 1).toBe(true);
    }
    const late = world.evidence.acts.at.findIndex((at) => at > half);
    const acts = { ...world.evidence.acts, count: late };
    expect(recentShares({ ...world, evidence: { ...world.evidence, acts }, at: half })).toEqual(recentShares({ ...world, at: half }));
  });
});
