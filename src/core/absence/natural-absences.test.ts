import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceOf, momentOf } from '../../../test/evidence-of.ts';
import { naturalAbsences } from './natural-absences.ts';

/** Days on which somebody works; Bo works on to the end, so that the history goes on. */
function gapsOf(days: readonly number[], kind: 'human' | 'agent' = 'human'): { day: number; silence: number; placebo: number | null }[] {
  const evidence = evidenceOf(
    [
      ...days.map((day) => ({ day, by: 'Ines', files: ['a.ts'] })),
      ...Array.from({ length: 400 }, (_, day) => ({ day: day + 0.5, by: 'Bo', files: ['b.ts'] })),
    ],
    { kinds: { Ines: kind } },
  );
  const dayOf = (moment: number): number => (moment - momentOf(0)) / 86_400;
  const ines = evidence.people.findIndex((person) => person.name === 'Ines');
  return naturalAbsences(evidence)
    .filter(({ person }) => person === ines)
    .map(({ from, silence, placebo }) => ({ day: dayOf(from), silence, placebo: placebo === null ? null : dayOf(placebo) }));
}
const daily = (from: number, to: number, step = 1): number[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);

describe('natural absences', () => {
  it('[absence.14] are gaps of ten working days that break a rhythm, from the day after the last act', () => {
    expect(gapsOf([...daily(0, 100), ...daily(120, 390)])).toEqual([{ day: 100, silence: 20, placebo: 72 }]);
    expect(gapsOf([...daily(0, 100), ...daily(113, 390)])).toEqual([]);
    expect(gapsOf(daily(0, 200))).toEqual([{ day: 200, silence: Infinity, placebo: 172 }]);
  });

  it('[absence.14] are no surprise to who is often away, or seldom here, or no person', () => {
    expect(gapsOf(daily(0, 390, 20))).toEqual([]);
    expect(gapsOf([...daily(0, 9), ...daily(40, 60)])).not.toContainEqual(expect.objectContaining({ day: 9 }));
    expect(gapsOf([...daily(0, 100), ...daily(120, 390)], 'agent')).toEqual([]);
  });

  it('[absence.14] have a placebo at least four weeks away, with acts in both of its weeks', () => {
    const [gap] = gapsOf([...daily(0, 60, 2), ...daily(60, 100), ...daily(130, 390)]);
    expect(gap).toMatchObject({ day: 100, silence: 30 });
    expect(Math.abs(gap!.placebo! - gap!.day)).toBeGreaterThanOrEqual(28);
  });

  it('[absence.14] hold no act; placebos begin after one, lie apart, and have one in each week, whatever the days', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 380 }), { minLength: 30, maxLength: 200 }), (drawn) => {
        const days = drawn.toSorted((a, b) => a - b);
        const acts = (from: number, to: number): number => days.filter((day) => day >= from && day < to).length;
        for (const { day, silence, placebo } of gapsOf(days)) {
          expect([acts(day, day + Math.min(silence, 600)), days.includes(day - 1)]).toEqual([0, true]);
          if (placebo === null) continue;
          expect(days).toContain(placebo - 1);
          expect(Math.abs(placebo - day)).toBeGreaterThanOrEqual(28);
          expect(Math.abs(placebo - day)).toBeLessThanOrEqual(183);
          expect(Math.min(acts(placebo, placebo + 7), acts(placebo + 7, placebo + 14))).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
