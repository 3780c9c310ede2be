import { describe, expect, it } from 'vitest';
import { evidenceOf, momentOf } from '../../../test/evidence-of.ts';
import { makeWorld, partitionByFolder } from '../../../test/world.ts';
import { busyOf, type Paces, paces } from './pace.ts';

const everyOther = Array.from({ length: 300 }, (_, i) => ({ day: i * 2, by: 'Ines', files: ['a/x.ts', 'a/y.ts'] }));
/** One fortnight of ten changes, the others of one. */
const bursts = Array.from({ length: 40 }, (_, bin) =>
  Array.from({ length: bin % 10 === 0 ? 10 : 1 }, (__, i) => ({ day: bin * 14 + 1 + i, by: 'Bo', files: ['b/x.ts'] })),
).flat();

function pacesOf(commits: Parameters<typeof evidenceOf>[0], day: number): Paces {
  const evidence = evidenceOf(commits);
  return paces({ evidence, partition: partitionByFolder(evidence), at: momentOf(day) });
}

describe('pace', () => {
  it('[risk.11] is the rate of a steady person, and their usual fortnight is their busy one', () => {
    const pace = pacesOf(everyOther, 600);
    expect((14 * pace.shape[0]!) / pace.rate[0]!).toBeCloseTo(7, 0);
    expect([busyOf(pace, 0, 1), busyOf(pace, 0, 3), pace.active[0]]).toEqual([7, 21, 43]);
  });

  it('[risk.11] holds 19 of 20 of their own fortnights', () => {
    const pace = pacesOf(bursts, 40 * 14);
    expect([busyOf(pace, 0, 1), pace.active[0]]).toEqual([10, 40]);
    expect([busyOf(pace, 0, 2), busyOf(pace, 0, 10), busyOf(pace, 0, 80)]).toEqual([11, 19, 152]);
    const rare = bursts.filter(({ day }) => day < 10 * 14 || Math.floor(day / 14) % 10 > 0);
    expect(busyOf(pacesOf(rare, 40 * 14), 0, 1)).toBe(1);
  });

  it('[risk.11] counts a change once in each area it touches, and nothing after the moment', () => {
    const across = Array.from({ length: 20 }, (_, i) => ({ day: i * 14, by: 'Cem', files: ['a/x.ts', 'a/y.ts', 'b/x.ts'] }));
    expect(busyOf(pacesOf(across, 279), 0, 1)).toBe(2);
    expect(pacesOf([...across, { day: 300, by: 'Cem', files: ['a/x.ts'] }], 279)).toEqual(pacesOf(across, 279));
  });

  it('[risk.11] does not change when everybody is renamed', () => {
    const world = makeWorld({ commits: 300 });
    const people = world.evidence.people.map((p, i) => ({ ...p, name: `Somebody ${i}` }));
    expect(paces({ ...world, evidence: { ...world.evidence, people } })).toEqual(paces(world));
  });
});
