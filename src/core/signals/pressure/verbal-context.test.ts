import { expect, test } from 'vitest';
import { raisedIn, readOne, times } from '#test/read-one.ts';
import { daysAgo, documentOf, incidentOf, sceneOf, threadOf } from '#test/scene.ts';
import { verbalContext } from './verbal-context.ts';

const why = (i: number, link: boolean, over = {}) =>
  threadOf({
    item: `chat/${i}`,
    at: daysAgo(1 + 4 * i),
    askedBy: 0,
    area: 0,
    why: true,
    answers: [{ at: daysAgo(0.9 + 4 * i), person: 1, link }],
    ...over,
  });
const helped = (i: number, over = {}) =>
  incidentOf({
    item: `pager/${i}`,
    openedAt: daysAgo(9 + 4 * i),
    resolvedBy: 1,
    calledIn: [{ at: daysAgo(9 + 4 * i), person: 1, how: 'added' }],
    ...over,
  });

test('[pressure.3] is raised where answers and resolutions rest on nothing written', () => {
  const scene = sceneOf({
    threads: times(10, (i) => why(i, i === 0)),
    incidents: times(10, (i) => helped(i, i === 0 ? { runbook: 'https://wiki/x' } : {})),
  });
  expect(readOne(verbalContext, scene)).toMatchObject([{ area: 'area-0', raised: true, n: 20, value: { value: 0.9 }, concerns: [] }]);
});

test.each([
  ['answers lead somewhere', { threads: times(20, (i) => why(i, true)) }],
  ['nobody asks why', { threads: times(20, (i) => why(i, false, { why: false })) }],
  ['nobody answers but whoever asked', { threads: times(20, (i) => why(i, false, { askedBy: 1 })) }],
  ['a cause is written', { incidents: times(20, (i) => helped(i, { cause: true })) }],
  ['nobody was called in', { incidents: times(20, (i) => helped(i, { calledIn: [] })) }],
  ['it ended by itself', { incidents: times(20, (i) => helped(i, { resolvedBy: null, auto: true })) }],
])('[pressure.3] is silent where %s', (_, over) => {
  expect(raisedIn(verbalContext, sceneOf(over))).toEqual([]);
});

test('[pressure.3] a shelf of documents changes nothing', () => {
  const scene = sceneOf({
    threads: times(20, (i) => why(i, i > 17)),
    documents: times(50, (i) => documentOf({ item: `d${i}`, writtenAt: daysAgo(9) })),
  });
  expect(raisedIn(verbalContext, scene)).toEqual(['area-0']);
});

test('[pressure.8] four of five are silent', () => {
  expect(raisedIn(verbalContext, sceneOf({ threads: times(5, (i) => why(i, i === 0)) }))).toEqual([]);
});
