import { expect, test } from 'vitest';
import { raisedIn, readOne, times } from '#test/read-one.ts';
import { daysAgo, NOW, personOf, sceneOf, threadOf, ticketOf } from '#test/scene.ts';
import { bypassedLayers } from './bypassed-layers.ts';

const [WORKS, LEADS, MANAGES, DIRECTS] = [0, 1, 2, 3] as const;
const PEOPLE = [0, 1, 2, 3].map((layer, id) =>
  personOf({ id, leads: layer === 0 ? [] : [{ from: daysAgo(900), to: NOW, layer: layer as 1 | 2 | 3, team: null }] }),
);
/** A ticket that goes from hand to hand. */
const ticket = (i: number, path: readonly number[]) =>
  ticketOf({
    item: `ticket/${i}`,
    area: 0,
    openedAt: daysAgo(3 + i),
    closedAt: daysAgo(2 + i),
    firstHolder: WORKS,
    endedBy: path.at(-1)!,
    escalations: path.map((to, step) => ({ at: daysAgo(3 + i) + step, to, layer: null })),
  });
const sceneWith = (tickets: readonly ReturnType<typeof ticket>[], over = {}) => sceneOf({ people: PEOPLE, tickets, ...over });

test('[pressure.1] is raised where requests reach the top at once', () => {
  const tickets = times(20, (i) => ticket(i, i < 18 ? [DIRECTS, LEADS] : [LEADS, DIRECTS]));
  expect(readOne(bypassedLayers, sceneWith(tickets))).toMatchObject([
    {
      area: 'area-0',
      raised: true,
      n: 20,
      value: { value: 0.9 },
      concerns: [],
      sentence: expect.stringContaining('18 of them were settled further down'),
    },
  ]);
});

test('[pressure.1] urgent threads that call the top count, among leads they do not', () => {
  const thread = (i: number, askedBy: number) =>
    threadOf({
      item: `chat/${i}`,
      at: daysAgo(2 + i),
      askedBy,
      urgent: true,
      area: 0,
      mentioned: [{ at: daysAgo(2 + i), person: DIRECTS }],
    });
  expect(raisedIn(bypassedLayers, sceneOf({ people: PEOPLE, threads: times(18, (i) => thread(i, WORKS)) }))).toEqual(['area-0']);
  expect(readOne(bypassedLayers, sceneOf({ people: PEOPLE, threads: times(18, (i) => thread(i, MANAGES)) }))).toEqual([]);
});

test.each([
  ['a lead has it before', times(20, (i) => ticket(i, [LEADS, DIRECTS]))],
  ['many go from layer to layer', times(40, (i) => ticket(i, [LEADS, MANAGES]))],
])('[pressure.1] is silent where %s', (_, tickets) => {
  expect(raisedIn(bypassedLayers, sceneWith(tickets))).toEqual([]);
});

test('[pressure.1] is raised for the team whose requests go past it, among others that do not', () => {
  const team = (id: string, person: number) => ({ id, name: id, members: [{ person, from: daysAgo(900), to: NOW }] });
  const people = [...PEOPLE, personOf({ id: 4 })];
  const of = (i: number, holder: number, path: readonly number[]) => ({ ...ticket(i, path), area: -1, firstHolder: holder });
  const tickets = [...times(18, (i) => of(i, WORKS, [DIRECTS])), ...times(30, (i) => of(30 + i, 4, [LEADS, DIRECTS]))];
  const scene = sceneOf({ people, teams: [team('around', WORKS), team('in-order', 4)], tickets });
  expect(raisedIn(bypassedLayers, scene)).toEqual(['team around']);
});

test('[pressure.1] says nothing where nobody leads leads', () => {
  expect(readOne(bypassedLayers, sceneOf({ people: PEOPLE.slice(0, 2), tickets: times(20, (i) => ticket(i, [LEADS])) }))).toEqual([]);
});

test('[pressure.8] four of five are silent', () => {
  expect(raisedIn(bypassedLayers, sceneWith(times(5, (i) => ticket(i, i < 4 ? [DIRECTS] : [LEADS, DIRECTS]))))).toEqual([]);
});
