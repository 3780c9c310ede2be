import { expect, test } from 'vitest';
import type { Scene } from '#core/scene/scene.ts';
import type { IssueCase } from '#core/scene/talk-cases.ts';
import { HOUR } from '#core/terms/moment.ts';
import { daysAgo, issueOf, sceneOf, workOf } from '#test/scene.ts';
import { trainedToWait } from './trained-to-wait.ts';

const problems = (first: readonly number[], wait = 100 * HOUR): readonly IssueCase[] =>
  first.map((person, i) => {
    const openedAt = daysAgo(5 * (i + 1));
    const traces = [
      { at: openedAt + 60, person: 5 },
      { at: openedAt + wait, person },
      { at: openedAt + wait + HOUR, person: 1 },
    ];
    return issueOf({ item: `p${i}`, openedAt, openedBy: 5, traces });
  });
const of = (count: number, person: number): readonly number[] => Array.from({ length: count }, () => person);
/** So many people who each worked in the area on ten days. */
const busy = (people: number) =>
  workOf(Array.from({ length: 10 * people }, (_, i) => ({ at: daysAgo(3 + Math.floor(i / people)), person: i % people, area: 0 })));
const found = (issues: readonly IssueCase[], over: Partial<Scene> = {}) =>
  trainedToWait.find(sceneOf({ issues, work: busy(4), ...over }), trainedToWait.limits);
const MOSTLY_TWO = [...of(18, 2), 0, 3];

test('[alone.4] nothing happens until the usual person appears', () => {
  expect(found(problems(MOSTLY_TWO))).toMatchObject([{ raised: true, n: 20, concerns: [2] }]);
  expect(found(problems(MOSTLY_TWO))[0]!.sentence).toBe(
    'In 18 of 20 problems in area-0/ nothing happened until the same person was there, in half of them for 100 hours or more.',
  );
});

test('[alone.4] a quick response is no comfort where the one is called for', () => {
  const called = problems(MOSTLY_TWO, 60 + 120).map((one) => ({ ...one, mentioned: [{ at: one.openedAt + 60, person: 2 }] }));
  expect(found(called)).toMatchObject([{ raised: true }]);
});

test.each([
  ['four of five', problems([...of(4, 2), 0]), {}],
  ['begun at once, and nobody was called for', problems(MOSTLY_TWO, 60 + 120), {}],
  [
    'another is called for than the one who comes',
    problems(MOSTLY_TWO, 60 + 120).map((one) => ({ ...one, mentioned: [{ at: one.openedAt + 60, person: 3 }] })),
    {},
  ],
  ['others begin as often', problems(of(20, 0).map((_, i) => i % 4)), {}],
  ['nobody else works there', problems(MOSTLY_TWO), { work: busy(0) }],
  [
    'on call for it',
    problems(MOSTLY_TWO),
    { shifts: [{ from: daysAgo(400), to: daysAgo(0), person: 2, area: 0, level: 1, override: false }] },
  ],
  ['nobody but who opened it ever said anything', problems(of(20, 5)).map((one) => ({ ...one, traces: one.traces.slice(0, 2) })), {}],
])('[alone.4] silent: %s', (_, issues, over) => {
  expect(found(issues, over).filter(({ raised }) => raised)).toEqual([]);
});

/** Opened on Mondays at noon, so that hours are hours of weekdays. */
const onMondays = (wait: number) =>
  problems(MOSTLY_TWO, wait * HOUR).map((one, i) => {
    const shift = daysAgo(7 * (i + 1)) - one.openedAt;
    return { ...one, openedAt: one.openedAt + shift, traces: one.traces.map(({ at, person }) => ({ at: at + shift, person })) };
  });

test('[alone.4] a problem has waited when it lay for a working day, not for less', () => {
  expect(found(onMondays(30))[0]).toMatchObject({ raised: true });
  expect(found(onMondays(20))[0]).toMatchObject({ raised: false, value: { value: 0 } });
});

test('[alone.4] two others have to be there, each on three days, and the usual one is none of them', () => {
  const at = (people: readonly number[], days: number) =>
    workOf(people.flatMap((person) => Array.from({ length: days }, (_, i) => ({ at: daysAgo(3 + i), person, area: 0 }))));
  const raised = (people: readonly number[], days: number) => found(problems(MOSTLY_TWO), { work: at(people, days) })[0]!.raised;
  expect([raised([2, 3, 4], 3), raised([2, 3, 4], 2), raised([2, 3], 9)]).toEqual([true, false, false]);
});

test('[alone.4] where two move at the same moment, nobody was waited for', () => {
  const both = problems(MOSTLY_TWO).map((one) => ({ ...one, traces: [...one.traces, { at: one.traces[1]!.at, person: 4 }] }));
  expect(found(both)).toEqual([]);
  const twice = problems(MOSTLY_TWO).map((one) => ({ ...one, holders: [one.traces[1]!] }));
  expect(found(twice)).toMatchObject([{ raised: true, n: 20 }]);
});
