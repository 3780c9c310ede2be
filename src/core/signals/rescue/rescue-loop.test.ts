import { expect, test } from 'vitest';
import type { IncidentCase } from '#core/scene/incident-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import { daysAgo, incidentOf, sceneOf, workOf } from '#test/scene.ts';
import { rescueLoop } from './rescue-loop.ts';

/** One incident every fortnight, oldest first; `helped` says in which somebody else took part. */
function incidents(enders: readonly number[], helped: (i: number) => boolean = () => false): readonly IncidentCase[] {
  return enders.map((person, i) => {
    const openedAt = daysAgo(15 * (enders.length - i));
    const acted = [{ at: openedAt + 60, person }, ...(helped(i) ? [{ at: openedAt + 90, person: 5 }] : [])];
    return incidentOf({ item: `i${i}`, openedAt, resolvedBy: person, acted });
  });
}

const of = (count: number, person: number): readonly number[] => Array.from({ length: count }, () => person);
const found = (all: readonly IncidentCase[], over: Partial<Scene> = {}) =>
  rescueLoop.find(sceneOf({ incidents: all, ...over }), rescueLoop.limits);
const RUN = [3, 2, ...of(18, 2)];

test('[rescue.3] the same person again and again, others further away, nobody new', () => {
  expect(found(incidents(RUN))).toMatchObject([{ raised: true, n: 20, concerns: [2] }]);
  expect(found(incidents(RUN))[0]!.sentence).toContain('strength 3 of 3');
});

test.each([
  ['four of five', incidents([3, ...of(4, 2)])],
  ['several end them', incidents(of(20, 0).map((_, i) => i % 3))],
  ['others take part in most of the later ones', incidents(RUN, (i) => i % 3 > 0)],
  ['others take part in nearly half of the later ones', incidents(RUN, (i) => i % 5 < 2)],
  ['others take part more than they did', incidents(RUN, (i) => i > 10 && i % 3 === 0)],
  ['somebody new has ended a good part of them', incidents([...RUN.slice(0, 15), 4, 2, 4, 2, 4, ...of(4, 2)])],
  ['the last three were ended by others, each once', incidents([3, ...of(18, 2), 4, 5, 3])],
])('[rescue.3] silent: %s', (_, all) => {
  expect(found(all).filter(({ raised }) => raised)).toEqual([]);
});

test.each([
  ['one stand-in on one night', incidents([...RUN.slice(0, 15), 4, ...of(4, 2)])],
  ['two in a row ended by others', incidents([3, ...of(17, 2), 3, 4])],
  ['others in one more of the later ones than before', incidents([3, 2, ...of(22, 2)], (i) => i === 3 || i === 16 || i === 19)],
])('[rescue.3] is not broken by chance: %s', (_, all) => {
  expect(found(all)).toMatchObject([{ raised: true }]);
});

test('[rescue.3] what the one who ends them knows or does besides changes nothing', () => {
  const work = workOf(Array.from({ length: 200 }, (_, i) => ({ at: daysAgo(1 + i), person: 2, area: 0 })));
  const areas = sceneOf().areas.map((area) => ({ ...area, carriers: [2] }));
  expect(found(incidents(RUN), { work, areas })).toEqual(found(incidents(RUN)));
});

test('[rescue.3] a review in which somebody else took part keeps others near, also beside the one who ended it', () => {
  const reviewed = incidents(RUN).map((one) => ({ ...one, review: { at: one.openedAt + 86_400, ledBy: 2, takesPart: [2, 5] } }));
  expect(found(reviewed).filter(({ raised }) => raised)).toEqual([]);
});

test('[rescue.3] says how many new ones ended a good part of the later half', () => {
  expect(found(incidents(RUN))[0]!.sentence).toContain('nobody new ended a fifth of the later half (cover is unchanged)');
  const grown = found(incidents([...RUN.slice(0, 12), 4, 2, 4, 2, 4, ...of(3, 2)]))[0]!.sentence;
  expect(grown).toContain('1 new ended a fifth of the later half (cover grows)');
});
