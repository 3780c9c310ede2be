import { expect, test } from 'vitest';
import { raisedIn, readOne, times } from '#test/read-one.ts';
import { daysAgo, incidentOf, sceneOf, threadOf, ticketOf } from '#test/scene.ts';
import { overload } from './overload.ts';

const incidents = (recent: number, before: number) => [
  ...times(recent, (i) => incidentOf({ item: `r${i}`, openedAt: daysAgo((27 * (i + 1)) / recent) })),
  ...times(before, (i) => incidentOf({ item: `b${i}`, openedAt: daysAgo(29 + (82 * i) / before) })),
];
const threads = times(18, (i) => threadOf({ item: `c${i}`, at: daysAgo(1 + i), askedBy: 0, area: 0, urgent: true }));

test('[entry.1] is raised where urgent work comes twice as often, and more', () => {
  expect(readOne(overload, sceneOf({ incidents: incidents(18, 9) }))).toMatchObject([
    {
      area: 'area-0',
      raised: true,
      n: 27,
      concerns: [],
      sentence: 'Urgent work came to area-0/ 18 times in the last four weeks, 6.0 times the pace of the twelve weeks before.',
    },
  ]);
});

test('[entry.1] is silent at an even pace, however high', () => {
  expect(raisedIn(overload, sceneOf({ incidents: incidents(60, 180) }))).toEqual([]);
});

test('[entry.1] threads and escalations are urgent work too', () => {
  const tickets = times(6, (i) =>
    ticketOf({ item: `t${i}`, area: 0, openedAt: daysAgo(200), escalations: [{ at: daysAgo(40 + i), to: 1, layer: null }] }),
  );
  expect(readOne(overload, sceneOf({ incidents: incidents(1, 3), threads, tickets }))).toMatchObject([{ raised: true, n: 28 }]);
});

test('[entry.3] a chat that was connected last month makes no overload', () => {
  const scene = sceneOf({ incidents: incidents(5, 15), threads });
  expect(raisedIn(overload, scene)).toEqual(['area-0']);
  expect(raisedIn(overload, { ...scene, since: { ...scene.since, chat: daysAgo(30) } })).toEqual([]);
});

test('[entry.5] four of five are silent', () => {
  expect(raisedIn(overload, sceneOf({ incidents: incidents(4, 1) }))).toEqual([]);
});
