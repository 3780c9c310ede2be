import { expect, test } from 'vitest';
import type { Scene } from '#core/scene/scene.ts';
import { daysAgo, decisionOf, incidentOf, sceneOf, threadOf, ticketOf } from '#test/scene.ts';
import { fourRoles } from './four-roles.ts';

type Hands = readonly number[];
const of = (count: number, person: number): Hands => Array.from({ length: count }, () => person);
const mixed = (count: number): Hands => Array.from({ length: count }, (_, i) => i % 5);

function scene(designs: Hands, ends: Hands, faces: Hands, answers: Hands): Scene {
  const at = (i: number) => daysAgo(10 + 10 * i);
  return sceneOf({
    decisions: designs.map((person, i) => decisionOf({ item: `d${i}`, decidedAt: at(i), deciders: [person] })),
    incidents: ends.map((person, i) => incidentOf({ item: `i${i}`, openedAt: at(i), resolvedBy: person })),
    tickets: faces.map((person, i) => ticketOf({ item: `t${i}`, area: 0, openedAt: at(i), closedAt: at(i), endedBy: person })),
    threads: answers.map((person, i) =>
      threadOf({ item: `w${i}`, area: 0, at: at(i), askedBy: 5, why: true, answers: [{ at: at(i) + 60, person, link: false }] }),
    ),
  });
}
const found = (...hands: Parameters<typeof scene>) => fourRoles.find(scene(...hands), fourRoles.limits);

test('[rescue.9] one who has become the system', () => {
  expect(found(of(18, 1), [...of(18, 1), 2, 3], of(18, 1), mixed(20))).toMatchObject([
    {
      raised: true,
      value: { value: 3, low: 3, high: 3 },
      concerns: [1],
      sentence: 'Roles in area-0/ that surely are the same person’s: designs, ends incidents, faces customers; judged on 76 cases.',
    },
  ]);
});

test.each([
  ['four of five of each', [...of(4, 1), 2], [...of(4, 1), 2], [...of(4, 1), 2], [...of(4, 1), 2]],
  ['two roles are allowed', of(18, 1), of(18, 1), mixed(20), mixed(20)],
  ['each role is somebody else’s', of(18, 1), of(18, 2), of(18, 3), of(18, 4)],
  ['three roles, one of them on four cases', of(18, 1), of(18, 1), of(4, 1), mixed(20)],
] as const)('[rescue.9] silent: %s', (_, designs, ends, faces, answers) => {
  expect(found(designs, ends, faces, answers).filter(({ raised }) => raised)).toEqual([]);
});

test('[rescue.9] two who decide everything together are both meant', () => {
  const base = scene(of(18, 1), mixed(20), mixed(20), mixed(20));
  const decisions = base.decisions.map((one) => ({ ...one, deciders: [1, 4] }));
  const incidents = base.incidents.filter(({ resolvedBy }) => resolvedBy !== 1 && resolvedBy !== 4);
  const both = fourRoles.find({ ...base, decisions, incidents, tickets: [], threads: [] }, fourRoles.limits);
  expect(both).toMatchObject([{ concerns: [1, 4], value: { low: 1 } }]);
});
