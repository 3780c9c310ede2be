import { describe, expect, it } from 'vitest';
import { GAP, spreadHistoryOf, toldAbsence } from '#test/told-absence.ts';
import { casesOf } from './judged-cases.ts';
import { type LookedBack, lookBack } from './look-back.ts';
import { overClusters } from './over-clusters.ts';

const lookedBack = (options: Parameters<typeof toldAbsence>[0], change = (told: ReturnType<typeof toldAbsence>) => told): LookedBack =>
  lookBack({ name: 'told', history: spreadHistoryOf(change(toldAbsence(options))), cleaning: {} });
const away = ({ windows }: LookedBack) => windows.find((window) => window.away)!;
const led = (found: LookedBack) => away(found).cases.find(({ part }) => part === 'led')!;

describe('looking back', () => {
  const stalls = lookedBack({ goesOn: false });
  const goesOn = lookedBack({ goesOn: true });

  it('[hindsight.3] an absence that stalls an area is said and seen to', () => {
    expect([stalls.found, stalls.asked, stalls.windows.map((window) => window.away)]).toEqual([1, 1, [true, false]]);
    const one = led(stalls);
    expect(one.came).toBe(0);
    expect(one.expected).toBeGreaterThan(10);
    expect(one.parts.recent).toBeGreaterThan(0.9);
    expect(one.parts.usual).toBeLessThan(0.2);
    expect(casesOf(stalls, 'told').map((judged) => [judged.away, judged.part, judged.slowed])).toEqual([
      [true, 'other', 0],
      [true, 'led', 1],
      [false, 'other', 0],
      [false, 'led', 0],
    ]);
  });

  it('[hindsight.3] where another goes on, it is seen not to stall, and less is said', () => {
    const cases = casesOf(goesOn, 'told').filter((judged) => judged.away);
    expect(cases.map(({ slowed }) => slowed)).toEqual(cases.map(() => 0));
    const one = led(goesOn);
    expect(one.byOthers).toBe(one.came);
    expect(one.share).toBeCloseTo(1 / 3, 1);
    expect(one.parts.recent).toBeLessThan(led(stalls).parts.recent / 2);
    expect(one.truck + one.factor).toBeLessThan(2);
  });

  it('[hindsight.1] nothing after the first day changes what is said', () => {
    const said = (found: LookedBack) => away(found).cases.map((one) => ({ ...one, came: 0, byOthers: 0 }));
    const other = lookedBack({ goesOn: false }, (told) => [
      ...told.filter(({ day, by }) => day < GAP.from || by.startsWith('Ann') || day > GAP.to),
      ...Array.from({ length: 30 }, (_, i) => ({ day: 400 + i, by: 'Di Dogwood <di@example.org>', touches: [`A core/late${i}.ts`] })),
    ]);
    expect(said(other)).toEqual(said(stalls));
    expect(away(other).cases.map(({ came }) => came)).not.toEqual(away(stalls).cases.map(({ came }) => came));
  });

  it('[hindsight.4] draws clusters whole', () => {
    const cases = Array.from({ length: 30 }, (_, i) => ({ cluster: String(i % 3), value: i % 3 }));
    const mean = (list: readonly { value: number }[]): number => list.reduce((sum, { value }) => sum + value, 0) / list.length;
    const at = (seed: number) => overClusters({ cases, clusterOf: ({ cluster }) => cluster, seed }, mean);
    expect(at(1)).toEqual(at(1));
    expect(at(1)).toMatchObject({ value: 1, level: 0.95, n: 30 });
    expect([at(1).low < 0.5, at(1).high > 1.5]).toEqual([true, true]);
    const one = overClusters({ cases, clusterOf: () => 'one', seed: 1 }, mean);
    expect([one.low, one.high]).toEqual([1, 1]);
  });
});
