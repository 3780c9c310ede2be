import { expect, test } from 'vitest';
import type { ChangeCase } from '#core/scene/change-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import { DAY, HOUR } from '#core/terms/moment.ts';
import { changeOf, daysAgo, issueOf, personOf, sceneOf, workOf } from '#test/scene.ts';
import { quietSolo } from './quiet-solo.ts';

/** Mondays at noon: changes begun then and opened so many days later, ready at once. */
function solos(
  count: number,
  days: number,
  over: (openedAt: number, i: number) => Partial<ChangeCase> = () => ({}),
): readonly ChangeCase[] {
  return Array.from({ length: count }, (_, i) => {
    const firstCommitAt = daysAgo(7 * (1 + (i % 12)));
    const openedAt = firstCommitAt + days * DAY;
    return changeOf({ item: `c${i}`, author: i % 3, firstCommitAt, openedAt, mergedAt: openedAt + HOUR, ...over(openedAt, i) });
  });
}

function look(changes: readonly ChangeCase[], over: Partial<Scene> = {}) {
  return quietSolo.find(sceneOf({ changes, ...over }), quietSolo.limits).map(({ raised, value, n }) => ({ raised, n, share: value.value }));
}

test('[alone.1] a few days out of sight and back finished, again and again', () => {
  expect(look(solos(20, 4))).toEqual([{ raised: true, n: 20, share: 1 }]);
  expect(quietSolo.find(sceneOf({ changes: solos(20, 4) }), quietSolo.limits)[0]).toMatchObject({
    concerns: [0, 1, 2],
    sentence:
      '20 of 20 important changes in area-0/ were out of sight for 3 working days or more and came back finished; 0 were hard and shared.',
  });
});

test('[alone.1] four of five are not enough to say it', () => {
  expect(look([...solos(4, 4), ...solos(1, 1)])).toEqual([{ raised: false, n: 5, share: 0.8 }]);
});

test.each([
  ['two working days', solos(20, 3), {}],
  [
    'over a weekend',
    solos(20, 4).map((one) => ({
      ...one,
      firstCommitAt: one.firstCommitAt! + 3 * DAY,
      openedAt: one.openedAt + 3 * DAY,
      readyAt: one.readyAt + 3 * DAY,
    })),
    {},
  ],
  ['nobody knows when it began', solos(20, 4, () => ({ firstCommitAt: null })), {}],
  ['a draft on the next day', solos(20, 4, (at) => ({ openedAt: at - 3 * DAY, readyAt: at })), {}],
  ['somebody pushed to it before', solos(20, 4, (at) => ({ others: [{ at: at - DAY, person: 5 }] })), {}],
  [
    'on leave in between',
    solos(20, 4),
    {
      absences: Array.from({ length: 12 }, (_, week) =>
        [0, 1, 2].map((person) => ({ person, from: daysAgo(7 * week + 6), to: daysAgo(7 * week + 4.5), planned: true })),
      ).flat(),
    },
  ],
] as const)('[alone.1] silent: %s', (_, changes, over) => {
  expect(look(changes, over).filter(({ raised, share }) => raised || share > 0)).toEqual([]);
});

test('[alone.1] a bot’s comment is no other person', () => {
  const people = Array.from({ length: 6 }, (_, id) => personOf({ id, kind: id === 5 ? 'bot' : 'human' }));
  expect(
    look(
      solos(20, 4, (at) => ({ others: [{ at: at - DAY, person: 5 }] })),
      { people },
    ),
  ).toMatchObject([{ raised: true }]);
});

test('[alone.1] a week in which hardly anybody is seen is a holiday', () => {
  const change = solos(12, 4);
  const daily = (weeks: readonly number[]) =>
    workOf(
      weeks.flatMap((week) =>
        [0, 1, 2, 3, 4].flatMap((day) => [0, 1, 2, 3, 4, 5].map((person) => ({ at: daysAgo(7 * week - day), person, area: 1 }))),
      ),
    );
  const all = Array.from({ length: 20 }, (_, week) => week + 1);
  expect(look(change, { work: daily(all) })).toMatchObject([{ share: 1 }]);
  expect(look(change, { work: daily(all.filter((week) => week !== 4)) })).toMatchObject([{ n: 12, share: 11 / 12 }]);
});

