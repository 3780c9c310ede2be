import { describe, expect, it } from 'vitest';
import { MODES } from '#core/policy/viewer.ts';
import { makeWorld } from '#test/world.ts';
import { becauseOfLoad, type Load, loadSaid, sayLoad } from './say-load.ts';

const { evidence } = makeWorld();
const heir = (person: number, overload: number | null) => ({
  person,
  areas: [1, 0],
  inherited: 1.4,
  usual: overload === null ? null : { value: 6, low: 3, high: 11, level: 0.9 },
  busy: overload === null ? null : 12,
  overloadBefore: overload === null ? null : 0.05,
  overload,
});
const heard = (mode: (typeof MODES)[number], overloads: readonly (number | null)[]): Load =>
  loadSaid({
    cascade: {
      heirs: overloads.map((overload, person) => heir(person, overload)),
      swamped: overloads.flatMap((o, p) => (o !== null && o > 0.5 ? [p] : [])),
      second: null,
    },
    evidence,
    viewer: { mode },
    areaName: (area) => `area-${area}/`,
  });
const second = { swamped: 1, served: { value: 0.4, low: 0.2, high: 0.6, level: 0.9 }, changes: { stops: 0, degrades: 2 } };

describe('load in words', () => {
  it('[because.3] names stand in order of names, beside their own past only', () => {
    const load = heard('solo', [0.1, null, 0.7]);
    const names = load.inherits.map((one) => one.person);
    expect(names).toEqual([0, 1, 2].map((p) => evidence.people[p]!.name).toSorted((a, b) => a.localeCompare(b, 'en')));
    expect([load.people, load.overloaded, load.paceUnknown]).toEqual([3, 1, 1]);
    expect(load.inherits.every((one) => one.areas.join() === 'area-0/,area-1/')).toBe(true);
    expect(becauseOfLoad(load, null).map((one) => one.id)).toEqual(['load', ...load.inherits.map((one) => one.because)]);
  });

  it.each(MODES.filter((mode) => mode !== 'solo'))('[because.3] %s sees counts', (mode) => {
    const load = heard(mode, [0.1, null, 0.7]);
    expect([load.inherits, load.people, load.overloaded]).toEqual([[], 3, 1]);
    expect(becauseOfLoad(load, null).length).toBe(1);
  });

  it.each([
    [[], null, ''],
    [[0.1], null, 'One other person would meet 1.4 changes more; for nobody would that likely be more than a busy stretch of their own.'],
    [
      [0.1, 0.6],
      second,
      'Two others would meet 2.8 changes more; for one that is likely more than a busy stretch of their own, and with that person swamped 2 more areas would degrade.',
    ],
  ])('[because.3] %j is said in one sentence', (overloads, round, words) => {
    expect(sayLoad(heard('team', overloads), round)).toBe(words);
  });
});
