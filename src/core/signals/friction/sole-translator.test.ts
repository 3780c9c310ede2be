import { expect, test } from 'vitest';
import { raisedIn, readOne, times } from '#test/read-one.ts';
import { daysAgo, NOW, sceneOf, threadOf } from '#test/scene.ts';
import { soleTranslator } from './sole-translator.ts';

const team = (id: string, people: readonly number[]) => ({
  id,
  name: id,
  members: people.map((person) => ({ person, from: daysAgo(900), to: NOW })),
});
const TEAMS = [team('core', [0, 1, 2]), team('sales', [3, 4, 5])];
const asked = (i: number, askedBy: number, answer: number) =>
  threadOf({ item: `chat/${i}`, at: daysAgo(1 + i), askedBy, answers: [{ at: daysAgo(0.9 + i), person: answer, link: false }] });

test('[friction.5] is raised for the team between which and others one alone speaks', () => {
  const scene = sceneOf({ teams: TEAMS, threads: times(20, (i) => asked(i, 3 + (i % 3), i < 18 ? 1 : 2)) });
  expect(readOne(soleTranslator, scene)).toMatchObject([
    { area: null, team: 'core', raised: true, n: 20, value: { value: 0.9 }, concerns: [1] },
  ]);
});

test.each([
  ['several answer', { teams: TEAMS, threads: times(20, (i) => asked(i, 3 + (i % 3), i % 3)) }],
  ['they speak within the team', { teams: TEAMS, threads: times(20, (i) => asked(i, 0, 1)) }],
  ['the team is two', { teams: [team('core', [1, 2]), TEAMS[1]!], threads: times(20, (i) => asked(i, 3 + (i % 3), 1)) }],
  ['the team itself asks elsewhere', { teams: TEAMS, threads: times(20, (i) => asked(i, 1, 3 + (i % 3))) }],
  ['nobody answered', { teams: TEAMS, threads: times(20, (i) => threadOf({ item: `chat/${i}`, at: daysAgo(1 + i), askedBy: 3 })) }],
])('[friction.5] is silent where %s', (_, over) => {
  expect(raisedIn(soleTranslator, sceneOf(over))).toEqual([]);
});

test('[friction.5] meetings with others count, and others are whoever is not of the team', () => {
  const blocks = times(10, (i) => ({
    from: daysAgo(2 + i),
    to: daysAgo(1.9 + i),
    person: 1,
    what: 'meeting' as const,
    kept: true,
    plannedAt: daysAgo(2 + i),
    takesPart: [3 + (i % 3)],
    item: `m${i}`,
  }));
  expect(raisedIn(soleTranslator, sceneOf({ teams: [TEAMS[0]!], threads: times(10, (i) => asked(i, 5, 1)), blocks }))).toEqual([
    'team core',
  ]);
});

test('[friction.8] four of five exchanges are silent', () => {
  expect(raisedIn(soleTranslator, sceneOf({ teams: TEAMS, threads: times(5, (i) => asked(i, 3 + (i % 3), i < 4 ? 1 : 2)) }))).toEqual([]);
});
