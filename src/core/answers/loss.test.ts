import { describe, expect, it } from 'vitest';
import { evidenceOf } from '#test/evidence-of.ts';
import { makeWorld, worldOf } from '#test/world.ts';
import { answerAway } from './away.ts';
import { answerLoss } from './loss.ts';
import { answerOverview } from './overview.ts';

const world = makeWorld();

describe('loss', () => {
  const { value, rows } = answerLoss(world, { most: 6 });

  it('[answers.5] grows with everybody who is away, and is never worse on average than at worst', () => {
    for (const [k, row] of rows.entries()) {
      expect(row.away).toBe(k);
      expect(row.worst).toBeLessThanOrEqual(row.average.value + 1e-9);
      if (k > 0) expect(row.worst).toBeLessThanOrEqual(rows[k - 1]!.worst);
    }
  });

  it('[answers.5] begins where the first page does: with nobody and with one away', () => {
    const overview = answerOverview(world).because.find((one) => one.id === 'value')!;
    expect(rows[1]!.worst).toBeCloseTo(answerOverview(world).value.northStar!.value, 2);
    expect(overview.claim).toContain('with everybody here');
  });

  it('[answers.5] orders mean, quantile and tail', () => {
    expect([value!.expected <= value!.quantile, value!.quantile <= value!.tail]).toEqual([true, true]);
  });

  it('[answers.5] draws what the rows say', () => {
    const [worst, average] = value!.plots[0]!.series;
    expect(worst!.points.map(({ x, y }) => [x, y])).toEqual(rows.map((row) => [row.away, row.worst]));
    expect(average!.points.map(({ y, low, high }) => [y, low, high])).toEqual(rows.map(({ average: a }) => [a.value, a.low, a.high]));
    expect(value!.plots[0]!.x.to).toBe(rows.length - 1);
  });

  it('[answers.4] says nothing on no evidence', () => {
    const thin = answerLoss(worldOf(evidenceOf([{ day: 0, by: 'Ines', files: ['a.ts'] }])));
    expect([thin.value, thin.rows]).toEqual([null, []]);
  });
});

describe('a simulated absence', () => {
  it('[answers.5] says the same as the closed form, within chance', () => {
    const who = [world.evidence.people[0]!.emails[0]!];
    const [formula, played] = [answerAway(world, { who }), answerAway(world, { who, simulate: true })];
    expect(Math.abs(formula.value.served.value - played.value.served.value)).toBeLessThan(0.05);
    expect(played.method.name).toBe('200 seeded draws');
    expect(answerAway(world, { who, simulate: true })).toEqual(played);
  });
});
