import { expect, test } from 'vitest';
import type { Scene } from '#core/scene/scene.ts';
import { times } from '#test/read-one.ts';
import { changeOf, daysAgo, decisionOf, documentOf, incidentOf, sceneOf, threadOf, workOf } from '#test/scene.ts';
import { mechanisms } from './mechanisms.ts';

const states = (over: Partial<Scene>) =>
  Object.fromEntries(
    mechanisms(sceneOf(over))
      .rows.filter(({ state }) => state !== 'never seen')
      .map(({ mechanism, state }) => [mechanism, state]),
  );
const review = (ago: number, substance = true) =>
  changeOf({
    item: `c${ago}`,
    author: 0,
    openedAt: daysAgo(ago),
    reviews: [{ at: daysAgo(ago), person: 1, state: 'approved', comments: 1, substance }],
  });
const shift = (ago: number, person: number) => ({ from: daysAgo(ago), to: daysAgo(ago - 7), person, area: 0, level: 1, override: false });

test.each([
  ['reviews with substance', { changes: [review(10)] }],
  ['decision records with reasons', { decisions: [decisionOf({ item: 'd', decidedAt: daysAgo(5), deciders: [1] })] }],
  ['rotation on call', { shifts: [shift(14, 1), shift(7, 2)] }],
  ['changes made together', { work: workOf([{ at: daysAgo(9), person: 1, area: 0, flags: ['shared'] }]) }],
  [
    'sessions',
    {
      blocks: [
        {
          from: daysAgo(9),
          to: daysAgo(8),
          person: 1,
          what: 'session' as const,
          kept: true,
          plannedAt: daysAgo(9),
          takesPart: [2],
          item: 's',
        },
      ],
    },
  ],
  [
    'incident reviews',
    { incidents: [incidentOf({ item: 'i', openedAt: daysAgo(9), review: { at: daysAgo(8), ledBy: 1, takesPart: [2] } })] },
  ],
  [
    'runbooks rehearsed by others',
    {
      documents: [
        documentOf({ item: 'r', writtenAt: daysAgo(99), authors: [0], rehearsals: [{ at: daysAgo(9), person: 1, worked: true }] }),
      ],
    },
  ],
  [
    'answers that lead to something written',
    { threads: [threadOf({ item: 't', at: daysAgo(9), askedBy: 0, answers: [{ at: daysAgo(9), person: 1, link: true }] })] },
  ],
])('[questions.2] %s are alive by their use', (mechanism, over) => {
  expect(states(over)).toEqual({ [mechanism]: 'alive' });
});

test.each([
  ['a nod', { changes: [review(10, false)] }],
  ['a record without a reason', { decisions: [decisionOf({ item: 'd', decidedAt: daysAgo(5), deciders: [1], why: false })] }],
  ['a rota of one', { shifts: [shift(14, 1), shift(7, 1)] }],
  [
    'a rehearsal by the writer',
    {
      documents: [
        documentOf({ item: 'r', writtenAt: daysAgo(99), authors: [1], rehearsals: [{ at: daysAgo(9), person: 1, worked: true }] }),
      ],
    },
  ],
  [
    'a session that was dropped',
    {
      blocks: [
        {
          from: daysAgo(9),
          to: daysAgo(8),
          person: 1,
          what: 'session' as const,
          kept: false,
          plannedAt: daysAgo(9),
          takesPart: [2],
          item: 's',
        },
      ],
    },
  ],
])('[questions.2] %s is no use', (_, over) => {
  expect(states(over)).toEqual({});
});

test.each([
  [59, 'alive'],
  [61, 'dormant'],
  [400, 'dormant'],
])('[questions.2] last used %i days ago: %s', (ago, state) => {
  expect(states({ changes: [review(ago)] })).toEqual({ 'reviews with substance': state });
});

test('[questions.2] counts uses and reach of half a year, and says what it cannot see', () => {
  const scene = sceneOf({ changes: [...times(3, (i) => review(10 + i)), review(300)] });
  const { chat: _, ...since } = scene.since;
  const view = mechanisms({ ...scene, since });
  expect(view.rows[0]).toEqual({ mechanism: 'reviews with substance', state: 'alive', lastUsed: daysAgo(10), uses: 3, reach: 2 });
  expect(view.rows.at(-1)).toMatchObject({ state: 'not judged' });
  expect(view.sentence).toBe('1 of 7 ways of sharing that can be judged is alive.');
  expect(view.notJudged).toContain('answers that lead to something written: nothing is connected that tells of chat');
});
