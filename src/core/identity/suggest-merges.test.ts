import { describe, expect, it } from 'vitest';
import { type Spelled, suggestMerges } from './suggest-merges.ts';

const person = (name: string, ...emails: readonly string[]): Spelled => ({ names: [name], emails });

describe('suggestMerges', () => {
  it.each<[string, Spelled, Spelled]>([
    ['same full name', person('Ann Lee', 'a@x.example'), person('Ann Lee', 'b@y.example')],
    ['same login or local part', person('Ann Lee', 'annlee7@x.example'), person('Al', 'annlee7@y.example')],
    ['a login made of the name', person('Ann Berglund', 'a@x.example'), person('abe', 'aberglund@y.example')],
    ['the same words in another order', person('Lee Ann Mary', 'a@x.example'), person('Mary Ann Lee', 'b@y.example')],
    ['names one slip apart', person('Ann Berglund', 'a@x.example'), person('Ann Bergulnd', 'b@y.example')],
  ])('[identity.10] suggests %s', (reason, left, right) => {
    expect(suggestMerges([left, right], () => 0)).toEqual([{ left: 0, right: 1, reason, sharedFiles: 0 }]);
  });

  it('[identity.10] asks for a shared file where only family name and first letter agree', () => {
    const people = [person('Ann Berglund', 'a@x.example'), person('Astrid Berglund', 'b@y.example')];
    expect(suggestMerges(people, () => 0)).toEqual([]);
    expect(suggestMerges(people, () => 3).map(({ reason }) => reason)).toEqual(['same family name and first letter']);
  });

  it.each<[string, readonly Spelled[]]>([
    [
      'first names',
      [person('Stefan', 'stefan@x.example'), person('Stefan Berg', 'stefan@y.example'), person('Stefan Holm', 'sh@z.example')],
    ],
    ['roles', [person('Ann Lee', 'contact@lee.example'), person('Bo Ray', 'contact@ray.example')]],
    ['two logins', [person('ann', 'x1@x.example'), person('bo', 'y2@y.example')]],
  ])('[identity.10] suggests nobody by %s', (_, people) => {
    expect(suggestMerges(people, () => 9)).toEqual([]);
  });

  it('[identity.10] puts first what shares most files, and leaves refused pairs out', () => {
    const people = [
      person('Ann Lee', 'a@x.example'),
      person('Ann Lee', 'b@y.example'),
      person('Bo Rayner', 'c@x.example'),
      person('Bo Rayner', 'd@y.example'),
    ];
    const shared = (left: number) => (left === 0 ? 1 : 50);
    expect(suggestMerges(people, shared).map(({ left }) => left)).toEqual([2, 0]);
    expect(suggestMerges(people, shared, (left) => left === 2).map(({ left }) => left)).toEqual([0]);
  });
});
