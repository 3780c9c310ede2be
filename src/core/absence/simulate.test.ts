import { describe, expect, it } from 'vitest';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import { DAY } from '#core/terms/moment.ts';
import { DEFAULT_SETTINGS } from '#core/terms/settings.ts';
import { makeWorld } from '../../../test/world.ts';
import { judgeAbsence } from './judge-absence.ts';
import type { Scenario } from './scenario.ts';
import { simulateAbsence } from './simulate.ts';

const world = makeWorld({ seed: 7, files: 50, people: 9, commits: 500, folders: 3 });
const landscape = buildLandscape(world);
const days = (from: number, to: number): Scenario['window'] => ({ from: world.at + from * DAY, to: world.at + to * DAY });
const settings = { ...DEFAULT_SETTINGS, draws: 4000 };

const SCENARIOS: readonly (readonly [string, Scenario['absences']])[] = [
  ['nobody', []],
  ['one sudden', [{ person: 0, window: days(0, 14), kind: 'sudden' }]],
  ['one planned', [{ person: 0, window: days(0, 14), kind: 'planned' }]],
  [
    'two, one swamped, half the time',
    [
      { person: 0, window: days(0, 14), kind: 'saturated' },
      { person: 2, window: days(7, 30), kind: 'permanent' },
    ],
  ],
];

describe('the simulation', () => {
  it.each(SCENARIOS)('[absence.9] agrees with the closed form: %s', (_, absences) => {
    const scenario = { absences, window: days(0, 14), seed: 5 };
    const simulated = simulateAbsence(landscape, scenario, settings),
      closed = judgeAbsence(landscape, scenario, settings);
    // Four standard errors of a share with deviation 0.3, and 0.01 for the quadrature and the hand-over's independence.
    const near = (4 * 0.3) / Math.sqrt(settings.draws) + 0.01;
    expect(Math.abs(simulated.served.value - closed.served.value)).toBeLessThan(near);
    expect(Math.abs(simulated.servedBefore.value - closed.servedBefore.value)).toBeLessThan(near);
    simulated.areas.forEach((area, a) => {
      const twin = closed.areas[a]!;
      expect(Math.abs(area.served.value - twin.served.value)).toBeLessThan(near);
      expect(Math.abs(area.expected.value - twin.expected.value)).toBeLessThan(0.1 * twin.expected.value + 0.05);
      expect(Math.abs(area.stalled.value - twin.stalled.value)).toBeLessThan(0.1 * twin.expected.value + 0.05);
      expect(Math.abs(area.atLeastOne - twin.atLeastOne)).toBeLessThan(0.04);
      expect(Math.abs(area.atLeastOneStalls - twin.atLeastOneStalls)).toBeLessThan(0.06);
      expect(area.slows === null).toBe(twin.slows === null);
      for (const said of ['chance', 'usual', 'raw'] as const)
        expect(Math.abs((area.slows?.[said] ?? 0) - (twin.slows?.[said] ?? 0)), said).toBeLessThan(0.06);
      for (const verdict of ['moves', 'degrades', 'stops'] as const)
        expect(Math.abs(area.probability[verdict] - twin.probability[verdict])).toBeLessThan(0.3);
      expect(Math.abs(area.served.low - twin.served.low)).toBeLessThan(0.15);
      expect(Math.abs(area.served.high - twin.served.high)).toBeLessThan(0.15);
    });
  });

  it('[absence.9] is the same for the same seed and another for another', () => {
    const scenario = { absences: SCENARIOS[1]![1], window: days(0, 14), seed: 5 };
    const few = { ...settings, draws: 50 };
    expect(simulateAbsence(landscape, scenario, few)).toEqual(simulateAbsence(landscape, scenario, few));
    expect(simulateAbsence(landscape, { ...scenario, seed: 6 }, few).served).not.toEqual(simulateAbsence(landscape, scenario, few).served);
  });
});
