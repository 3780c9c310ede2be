import { describe, expect, it } from 'vitest';
import { DAY } from '#core/terms/moment.ts';
import { type Change, placeNumbers } from './change.ts';
import { fadingCounts, sharesOf } from './fading-counts.ts';
import { openMemory, see } from './memory.ts';
import { candidatesFor, rankReviewers } from './rank-reviewers.ts';

const [ANA, BO, CEM, DARA] = [0, 1, 2, 3];
const change = (day: number, author: number, reviewers: readonly number[], place = 1): Change => ({
  at: day * DAY,
  authors: [author],
  reviewers,
  files: [place],
  folders: [place],
  tops: [place],
});
const human = (): boolean => true;
const remember = (changes: readonly Change[]) => {
  const memory = openMemory();
  for (const one of changes) see(memory, one);
  return memory;
};
const order = (changes: readonly Change[], question: Change): readonly number[] => {
  const memory = remember(changes);
  return rankReviewers(memory, question, candidatesFor(memory, question, human)).map(({ person }) => person);
};

describe('fading counts', () => {
  it('[reviewing.1] halve in each half-life', () => {
    const counts = fadingCounts(10);
    counts.add(1, ANA, 0);
    counts.add(1, ANA, 10 * DAY);
    counts.add(1, BO, 10 * DAY);
    expect(counts.of(1, ANA, 10 * DAY)).toBeCloseTo(1.5, 9);
    expect(counts.total(1, 20 * DAY)).toBeCloseTo(1.25, 9);
    expect(counts.of(1, BO, 20 * DAY)).toBeCloseTo(0.5, 9);
    expect([counts.of(1, CEM, 0), counts.total(2, 0)]).toEqual([0, 0]);
  });

  it('[reviewing.1] share a place so that something is left for nobody', () => {
    const counts = fadingCounts(10);
    for (const person of [ANA, BO, BO]) counts.add(1, person, 0);
    counts.add(2, CEM, 0);
    const shares = sharesOf(counts, [1, 2, 3], 0);
    const sum = [...shares.values()].reduce((a, b) => a + b, 0);
    expect(shares.get(BO)).toBeCloseTo(2 / 3.2 / 2, 9);
    expect(sum).toBeLessThan(1);
  });
});

describe('places', () => {
  it('[reviewing.1] are folders and the first two levels, each numbered once', () => {
    const places = placeNumbers();
    expect(places.foldersOf(['a/b/c.ts', 'a/b/d.ts', 'top.ts'])).toEqual([0, 1]);
    expect(places.topsOf(['a/b/c/d.ts', 'a/b/e/f.ts', 'a/g.ts', 'top.ts'])).toEqual([0, 1, 2]);
    expect(places.foldersOf(['other.ts', 'a/b/z.ts'])).toEqual([1, 0]);
  });
});

describe('candidates', () => {
  it('[reviewing.2] are those seen within two years who did not write it', () => {
    const memory = remember([change(0, CEM, [DARA]), change(800, ANA, [BO])]);
    expect(candidatesFor(memory, change(800, ANA, []), human)).toEqual([BO]);
    expect(candidatesFor(memory, change(700, BO, []), (person) => person !== DARA)).toEqual([ANA, CEM]);
  });

  it('[reviewing.2] keep their order when everybody is renamed', () => {
    const told = [change(0, ANA, [BO]), change(5, CEM, [BO, DARA], 2), change(9, ANA, [DARA])];
    const renamed = (one: Change): Change => ({
      ...one,
      authors: one.authors.map((p) => p + 7),
      reviewers: one.reviewers.map((p) => p + 7),
    });
    const before = order(told, change(10, ANA, []));
    expect(before.length).toBe(3);
    expect(order(told.map(renamed), renamed(change(10, ANA, [])))).toEqual(before.map((p) => p + 7));
  });
});

describe('the order of reviewers', () => {
  const base = [
    change(0, ANA, [BO]),
    change(0, ANA, [CEM]),
    change(1, DARA, [BO, CEM], 5),
    change(2, BO, [ANA], 5),
    change(2, CEM, [ANA], 5),
  ];
  it.each([
    ['a review of this author', change(3, ANA, [CEM], 9)],
    ['a review in this folder', change(3, DARA, [CEM], 1)],
    ['an own change of this file', change(3, CEM, [], 1)],
  ])('[reviewing.3] %s moves nobody down', (_, more) => {
    const question = change(4, ANA, []);
    const place = (changes: readonly Change[]): number => order(changes, question).indexOf(CEM);
    expect(place([...base, more])).toBeLessThanOrEqual(place(base));
    expect(order([...base, more], question)[0]).toBe(CEM);
  });
});
