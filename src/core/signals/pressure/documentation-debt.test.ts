import { expect, test } from 'vitest';
import type { DocumentCase } from '#core/scene/talk-cases.ts';
import { raisedIn, readOne, times } from '#test/read-one.ts';
import { daysAgo, documentOf, incidentOf, sceneOf, threadOf, workOf } from '#test/scene.ts';
import { documentationDebt } from './documentation-debt.ts';

/** A change to the area every ten days of a year. */
const WORK = workOf(times(36, (i) => ({ at: daysAgo(5 + 10 * i), person: i % 3, area: 0 })));
const book = (over: Partial<DocumentCase>) => documentOf({ item: 'runbook/pay', writtenAt: daysAgo(350), authors: [0], ...over });
const walked = (days: number, person: number | null, worked: boolean | null = true) => ({ at: daysAgo(days), person, worked });
const wrote = (days: number, person: number, commit: string | null = null) => ({ at: daysAgo(days), person, commit });
const sceneWith = (documents: readonly DocumentCase[], over = {}) => sceneOf({ work: WORK, documents, ...over });

test('[pressure.5] is raised where an area changed since its runbook was written, with what it cost', () => {
  const scene = sceneWith([book({})], {
    incidents: times(3, (i) => incidentOf({ item: `p${i}`, openedAt: daysAgo(10 + i) })),
    threads: times(2, (i) => threadOf({ item: `c${i}`, at: daysAgo(10 + i), askedBy: 0, area: 0 })),
  });
  expect(readOne(documentationDebt, scene)).toMatchObject([
    {
      area: 'area-0',
      raised: true,
      n: 36,
      concerns: [],
      sentence: expect.stringMatching(/^35 of 36 changes.*5 incidents and questions since\.$/),
    },
  ]);
});

test.each([
  ['a new date stands on it', book({ reviewedAt: daysAgo(1) }), ['area-0']],
  ['its writer wrote it again', book({ begunAt: daysAgo(350), writtenAt: daysAgo(1) }), ['area-0']],
  ['its writer walked through it', book({ rehearsals: [walked(1, 0)] }), ['area-0']],
  ['nobody knows who walked through it', book({ rehearsals: [walked(1, null)] }), ['area-0']],
  ['somebody else did, and it failed', book({ rehearsals: [walked(1, 2, false)] }), ['area-0']],
  ['somebody else did, long ago', book({ rehearsals: [walked(300, 2)] }), ['area-0']],
  ['somebody else did', book({ rehearsals: [walked(20, 2)] }), []],
  ['somebody else did, and said no more', book({ rehearsals: [walked(20, 2, null)] }), []],
  ['it is new', book({ writtenAt: daysAgo(20) }), []],
  ['it is no runbook', book({ what: 'tutorial' }), []],
  ['it is a decision, which is meant to stay', book({ what: 'decision' }), []],
  ['somebody new corrected it', book({ writings: [wrote(350, 0), wrote(20, 2)] }), []],
  ['somebody who had corrected it did so again', book({ writings: [wrote(350, 0), wrote(340, 2), wrote(20, 2)] }), ['area-0']],
  [
    'whoever walked through it before and noted it did so again',
    book({ authors: [0, 2], writings: [wrote(350, 0), wrote(200, 2), wrote(20, 2)], rehearsals: [walked(200.4, 2), walked(20.4, 2)] }),
    [],
  ],
  [
    'whoever had corrected it walked through it',
    book({ authors: [0, 2], writings: [wrote(350, 0), wrote(340, 2), wrote(20, 2)], rehearsals: [walked(20.4, 2)] }),
    ['area-0'],
  ],
])('[pressure.5] where %s: %#', (_, document, raised) => {
  expect(raisedIn(documentationDebt, sceneWith([document]))).toEqual(raised);
});

test('[pressure.5] a sweep through many documents corrects none of them', () => {
  const swept = times(6, (i) => book({ item: `runbook/${i}`, writings: [wrote(350, 0), wrote(20, 2, 'sweep')] }));
  expect(raisedIn(documentationDebt, sceneWith(swept))).toEqual(['area-0']);
  expect(raisedIn(documentationDebt, sceneWith(swept.slice(0, 5)))).toEqual([]);
});

