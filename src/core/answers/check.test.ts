import { describe, expect, it } from 'vitest';
import { makeWorld } from '#test/world.ts';
import { baselineOf } from '#core/world/baseline.ts';
import { answerCheck } from './check.ts';
import type { CheckInput } from '#core/findings/crossings.ts';

const world = makeWorld();
const baseline = baselineOf(world);
const northStar = baseline.northStar!;
const stops = Object.values(baseline.areas).filter((area) => area.verdict === 'stops').length;
const rulesOf = (input: CheckInput): readonly string[] => [...new Set(answerCheck(world, input).rows.map((row) => row.rule))];

/** The baseline with every area's share moved. */
const moved = (by: number) => ({
  ...baseline,
  areas: Object.fromEntries(
    Object.entries(baseline.areas).map(([id, area]) => [id, { ...area, carried: area.carried === null ? null : area.carried + by }]),
  ),
});

const withGone = { ...baseline, areas: { ...baseline.areas, 'src/gone': { verdict: 'moves', carried: 0.9 } } };

describe('check', () => {
  it.each<[string, CheckInput, readonly string[]]>([
    ['nothing asked', {}, []],
    ['a threshold just held', { northStar: northStar - 0.001, areasThatStop: stops }, []],
    ['too little carried', { northStar: northStar + 0.01 }, ['north-star']],
    ['one area too many', { areasThatStop: stops - 1 }, ['area-stops']],
    ['the baseline of now', { baseline }, []],
    ['a drift within the slack', { baseline: moved(0.015) }, []],
    ['every area worse', { baseline: moved(0.05) }, ['area-worse']],
    ['an area that the baseline does not know', { baseline: { ...baseline, areas: {} } }, []],
    ['an area that is gone', { baseline: withGone }, ['area-lost']],
  ])('[answers.8] %s', (_what, input, rules) => {
    expect(rulesOf(input)).toEqual(rules);
  });

  it('[answers.8] an area that cannot be compared is said and fails nothing', () => {
    const { value, reading } = answerCheck(world, { baseline: withGone });
    expect([value.outcome, value.crossed]).toEqual(['passed', 0]);
    expect(reading).toMatch(/^Held: no area worse than its baseline\. src\/gone: 90\s?% was carried .* there is no such area any more/);
  });

  it('[answers.8] says how many thresholds, and each area once', () => {
    const { value, rows, reading } = answerCheck(world, { northStar: 1, areasThatStop: 0 });
    expect([value.outcome, value.crossed, rows.filter((row) => row.rule === 'area-stops').length]).toEqual(['crossed', 2, stops]);
    expect(reading).toMatch(/^2 thresholds crossed: /);
  });
});
