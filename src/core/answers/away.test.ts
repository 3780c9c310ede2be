import { describe, expect, it } from 'vitest';
import { ABSENCE_KINDS } from '#core/absence/scenario.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { evidenceOf } from '#test/evidence-of.ts';
import { makeWorld, worldOf } from '#test/world.ts';
import { answerAway } from './away.ts';

const DAY = 86_400;
const world = makeWorld();
const first = world.evidence.people[0]!.emails[0]!;
const second = world.evidence.people[1]!.emails[0]!;

/** Two people know a/ alone; the third knows b/ as the second does. */
const pair = worldOf(
  evidenceOf([
    ...Array.from({ length: 20 }, (_, day) => ({ day, by: 'Ines Alder', files: ['a/x.ts', 'a/y.ts'] })),
    ...Array.from({ length: 20 }, (_, day) => ({ day: day + 0.3, by: 'Bo Birch', files: ['b/x.ts'], with: ['Cem Cedar'] })),
  ]),
);
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (problem) {
    if (problem instanceof Refusal) return problem.code;
    throw problem;
  }
  return 'nothing';
};

describe('away', () => {
  it('[answers.5] shows what one carrier takes along, before and after', () => {
    const { rows, value, reading } = answerAway(pair, { who: ['Ines Alder'], kind: 'sudden' });
    expect(rows.map(({ area, before, verdict }) => ({ area, before, verdict }))).toEqual([
      { area: 'a/', before: 'moves', verdict: 'stops' },
    ]);
    expect(value.changes).toEqual({ stops: 1, degrades: 0 });
    expect(reading).toContain('Without Ines Alder');
  });

  it('[answers.5] says how likely an area slows, calibrated and before, and usually', () => {
    const { rows, value, because, columns, reading } = answerAway(pair, { who: ['Ines Alder'], kind: 'sudden' });
    const [row] = rows;
    expect(columns.map(({ key }) => key)).toEqual(expect.arrayContaining(['slows', 'slowsUsually', 'slowsRaw']));
    expect(row!.slows).toBeGreaterThan(row!.slowsUsually!);
    expect(row!.slows).not.toBe(row!.slowsRaw);
    expect([value.slowing, reading.includes('1 area would likely see fewer than half of the usual changes')]).toEqual([1, true]);
    const said = new Map(because[0]!.inputs.map(({ name, value: input }) => [name, input]));
    expect([said.get('areas that likely slow, calibrated'), said.get('the same before calibration')]).toEqual([
      value.slowing,
      value.slowingRaw,
    ]);
    const still = answerAway(pair, { who: ['Bo Birch'], kind: 'sudden', simulate: true }).value;
    expect(still.slowing).toBeLessThanOrEqual(1);
  });

  it('[answers.5] leaves an area with a second carrier moving', () => {
    expect(answerAway(pair, { who: ['Bo Birch'], kind: 'sudden' }).rows.filter((row) => row.verdict === 'stops')).toEqual([]);
    expect(answerAway(pair, { who: ['Bo Birch', 'Cem Cedar'], kind: 'sudden' }).rows.find((row) => row.verdict === 'stops')?.area).toBe(
      'b/',
    );
  });

  it.each(ABSENCE_KINDS)('[answers.5] never raises what is carried (%s)', (kind) => {
    const one = answerAway(world, { who: [first], kind });
    const both = answerAway(world, { who: [first, second], kind });
    expect(one.value.served.value).toBeLessThanOrEqual(one.value.servedBefore.value);
    expect(both.value.served.value).toBeLessThanOrEqual(one.value.served.value + 1e-9);
    for (const { carried, carriedBefore } of both.rows) expect(carried!.value).toBeLessThanOrEqual(carriedBefore!.value);
  });

  it('[answers.7] counts the first and the last day', () => {
    const monday = Date.UTC(2027, 0, 4) / 1000;
    const { value } = answerAway(world, { who: [first], from: monday, to: monday + 4 * DAY });
    expect([value.from, value.to]).toEqual(['2027-01-04', '2027-01-08']);
    expect(answerAway(world, { who: [first], from: monday, days: 1 }).value.to).toBe('2027-01-04');
    expect(answerAway(world, { who: [first], from: monday }).value.to).toBe('2027-01-17');
  });

  it('[answers.7] refuses reversed dates and nobody', () => {
    const monday = Date.UTC(2027, 0, 4) / 1000;
    expect(codeOf(() => answerAway(world, { who: [first], from: monday, to: monday - DAY }))).toBe('dates-reversed');
    expect(codeOf(() => answerAway(world, { who: [] }))).toBe('nobody-away');
  });

  it('[answers.7] counts somebody who is named twice once', () => {
    expect(answerAway(world, { who: [first, world.evidence.people[0]!.name] }).value.people).toBe(1);
  });
});
