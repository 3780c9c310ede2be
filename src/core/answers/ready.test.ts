import { describe, expect, it } from 'vitest';
import { Refusal } from '#core/terms/refusal.ts';
import { evidenceOf } from '#test/evidence-of.ts';
import { makeWorld, worldOf } from '#test/world.ts';
import { answerAway } from './away.ts';
import { answerReady } from './ready.ts';

const DAY = 86_400;

/** Ines alone knows a/; Bo knows part of b/ beside her; nobody has ever been in c/ with her. */
const house = worldOf(
  evidenceOf([
    ...Array.from({ length: 24 }, (_, day) => ({ day, by: 'Ines Alder', files: ['a/x.ts', 'a/y.ts'] })),
    ...Array.from({ length: 24 }, (_, day) => ({ day: day + 0.3, by: 'Ines Alder', files: ['b/x.ts'] })),
    ...Array.from({ length: 3 }, (_, day) => ({ day: 15 + day + 0.6, by: 'Bo Birch', files: ['b/x.ts'] })),
    ...Array.from({ length: 24 }, (_, day) => ({ day: day + 0.8, by: 'Cem Cedar', files: ['c/x.ts'] })),
  ]),
);

describe('ready', () => {
  it('[answers.13] names what only they can do, who could take it and the first step', () => {
    const { rows, value, reading } = answerReady(house, { who: ['Ines Alder'], me: true });
    const a = rows.find(({ area }) => area === 'a/')!;
    expect(a).toMatchObject({ before: 'moves', verdict: 'stops', onlyFiles: 2, paths: ['a/x.ts', 'a/y.ts'] });
    expect(a.onlyShare).toBeCloseTo(1, 5);
    expect(a.firstStep).toMatch(/write down how it is changed/);
    expect(rows.find(({ area }) => area === 'c/')).toBeUndefined();
    expect(value.until).toBe(new Date((Date.parse(`${value.from}T00:00:00Z`) / 1000 - DAY) * 1000).toISOString().slice(0, 10));
    expect(reading).toContain('Without you');
  });

  it('[answers.13] stands by what would wait, and a session never makes more wait', () => {
    const world = makeWorld();
    const { rows, value } = answerReady(world, { who: [], people: [0, 1, 2, 3, 4, 5] });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ stalled }) => stalled.value)).toEqual(
      rows.map(({ stalled }) => stalled.value).toSorted((one, other) => other - one),
    );
    for (const row of rows) expect(row.prepared.value).toBeLessThanOrEqual(row.stalled.value + 1e-9);
    expect(value.prepared.value).toBeGreaterThanOrEqual(value.unprepared.value);
  });

  it('[answers.13] agrees with the absence lab', () => {
    const days = { from: house.at, to: house.at + 13 * DAY };
    const ready = answerReady(house, { who: [], people: [0], ...days });
    const away = answerAway(house, { who: [], people: [0], kind: 'sudden', ...days });
    for (const row of ready.rows)
      expect(away.rows.find(({ id }) => id === row.id)).toMatchObject({ verdict: row.verdict, stalled: row.stalled });
  });

  it('[answers.13] says by role who could take it where names may not be seen', () => {
    const named = answerReady(house, { who: [], people: [0] }).rows.find(({ area }) => area === 'b/')!;
    expect(named.couldTake.join()).toContain('Bo Birch');
    const team = answerReady({ ...house, viewer: { mode: 'team', self: 0 } }, { who: [], people: [0], me: true });
    const row = team.rows.find(({ area }) => area === 'b/')!;
    expect(row.couldTake.every((said) => /^somebody (knows it|knows part of it|could learn it)$/.test(said))).toBe(true);
    const council = answerReady({ ...house, viewer: { mode: 'council', self: 0 } }, { who: [], people: [0], me: true });
    expect(council.rows.flatMap(({ paths }) => paths)).toEqual([]);
  });

  it('[answers.7] refuses nobody and reversed dates', () => {
    expect(() => answerReady(house, { who: [] })).toThrow(Refusal);
    expect(() => answerReady(house, { who: [], people: [0], from: house.at, to: house.at - 9 * DAY })).toThrow(/before it begins/);
  });

  it('[answers.4] judges nothing from too little', () => {
    const young = worldOf(evidenceOf([{ day: 0, by: 'Ines Alder', files: ['a/x.ts'] }]));
    const { rows, reading } = answerReady(young, { who: ['Ines Alder'] });
    expect([rows, reading]).toEqual([[], expect.stringMatching(/^No area has enough history/)]);
  });
});
