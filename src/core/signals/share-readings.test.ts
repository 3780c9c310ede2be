import { expect, test } from 'vitest';
import { NO_SCENE_AREA } from '#core/scene/area-row.ts';
import { daysAgo, sceneOf } from '#test/scene.ts';
import {
  type CountedCase,
  type HandledCase,
  sameHandsReadings,
  type ShareQuestion,
  shareReading,
  shareReadings,
} from './share-readings.ts';

const scene = sceneOf();
const limits = { threshold: 0.5, least: 8, days: 90, risen: false };
const question: ShareQuestion = {
  scene,
  needs: ['changes'],
  limits,
  say: ({ shows, n, place, before }) => `${shows} of ${n} in ${place}${before}.`,
};

/** `shows` of `n` cases, one a day, the latest `ago` days ago. */
function casesOf(shows: number, n: number, { ago = 1, area = 0 } = {}): readonly CountedCase[] {
  return Array.from({ length: n }, (_, i) => ({
    item: `case/${ago + i}`,
    at: daysAgo(ago + i),
    area,
    shows: i < shows,
    note: 'seen',
    concerns: [2],
  }));
}

test.each([
  [0, 0, []],
  [4, 5, [false]],
  [5, 5, [false]],
  [7, 8, [true]],
  [18, 20, [true]],
  [12, 20, [false]],
])('[signals.1] %i of %i: raised %j', (shows, n, raised) => {
  expect(shareReadings(question, casesOf(shows, n)).map((one) => one.raised)).toEqual(raised);
});

test('[signals.1] the interval is the one that the programme states', () => {
  const [{ value, n, sentence, evidence, concerns }] = shareReadings(question, casesOf(18, 20)) as [ReturnType<typeof shareReadings>[0]];
  expect([value.low, value.high].map((bound) => bound.toFixed(2))).toEqual(['0.72', '0.98']);
  expect({ n, sentence, concerns, items: evidence.length }).toEqual({ n: 20, sentence: '18 of 20 in area-0/.', concerns: [2], items: 18 });
  const [few] = shareReadings(question, casesOf(4, 5));
  expect([few!.value.low, few!.value.high].map((bound) => bound.toFixed(2))).toEqual(['0.37', '0.98']);
});

test('[signals.2] what must have risen is compared with its own past, and is silent without one', () => {
  const risen: ShareQuestion = { ...question, limits: { ...limits, risen: true } };
  const raised = (past: readonly CountedCase[]) => shareReadings(risen, [...casesOf(18, 20), ...past]).map((one) => one.raised);
  expect(raised([])).toEqual([false]);
  expect(raised(casesOf(3, 20, { ago: 100 }))).toEqual([true]);
  expect(raised(casesOf(17, 20, { ago: 100 }))).toEqual([false]);
  // 12 of 20 is less than the .72 that is sure of 18 of 20, but could have been .79.
  expect(raised(casesOf(12, 20, { ago: 100 }))).toEqual([false]);
  expect(raised(casesOf(0, 7, { ago: 100 }))).toEqual([false]);
  expect(shareReadings(risen, [...casesOf(18, 20), ...casesOf(3, 20, { ago: 100 })])[0]!.sentence).toBe(
    '18 of 20 in area-0/; before that: 3 of 20.',
  );
});

test('[signals.6] areas come in their own order, and what belongs to none is not said of any', () => {
  const cases = [...casesOf(9, 9, { area: 2 }), ...casesOf(9, 9, { area: NO_SCENE_AREA }), ...casesOf(1, 9, { area: 0 })];
  expect(shareReadings(question, cases).map(({ area, raised }) => [area, raised])).toEqual([
    ['area-0', false],
    ['area-2', true],
  ]);
  expect(shareReading(question, {}, casesOf(9, 9)).map(({ area, sentence }) => [area, sentence])).toEqual([
    [null, '9 of 9 in the whole organisation.'],
  ]);
});

test('[signals.6] among equal hands it is those that did the latest, under any names', () => {
  const handled = (names: readonly (number | null)[]): readonly HandledCase[] =>
    names.map((by, i) => ({ item: `i${i}`, at: daysAgo(30 - i), area: 0, by, note: 'ended' }));
  expect(sameHandsReadings(question, handled([1, 2, 1, 2, null]))[0]).toMatchObject({ n: 5, concerns: [2], value: { value: 0.4 } });
  expect(sameHandsReadings(question, handled([2, 1, 2, 1, null]))[0]).toMatchObject({ n: 5, concerns: [1], value: { value: 0.4 } });
  expect(sameHandsReadings(question, handled([null, null]))[0]).toMatchObject({ n: 2, concerns: [], raised: false, evidence: [] });
});
