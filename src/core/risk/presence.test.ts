import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceOf, momentOf } from '../../../test/evidence-of.ts';
import type { ToldCommit } from '../../../test/evidence-of.ts';
import { presence, presentFrom, rhythmOf, rhythms } from './presence.ts';

const commitsOf = (by: string, days: readonly number[]): ToldCommit[] => days.map((day) => ({ day, by, files: [`${by}.ts`] }));
const every = (gap: number, from: number, to: number): number[] =>
  Array.from({ length: Math.floor((to - from) / gap) + 1 }, (_, i) => from + i * gap);

/** P(present) on day 1500 of one person with these commits. */
function presentAt1500(days: readonly number[]): number {
  const evidence = evidenceOf([...commitsOf('Ines', days), ...commitsOf('Bo', every(30, 0, 1500))]);
  return presence(evidence, momentOf(1500))[evidence.people.findIndex((p) => p.name === 'Ines')]!;
}

describe('presence', () => {
  it.each([
    ['weekly for two years, silent for two weeks', every(7, 770, 1486), 0.93, 1],
    ['daily for a year, silent for five weeks', every(1, 1100, 1465), 0.75, 0.95],
    ['monthly for three years, silent for a month', every(30, 400, 1470), 0.7, 0.97],
    ['weekly for two years, silent for half a year', every(7, 580, 1310), 0.3, 0.75],
    ['weekly for three years, silent for a year', every(7, 30, 1135), 0.05, 0.35],
    ['three commits four years ago', [20, 22, 25], 0, 0.02],
    ['one commit yesterday', [1499], 0.1, 0.6],
    ['one commit a year ago', [1135], 0, 0.05],
  ])('[risk.5] %s', (_, ...[days, low, high]) => {
    const q = presentAt1500(days);
    expect(q).toBeGreaterThan(low);
    expect(q).toBeLessThan(high);
  });

  it('[risk.10] a history of days reads its people as staying, one of years as passing by', () => {
    const young = evidenceOf(commitsOf('Ines', [0, 0, 1]));
    const grown = evidenceOf([...commitsOf('Bo', every(30, 0, 1500)), ...commitsOf('Ines', [1499, 1500])]);
    expect(presence(young, momentOf(2))[0]).toBeGreaterThan(0.8);
    expect(presence(grown, momentOf(1501))[grown.people.findIndex((p) => p.name === 'Ines')]).toBeLessThan(0.6);
  });

  it('[risk.4] falls with silence, rises with activity, and is never 0 or 1', () => {
    const rhythm = fc.record({
      silence: fc.double({ min: 0, max: 4000, noNaN: true }),
      weeks: fc.integer({ min: 1, max: 1500 }),
      lastYear: fc.integer({ min: 1, max: 53 }),
      gap: fc.double({ min: 7, max: 400, noNaN: true }),
    });
    fc.assert(
      fc.property(rhythm, fc.double({ min: 0, max: 500, noNaN: true }), (r, more) => {
        const q = presentFrom(r);
        expect(q > 0 && q < 1).toBe(true);
        expect(presentFrom({ ...r, silence: r.silence + more })).toBeLessThanOrEqual(q);
        expect(presentFrom({ ...r, weeks: r.weeks + 1 })).toBeGreaterThanOrEqual(q);
        expect(presentFrom({ ...r, silence: 0, lastYear: r.lastYear + 1 })).toBeGreaterThanOrEqual(q);
      }),
    );
  });

  it('[risk.4] automations, agents and the unseen are not present; the later is not seen', () => {
    const evidence = evidenceOf(
      [...commitsOf('robot', [1, 9]), ...commitsOf('helper', [2, 8]), ...commitsOf('Ines', [3]), ...commitsOf('Bo', [20])],
      { kinds: { robot: 'bot', helper: 'agent' } },
    );
    const at = presence(evidence, momentOf(10));
    expect([...at].map((q) => q > 0)).toEqual(evidence.people.map((p) => p.name === 'Ines'));
  });

  it('[risk.4] counts weeks, not acts, in any order', () => {
    const evidence = evidenceOf([...commitsOf('Ines', [3, 3.1, 3.2, 10, 400, 401])]);
    expect(rhythmOf(rhythms(evidence, momentOf(410)), 0, momentOf(410))).toEqual({
      silence: expect.closeTo(9, 3),
      weeks: 3,
      lastYear: 1,
      gap: expect.closeTo((398 + 14) / 3, 1),
    });
  });
});
