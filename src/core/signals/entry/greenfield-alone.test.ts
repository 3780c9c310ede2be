import { expect, test } from 'vitest';
import { raisedIn, readOne, times } from '#test/read-one.ts';
import { areaOf, changeOf, daysAgo, documentOf, sceneOf, workOf, type WorkRow } from '#test/scene.ts';
import { greenfieldAlone } from './greenfield-alone.ts';

const work = (n: number, by: (i: number) => Partial<WorkRow>) =>
  workOf(times(n, (i) => ({ at: daysAgo(100 - 2 * i), person: 1, area: 0, ...by(i) })));
const sceneWith = (columns: ReturnType<typeof workOf>, born = 101, over = {}) =>
  sceneOf({ areas: [areaOf({ id: 'new', bornAt: daysAgo(born) })], work: columns, ...over });

/** Each of the commits wrote the same document. */
const WRITTEN = times(40, (row) => ({ at: daysAgo(100 - 2 * row), person: 1, commit: workOf([]).hashOf(row) }));

test('[entry.4] is raised where one person makes a new area', () => {
  expect(readOne(greenfieldAlone, sceneWith(work(40, (i) => (i === 7 ? { person: 2 } : {}))))).toMatchObject([
    { area: 'new', raised: true, n: 40, value: { value: 0.975 }, concerns: [1] },
  ]);
});

test.each([
  [
    'the area is old',
    sceneWith(
      work(40, () => ({})),
      1000,
    ),
  ],
  ['nothing says how old it is', sceneOf({ areas: [areaOf({ id: 'new', bornAt: null })], work: work(40, () => ({})) })],
  ['they write together', sceneWith(work(40, (i) => (i % 3 === 0 ? { flags: ['shared'] } : {})))],
  ['several write', sceneWith(work(40, (i) => ({ person: i % 3 })))],
  [
    'somebody reviews it with substance',
    sceneWith(
      work(40, () => ({})),
      101,
      { changes: times(40, (i) => reviewedChange(i, true)) },
    ),
  ],
  ['git tells who else reviewed it', sceneWith(work(40, (i) => (i % 3 === 0 ? { flags: ['reviewed'] } : {})))],
  [
    'it is made of documents',
    sceneWith(
      work(40, () => ({})),
      101,
      { documents: [documentOf({ item: 'adr/1', writtenAt: daysAgo(20), authors: [1], writings: WRITTEN })] },
    ),
  ],
  ['a machine landed it, after whatever review it keeps', sceneWith(work(40, () => ({ flags: ['landedByMachine'] })))],
  ['it is few', sceneWith(work(5, () => ({})))],
])('[entry.4] is silent where %s', (_, scene) => {
  expect(raisedIn(greenfieldAlone, scene)).toEqual([]);
});

test('[entry.4] a mere approval is nobody beside them', () => {
  expect(
    raisedIn(
      greenfieldAlone,
      sceneWith(
        work(40, () => ({})),
        101,
        { changes: times(40, (i) => reviewedChange(i, false)) },
      ),
    ),
  ).toEqual(['new']);
});

function reviewedChange(i: number, substance: boolean) {
  const review = { at: daysAgo(100 - 2 * i), person: 2, state: 'approved' as const, comments: substance ? 2 : 0, substance };
  return changeOf({
    item: `forge/${i}`,
    author: 1,
    openedAt: daysAgo(101 - 2 * i),
    commit: i.toString(16).padStart(40, '0'),
    reviews: [review],
  });
}
