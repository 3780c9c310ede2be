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
});