test('[alone.2] hard and shared is green, and so is a large change', () => {
  const shared = solos(20, 9, (at) => ({ lines: 9000, others: [{ at: at - 6 * DAY, person: 4 }] }));
  const [reading] = quietSolo.find(sceneOf({ changes: shared }), quietSolo.limits);
  expect(reading).toMatchObject({ raised: false, value: { value: 0 } });
  expect(reading!.sentence).toContain('18 were hard and shared');
  expect(look(solos(20, 1, () => ({ lines: 9000 })))).toMatchObject([{ raised: false, share: 0 }]);
});

test('[alone.2] working notes in the issue are a trace, alone or with others', () => {
  const changes = solos(20, 4);
  const issues = changes.map(({ item, author, firstCommitAt }) =>
    issueOf({
      item: `i-${item}`,
      openedAt: firstCommitAt! - DAY,
      byChange: item,
      traces: [{ at: firstCommitAt! + 2 * DAY, person: author }],
    }),
  );
  expect(look(changes, { issues })).toMatchObject([{ raised: false, share: 0 }]);
});

test('[alone.2] ordinary areas are left alone where some are marked as the most important', () => {
  const elsewhere = changeOf({ item: 'elsewhere', author: 0, openedAt: daysAgo(9), areas: [2] });
  const scene = sceneOf({ changes: [...solos(20, 4), elsewhere] });
  const areas = scene.areas.map((area, row) => ({ ...area, tier: row === 2 ? (1 as const) : (2 as const) }));
  expect(quietSolo.find({ ...scene, areas }, quietSolo.limits)).toEqual([]);
});

test('[alone.2] where problems are marked as important, those count and routine changes do not', () => {
  const changes = [...solos(12, 4), ...solos(60, 1).map((change, i) => ({ ...change, item: `routine-${i}` }))];
  const issues = solos(12, 4).map(({ item, openedAt }) =>
    issueOf({ item: `i-${item}`, openedAt: openedAt - 9 * DAY, byChange: item, important: true }),
  );
  expect(look(changes, { issues })).toMatchObject([{ raised: true, n: 12 }]);
  expect(look(changes)).toMatchObject([{ raised: false, n: 72 }]);
});

/** Issues of these changes, in which their author or somebody else left traces or took them, so many days after the first commit. */
const issuesOf = (changes: readonly ChangeCase[], told: { readonly trace?: number; readonly taken?: number; readonly by?: number }) =>
  changes.map(({ item, author, firstCommitAt }) =>
    issueOf({
      item: `i-${item}`,
      openedAt: firstCommitAt! - 9 * DAY,
      byChange: item,
      traces: told.trace === undefined ? [] : [{ at: firstCommitAt! + told.trace * DAY, person: told.by ?? author }],
      holders: told.taken === undefined ? [] : [{ at: firstCommitAt! + told.taken * DAY, person: told.by ?? author }],
    }),
  );

test('[alone.2] only what is seen between its beginning and its opening breaks a silence', () => {
  const changes = solos(20, 4);
  const share = (told: Parameters<typeof issuesOf>[1]) => look(changes, { issues: issuesOf(changes, told) })[0]!.share;
  expect([share({ trace: -3 }), share({ trace: 5 }), share({ trace: 2 })]).toEqual([1, 1, 0]);
  // The longest silence counts, not the shortest: a note on the first day, and nothing for a week.
  const long = solos(20, 9);
  expect(look(long, { issues: issuesOf(long, { trace: 1 }) })).toMatchObject([{ share: 1 }]);
});

test('[alone.1] work begins when its author took it or first committed, whichever was earlier; whoever held it before does not count', () => {
  const quick = solos(20, 1);
  const share = (told: Parameters<typeof issuesOf>[1]) => look(quick, { issues: issuesOf(quick, told) })[0]!.share;
  expect([share({ taken: -7 }), share({ taken: -7, by: 4 }), share({ taken: 0.5 })]).toEqual([1, 0, 0]);
});

test('[alone.2] work of three working days is hard, whoever looks on the first of them', () => {
  const shared = solos(20, 4, (at) => ({ others: [{ at: at - 4 * DAY, person: 4 }] }));
  expect(quietSolo.find(sceneOf({ changes: shared }), quietSolo.limits)[0]!.sentence).toContain('0 of 20 important');
  expect(quietSolo.find(sceneOf({ changes: shared }), quietSolo.limits)[0]!.sentence).toContain('20 were hard and shared');
});

test('[alone.1] whoever comes when it is ready has not seen it before', () => {
  expect(look(solos(20, 4, (at) => ({ others: [{ at, person: 4 }] })))).toMatchObject([{ share: 1 }]);
});
