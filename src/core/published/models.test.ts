import { describe, expect, it } from 'vitest';
import { evidenceOf, momentOf } from '../../../test/evidence-of.ts';
import { contributionsOf, contributorAbsenceFactor } from './contributor-absence-factor.ts';
import { degreeOfAuthorship, doaAuthors } from './doa.ts';
import { doeOf, doeAuthors } from './doe.ts';
import type { FileAuthors } from './file-authors.ts';
import { jetbrainsAuthors, recentAuthorship } from './jetbrains.ts';
import { MODELS } from './models.ts';
import { tallyPairs } from '#core/knowledge/pair-tally.ts';

const told = evidenceOf([
  { day: 0, by: 'Ines', files: ['a/x.ts', 'a/y.ts'] },
  { day: 10, by: 'Bo', files: ['a/x.ts'] },
  { day: 20, by: 'Bo', files: ['a/x.ts'], reviewedBy: ['Cem'] },
  { day: 700, by: 'Bo', files: ['a/x.ts'] },
]);
const tally = tallyPairs(told, momentOf(800));
const namesOf = ({ start, person }: FileAuthors, file: number): string[] =>
  [...person.subarray(start[file], start[file + 1])].map((p) => told.people[p]!.name);

describe('published models', () => {
  it.each([
    [{ created: true, changes: 5, others: 3 }, 3.293 + 1.098 + 0.82 - 0.321 * Math.log(4)],
    [{ created: false, changes: 0, others: 0 }, 3.293],
    [{ created: false, changes: 20, others: 100 }, 3.293 + 3.28 - 0.321 * Math.log(101)],
  ])('[published.6] degree of authorship of %o', (traces, degree) => {
    expect(degreeOfAuthorship(traces)).toBeCloseTo(degree, 12);
  });

  it('[published.6] authors by DOA: above 0.75 of the best', () => {
    // Ines: 4.391 − .321·ln 4 = 3.946; Bo: 3.293 + .492 = 3.785; Cem only reviewed.
    expect(namesOf(doaAuthors(tally), 0)).toEqual(['Ines', 'Bo']);
    expect(namesOf(doaAuthors(tally), 1)).toEqual(['Ines']);
  });

  it('[published.6] degree of expertise by hand', () => {
    const degree = 5.28223 + 0.23173 * Math.log(51) + 0.36151 - 0.19421 * Math.log(101) - 0.28761 * Math.log(200);
    expect(doeOf({ adds: 50, created: true, days: 100, size: 200 })).toBeCloseTo(degree, 12);
    expect(namesOf(doeAuthors(told, tally, momentOf(800)), 1)).toEqual(['Ines']);
  });

  it('[published.6] authorship of the last year and a half by hand', () => {
    const authorship = 3 * 0.5 + 2 + 0.5 + 2.4 * (Math.log(6) - Math.log(4)) + 1.2 * (Math.log(3) - Math.log(2));
    expect(recentAuthorship({ created: 0.5, commits: 2, allCommits: 5, reviews: 1, allReviews: 2 })).toBeCloseTo(authorship, 12);
    expect(namesOf(jetbrainsAuthors(told, momentOf(800)), 0)).toEqual(['Bo']);
    expect(namesOf(jetbrainsAuthors(told, momentOf(800)), 1)).toEqual([]);
  });

  it('[published.6] the example of CHAOSS gives two', () => {
    expect(contributorAbsenceFactor([1000, 202, 90, 33, 332, 343, 42, 433])).toBe(2);
    expect([contributorAbsenceFactor([]), contributorAbsenceFactor([5]), contributorAbsenceFactor([1, 1, 1, 1])]).toEqual([0, 1, 2]);
    expect([...contributionsOf(told, Uint8Array.of(1, 0), momentOf(800))]).toEqual([1, 3, 0]);
  });

  it('[published.6] the table names each once, with its source', () => {
    expect(MODELS.map((m) => m.name)).toEqual(['calibrated', 'doa', 'doe', 'jetbrains', 'chaoss']);
    expect(MODELS.every((m) => m.source.length > 20 && m.reading.length > 20)).toBe(true);
  });
});
