import { describe, expect, it } from 'vitest';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import { DAY } from '#core/terms/moment.ts';
import { DEFAULT_SETTINGS } from '#core/terms/settings.ts';
import { makeWorld } from '../../../test/world.ts';
import { judgeAbsence } from './judge-absence.ts';
import { worstSingleAbsences } from './worst-absence.ts';

describe('the worst single absence', () => {
  it.each([1, 2, 3, 4])('[absence.7] is found by trying everybody, for the whole and for each area (world %d)', (seed) => {
    const world = makeWorld({ seed, files: 60, people: 10, commits: 400, folders: 4 });
    const landscape = buildLandscape(world);
    const window = { from: world.at, to: world.at + 14 * DAY };
    const worst = worstSingleAbsences({ landscape, settings: DEFAULT_SETTINGS, window });
    const each = world.evidence.people.map((_, person) =>
      judgeAbsence(landscape, { absences: [{ person, window, kind: 'sudden' }], window, seed: 1 }, DEFAULT_SETTINGS),
    );
    const least = Math.min(...each.map((o) => o.served.value));
    expect(worst.northStar!.value).toBeCloseTo(least, 9);
    expect(each[worst.person!]!.served).toEqual(worst.northStar);
    worst.areas.forEach((area, a) => {
      expect(area.served.value).toBeCloseTo(Math.min(...each.map((o) => o.areas[a]!.served.value)), 9);
      const { person, ...outcome } = area;
      if (person !== null) expect(each[person]!.areas[a]).toEqual(outcome);
    });
    const lost = worst.servedBefore!.value - worst.northStar!.value;
    expect(worst.causes.reduce((sum, c) => sum + c.lost, 0)).toBeLessThanOrEqual(lost + 1e-9);
    expect(worst.causes.reduce((sum, c) => sum + c.lost, 0)).toBeGreaterThanOrEqual(0.8 * lost - 1e-9);
  });

  it('[absence.7] says nothing where nothing can be judged', () => {
    const world = makeWorld({ commits: 50 });
    const worst = worstSingleAbsences({
      landscape: buildLandscape(world),
      settings: { ...DEFAULT_SETTINGS, minimumCommits: 1000 },
      window: { from: world.at, to: world.at + 14 * DAY },
    });
    expect([worst.northStar, worst.servedBefore, worst.person, worst.causes]).toEqual([null, null, null, []]);
  });
});
