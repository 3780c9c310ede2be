import { describe, expect, it } from 'vitest';
import { countedAt } from '#core/evidence/counted-at.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { evidenceOf, momentOf } from '../../../test/evidence-of.ts';
import { makeWorld, partitionByFolder } from '../../../test/world.ts';
import { demand } from './demand.ts';
import type { Demand } from './demand.ts';

function demandOf(evidence: Evidence, day: number): Demand {
  const at = momentOf(day);
  return demand({ evidence, partition: partitionByFolder(evidence), at, counted: countedAt(evidence, at) });
}
const steady = (n: number, gap: number): Evidence =>
  evidenceOf(Array.from({ length: n }, (_, i) => ({ day: i * gap, by: 'Ines', files: ['a/x.ts', 'a/y.ts'] })));

describe('demand', () => {
  it('[risk.6] finds a steady rate, and narrows with evidence', () => {
    const short = demandOf(steady(30, 2), 60),
      long = demandOf(steady(400, 2), 800);
    expect(short.shape[0]! / short.rate[0]!).toBeCloseTo(0.5, 1);
    expect(long.shape[0]! / long.rate[0]!).toBeCloseTo(0.5, 1);
    expect(long.shape[0]!).toBeGreaterThan(short.shape[0]!);
    expect([...long.support]).toEqual([400]);
  });

  it('[risk.6] fades when nothing comes', () => {
    const evidence = steady(100, 2),
      rate = (day: number): number => {
        const d = demandOf(evidence, day);
        return d.shape[0]! / d.rate[0]!;
      };
    expect(rate(380)).toBeLessThan(0.75 * rate(200));
    expect(rate(2000)).toBeLessThan(0.005);
    expect(rate(2000)).toBeGreaterThan(0);
  });

  it('[risk.6] is less sure of bursts than of steady work at the same pace', () => {
    const bursts = evidenceOf(
      Array.from({ length: 300 }, (_, i) => ({ day: Math.floor(i / 50) * 100 + (i % 50) / 50, by: 'Ines', files: ['a/x.ts'] })),
    );
    expect(demandOf(bursts, 600).shape[0]!).toBeLessThan(0.3 * demandOf(steady(300, 2), 600).shape[0]!);
  });

  it('[risk.6] one commit counts once in an area, however many files and people; automations do not count', () => {
    const evidence = evidenceOf(
      [
        { day: 0, by: 'Ines', with: ['Bo'], files: ['a/x.ts', 'a/y.ts', 'b/z.ts'], reviewedBy: ['Cem'] },
        { day: 1, by: 'robot', files: ['a/x.ts'] },
      ],
      { kinds: { robot: 'bot' } },
    );
    expect([...demandOf(evidence, 10).support]).toEqual([1, 1]);
  });

  it('[risk.7] shares of work sum to one; files that are gone or set aside have none', () => {
    const world = makeWorld({ seed: 9 });
    const d = demand({ ...world, counted: countedAt(world.evidence, world.at) });
    const sums = new Float64Array(world.partition.areas.length);
    d.weight.forEach((w, f) => {
      sums[world.partition.ofFile[f]!]! += w;
    });
    for (const sum of sums) expect(sum).toBeCloseTo(1, 5);
    const told = evidenceOf(
      [
        { day: 0, by: 'Ines', files: ['a/x.ts', 'a/y.ts', 'a/g.ts'] },
        { day: 1, by: 'Ines', removes: ['a/y.ts'] },
      ],
      { excluded: { 'a/g.ts': 1 } },
    );
    expect([...demandOf(told, 2).weight]).toEqual([1, 0, 0]);
    expect(demandOf(told, 0.5).weight[1]).toBeCloseTo(0.5, 6);
  });
});
