import { expect, test } from 'vitest';
import { raisedIn, readOne, times } from '#test/read-one.ts';
import { daysAgo, NOW, personOf, sceneOf, ticketOf } from '#test/scene.ts';
import { pressurePassedOn } from './pressure-passed-on.ts';

const PEOPLE = [0, 1, 2, 3].map((layer, id) =>
  personOf({ id, leads: layer === 0 ? [] : [{ from: daysAgo(900), to: NOW, layer: layer as 1 | 2 | 3, team: null }] }),
);
/** An escalation by the book, settled on a layer. */
const settled = (i: number, layer: number, over = {}) =>
  ticketOf({
    item: `ticket/${i}`,
    area: 0,
    openedAt: daysAgo(3 + i),
    closedAt: daysAgo(2 + i),
    firstHolder: 0,
    endedBy: layer,
    escalations: times(layer, (step) => ({ at: daysAgo(3 + i) + step, to: step + 1, layer: null })),
    ...over,
  });

test('[pressure.2] is raised where most is settled at the top', () => {
  const tickets = times(20, (i) => settled(i, i < 18 ? 3 : 1));
  expect(readOne(pressurePassedOn, sceneOf({ people: PEOPLE, tickets }))).toMatchObject([
    {
      area: 'area-0',
      raised: true,
      value: { value: 0.9 },
      sentence: '18 of 20 escalated requests of area-0/ were settled on the highest layer; of the others 2 settled by a lead.',
    },
  ]);
});

test.each([
  ['managers settle it', times(20, (i) => settled(i, 2))],
  ['it came to the top and was settled below', times(20, (i) => settled(i, 3, { endedBy: 1 }))],
  ['nothing is settled yet', times(20, (i) => settled(i, 3, { closedAt: null, endedBy: null }))],
  ['nothing was escalated', times(20, (i) => settled(i, 3, { escalations: [] }))],
  ['some of it belongs to the top', times(20, (i) => settled(i, i % 4 === 0 ? 3 : 1))],
])('[pressure.2] is silent where %s', (_, tickets) => {
  expect(raisedIn(pressurePassedOn, sceneOf({ people: PEOPLE, tickets }))).toEqual([]);
});

test('[pressure.2] the word of the help desk goes before who pressed the button', () => {
  const tickets = times(20, (i) => settled(i, 3, { endedBy: 0, endedAtLayer: 'Director' }));
  expect(raisedIn(pressurePassedOn, sceneOf({ people: PEOPLE, tickets }))).toEqual(['area-0']);
});

test('[pressure.8] four of five are silent', () => {
  expect(raisedIn(pressurePassedOn, sceneOf({ people: PEOPLE, tickets: times(5, (i) => settled(i, i < 4 ? 3 : 1)) }))).toEqual([]);
});
