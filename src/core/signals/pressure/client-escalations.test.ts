import { expect, test } from 'vitest';
import { raisedIn, readOne, times } from '#test/read-one.ts';
import { daysAgo, NOW, personOf, sceneOf, ticketOf } from '#test/scene.ts';
import { clientEscalations } from './client-escalations.ts';

const ended = (i: number, firstHolder: number, endedBy: number | null, over = {}) => {
  const openedAt = daysAgo(3 + 4 * i);
  return ticketOf({
    item: `ticket/${i}`,
    openedAt,
    closedAt: openedAt + 9000,
    firstHolder,
    endedBy,
    escalations: [{ at: openedAt + 60, to: 2, layer: null }],
    ...over,
  });
};

test('[pressure.4] is raised where one ends them, whoever took them first', () => {
  const scene = sceneOf({ tickets: times(20, (i) => ended(i, i % 5, i < 18 ? 4 : 3)) });
  expect(readOne(clientEscalations, scene)).toMatchObject([
    {
      area: null,
      raised: true,
      n: 20,
      value: { value: 0.9 },
      concerns: [4],
      sentence: '18 of 20 escalated tickets of the whole organisation ended with the same person, 2 with others.',
    },
  ]);
});

test.each([
  ['one takes all first, and several end them', times(20, (i) => ended(i, 4, i % 5))],
  ['nothing is escalated', times(20, (i) => ended(i, 0, 4, { escalations: [] }))],
  ['nothing says who ended them', times(20, (i) => ended(i, 4, null))],
])('[pressure.4] is silent where %s', (_, tickets) => {
  expect(raisedIn(clientEscalations, sceneOf({ tickets }))).toEqual([]);
});

test('[pressure.4] is raised for the team in which one ends them, among others', () => {
  const team = (id: string, people: readonly number[]) => ({
    id,
    name: id,
    members: people.map((person) => ({ person, from: daysAgo(900), to: NOW })),
  });
  const tickets = [...times(18, (i) => ended(i, 0, 4)), ...times(20, (i) => ended(20 + i, 0, i % 3, { closedAt: daysAgo(3 + 4 * i) + 1 }))];
  expect(raisedIn(clientEscalations, sceneOf({ teams: [team('core', [0, 1, 2]), team('desk', [3, 4])], tickets }))).toEqual(['team desk']);
});

test('[pressure.4] what a machine closes is nobody’s', () => {
  const people = times(5, (id) => personOf({ id, kind: id === 4 ? 'bot' : 'human' }));
  expect(readOne(clientEscalations, sceneOf({ people, tickets: times(20, (i) => ended(i, 0, 4)) }))).toEqual([]);
});

test('[pressure.8] four of five are silent', () => {
  expect(raisedIn(clientEscalations, sceneOf({ tickets: times(5, (i) => ended(i, 0, i < 4 ? 4 : 3)) }))).toEqual([]);
});
