import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCrew } from '#core/factor/crew.ts';
import { lossMeasures } from '#core/factor/loss.ts';
import { unitOf } from '#core/factor/unit-of.ts';
import { buildLandscape } from '#core/risk/build-landscape.ts';
import { DAY } from '#core/terms/moment.ts';
import { evidenceOf } from '../../../test/evidence-of.ts';
import { makeWorld, worldOf } from '../../../test/world.ts';
import { historicalLeavers } from './historical-leavers.ts';
import { leaverLossOf } from './leaver-loss.ts';
import { replayedLeavers } from './replayed-leavers.ts';
import { simulatedLeavers } from './simulated-leavers.ts';

const world = makeWorld({ seed: 4, files: 60, people: 12, commits: 600 });
const landscape = buildLandscape(world);
const unit = unitOf(landscape);
const lossWithout = (...people: number[]): number => {
  const crew = gatherCrew(landscape, unit);
  for (const person of people) crew.remove(person);
  return 1 - crew.cover();
};
const here = [...landscape.present.keys()].filter((p) => landscape.present[p]! >= 0.5);

describe('losses by leavers', () => {
  it('[cascade.4] are mean, 95 % value and mean from there on, in order', () => {
    expect(leaverLossOf('replayed', [])).toBeNull();
    const cases = Array.from({ length: 40 }, (_, i) => ({ people: i % 3, loss: i / 40, before: 0.1 }));
    expect(leaverLossOf('replayed', cases)).toMatchObject({
      cases: 40,
      mostPeople: 2,
      expected: expect.closeTo(39 / 80, 9),
      quantile: 38 / 40,
      tail: expect.closeTo(77 / 80, 9),
    });
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 80 }), (losses) => {
        const loss = leaverLossOf(
          'simulated',
          losses.map((one) => ({ people: 0, loss: one, before: 0 })),
        )!;
        expect(loss.expected).toBeLessThanOrEqual(loss.tail + 1e-12);
        expect(loss.quantile).toBeLessThanOrEqual(loss.tail + 1e-12);
        expect(losses.filter((one) => one > loss.quantile).length).toBeLessThanOrEqual(Math.ceil(0.05 * losses.length));
      }),
    );
  });

  it('[cascade.4] simulated are the draws of the loss measures', () => {
    const { expected, quantile, tail } = lossMeasures(landscape, unit, { draws: 300, seed: 5 });
    const simulated = simulatedLeavers(landscape, unit, { draws: 300, seed: 5 });
    expect(simulated).toMatchObject({
      expected: expect.closeTo(expected, 12),
      quantile: expect.closeTo(quantile, 12),
      tail: expect.closeTo(tail, 12),
    });
    const gone = here.reduce((sum, p) => sum + 1 - landscape.present[p]!, 0);
    expect(Math.abs(simulated.people - gone)).toBeLessThan(0.3);
  });

  it('[cascade.4] replayed take away exactly who was away for half a fortnight, on today’s work', () => {
    const [one, two] = [here[0]!, here[1]!];
    const gap = (person: number, daysBefore: number, silence: number) => ({ person, silence, from: landscape.at - daysBefore * DAY });
    const gaps = [gap(one, 42, 14), gap(two, 42, 7), gap(two, 400, 6), gap(one, 28, 3), gap(one, 2000, 40)];
    const replayed = replayedLeavers({ landscape, unit, gaps })!;
    expect([replayed.cases, replayed.mostPeople, replayed.people]).toEqual([52, 2, expect.closeTo(2 / 52, 9)]);
    expect(replayed.expected).toBeCloseTo((51 * lossWithout() + lossWithout(one, two)) / 52, 9);
    expect(replayedLeavers({ landscape, unit, gaps: [] })).toBeNull();
    expect(replayedLeavers({ landscape, unit, gaps: [gap(one, 3, Infinity)] })).toBeNull();
  });

  it('[cascade.4] historical are who was likely here and then never seen again, judged by what was known then', () => {
    const ines = Array.from({ length: 200 }, (_, i) => ({ day: i * 3, by: 'Ines Alder', files: ['a/x.ts', 'a/y.ts'] }));
    const bo = Array.from({ length: 500 }, (_, i) => ({ day: i * 3 + 1, by: 'Bo Birch', files: ['b/x.ts'] }));
    const told = worldOf(evidenceOf([...ines, ...bo]));
    const passes = (): boolean => true;
    const found = historicalLeavers({ ...told, passes })!;
    expect(found.mostPeople).toBe(1);
    expect(found.people * found.cases).toBeCloseTo(1, 9);
    expect(found.tail).toBeGreaterThan(found.before + 0.2);
    const later = {
      ...told.evidence,
      acts: { ...told.evidence.acts, count: told.evidence.acts.at.findIndex((at) => at > told.at - 300 * DAY) },
    };
    const cut = historicalLeavers({ ...told, evidence: { ...told.evidence, acts: later.acts }, passes })!;
    expect(cut.before).toBeCloseTo(found.before, 9);
    expect(historicalLeavers({ ...world, passes: () => false })).toBeNull();
  });
});
