import { expect, test } from 'vitest';
import type { ChangeCase } from '#core/scene/change-case.ts';
import { DAY } from '#core/terms/moment.ts';
import { landingScene, times } from '#test/landing-scene.ts';
import { changeOf, daysAgo, NOW } from '#test/scene.ts';
import { pastItsPeople } from './past-its-people.ts';

const changes = (authors: readonly number[], over: (at: number) => Partial<ChangeCase> = () => ({}), area = 0): readonly ChangeCase[] =>
  authors.map((author, i) => {
    const openedAt = daysAgo(4 + 4 * i);
    return changeOf({ item: `c${i}`, author, openedAt, mergedAt: openedAt + DAY, mergedBy: author, areas: [area], ...over(openedAt) });
  });
const teams = [{ id: 't', name: 'T', members: [0, 1].map((person) => ({ from: daysAgo(900), to: NOW, person })) }];
function found(all: readonly ChangeCase[]) {
  const scene = landingScene(all, { issues: [], teams });
  const areas = scene.areas.map((one, row) => (row === 0 ? { ...one, teams: [0] } : one));
  return pastItsPeople.find({ ...scene, areas }, pastItsPeople.limits);
}
const approved = (person: number) => (at: number) => ({
  reviews: [{ at: at + 60, person, state: 'approved' as const, comments: 0, substance: false }],
});

test('[parachute.7] changed without its own people', () => {
  expect(found(changes([...times(18, 3), 0, 1]))).toMatchObject([{ raised: true, n: 20, concerns: [] }]);
  expect(found(changes(times(20, 3), approved(2)))).toMatchObject([{ raised: true }]);
  expect(found(changes(times(20, 3), (at) => ({ ...approved(0)(at), override: true })))).toMatchObject([{ raised: true }]);
});

test('[parachute.7] without a team whoever has worked there on three days is of the area', () => {
  const scene = landingScene(changes(times(20, 3)), { issues: [] });
  expect(pastItsPeople.find(scene, pastItsPeople.limits)).toMatchObject([{ raised: false, n: 20, value: { value: 0.2 } }]);
});

test.each([
  ['four of five', changes([...times(4, 3), 0])],
  ['its people wrote them', changes(times(20, 0))],
  ['its people approved them', changes(times(20, 3), approved(0))],
  ['its people merged them', changes(times(20, 3), () => ({ mergedBy: 1 }))],
  ['nobody works there', changes(times(20, 3), () => ({}), 2)],
])('[parachute.7] silent: %s', (_, all) => {
  expect(found(all).filter(({ raised }) => raised)).toEqual([]);
});