test('[pressure.5] what only wrote documents changed nothing that they describe', () => {
  const writings = times(36, (row) => wrote(5 + 10 * row, row % 3, WORK.hashOf(row)));
  expect(readOne(documentationDebt, sceneWith([book({ what: 'document', writings }), book({})]))).toEqual([]);
  const elsewhere = book({ what: 'document', writings, lies: 1 });
  expect(raisedIn(documentationDebt, sceneWith([elsewhere, book({})]))).toEqual(['area-0']);
});

test('[pressure.5] what describes an area at rest stays true, however old', () => {
  const scene = sceneOf({
    work: workOf(times(36, (i) => ({ at: daysAgo(600 + i), person: 1, area: 0 }))),
    documents: [book({ writtenAt: daysAgo(590) })],
  });
  expect(readOne(documentationDebt, scene)).toMatchObject([{ raised: false, value: { value: 0 } }]);
});

test('[pressure.5] the middle document decides, not the one that was forgotten', () => {
  const fresh = ['a', 'b'].map((item) => book({ item, rehearsals: [walked(10, 2)] }));
  expect(raisedIn(documentationDebt, sceneWith([...fresh, book({})]))).toEqual([]);
});

test('[pressure.5] an area that is made anew may wait for a quarter', () => {
  const work = workOf(times(36, (i) => ({ at: daysAgo(1 + 2 * i), person: i % 3, area: 0 })));
  expect(raisedIn(documentationDebt, sceneOf({ work, documents: [book({ writtenAt: daysAgo(80) })] }))).toEqual([]);
  expect(raisedIn(documentationDebt, sceneOf({ work, documents: [book({ writtenAt: daysAgo(100) })] }))).toEqual(['area-0']);
});

test('[pressure.8] a few changes are silent', () => {
  const work = workOf(times(5, (i) => ({ at: daysAgo(5 + i), person: 1, area: 0 })));
  expect(raisedIn(documentationDebt, sceneOf({ work, documents: [book({})] }))).toEqual([]);
});

test('[pressure.5] a repository most of whose commits write documents is about something else, and so is what changes beside them', () => {
  const raisedBeside = (pages: number): readonly unknown[] => {
    const work = workOf([
      ...times(36, (i) => ({ at: daysAgo(5 + 10 * i), person: i % 3, area: 0 })),
      ...times(pages, (i) => ({ at: daysAgo(60.5 + i), person: 0, area: 1 })),
    ]);
    const written = times(work.count, (row) => row).filter((row) => work.area[row] === 1);
    const documents = written.map((row) =>
      book({ item: `page/${row}`, what: 'document', lies: 1, writings: [wrote(60, 0, work.hashOf(row))] }),
    );
    return raisedIn(documentationDebt, sceneOf({ work, documents: [book({}), ...documents], areaCount: 2 }));
  };
  expect(raisedBeside(20)).toEqual(['area-0']);
  expect(raisedBeside(40)).toEqual([]);
});

test('[pressure.5] what was written before the days that a team looks back over decides nothing', () => {
  const work = workOf([
    ...times(36, (i) => ({ at: daysAgo(5 + 9 * i), person: i % 3, area: 0 })),
    ...times(60, (i) => ({ at: daysAgo(400.5 + i), person: 0, area: 1 })),
  ]);
  const written = times(work.count, (row) => row).filter((row) => work.area[row] === 1);
  const pages = written.map((row) => book({ item: `page/${row}`, what: 'document', lies: 1, writings: [wrote(400, 0, work.hashOf(row))] }));
  const scene = sceneOf({ work, documents: [book({}), ...pages], areaCount: 2 });
  const raisedOver = (days: number) => documentationDebt.find(scene, { ...documentationDebt.limits, days }).map(({ raised }) => raised);
  expect([raisedOver(730), raisedOver(365)]).toEqual([[false], [true]]);
});
