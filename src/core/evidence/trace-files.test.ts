import { describe, expect, it } from 'vitest';
import { historyOf, type ToldRevision } from '#test/history-of.ts';
import { traceFiles } from './trace-files.ts';

/** Days on which each file was touched, and on which it was born (`*`), by its latest path. */
function lines(told: readonly ToldRevision[], tree?: readonly string[]): Readonly<Record<string, string>> {
  const history = historyOf(told, tree === undefined ? {} : { tree });
  const trace = traceFiles(history);
  const days = told.toReversed();
  const found = new Map<string, string[]>();
  for (let commit = 0; commit < history.commits.count; commit++) {
    for (let touch = history.commits.firstTouch[commit]!; touch < history.commits.firstTouch[commit + 1]!; touch++) {
      const file = trace.fileOfTouch[touch]!;
      const key = `${history.paths[trace.path[file]!]!}${trace.alive[file] === 1 ? '' : ' †'}`;
      found.set(key, [`${days[commit]!.day}${trace.creates[touch] === 1 ? '*' : ''}`, ...(found.get(key) ?? [])]);
    }
  }
  return Object.fromEntries([...found].map(([path, acts]) => [path, acts.join(' ')]));
}

const revision = (day: number, ...touches: readonly string[]): ToldRevision => ({ day, by: 'Ann Lee <ann@firm.example>', touches });

describe('traceFiles', () => {
  it.each<[string, readonly ToldRevision[], Readonly<Record<string, string>>]>([
    ['a rename', [revision(1, 'A a'), revision(2, 'M a'), revision(3, 'R a > b'), revision(4, 'M b')], { b: '1* 2 3 4' }],
    ['two renames in a row', [revision(1, 'A a'), revision(2, 'R a > b'), revision(3, 'R b > c')], { c: '1* 2 3' }],
    ['there and back', [revision(1, 'A a'), revision(2, 'R a > b'), revision(3, 'R b > a'), revision(4, 'M a')], { a: '1* 2 3 4' }],
    ['a folder that moves', [revision(1, 'A x/a', 'A x/b'), revision(2, 'R x/a > y/a', 'R x/b > y/b')], { 'y/a': '1* 2', 'y/b': '1* 2' }],
    [
      'two files that change places',
      [revision(1, 'A a', 'A b'), revision(2, 'M a'), revision(3, 'R a > b', 'R b > a')],
      { a: '1* 3', b: '1* 2 3' },
    ],
    ['a copy, as an add', [revision(1, 'A a'), revision(2, 'A b'), revision(3, 'M b')], { a: '1*', b: '2* 3' }],
  ])('[evidence.1] follows %s', (_, told, expected) => {
    expect(lines(told)).toEqual(expected);
  });

  it.each<[string, readonly ToldRevision[], Readonly<Record<string, string>>]>([
    [
      'another file that takes a free name',
      [revision(1, 'A a'), revision(2, 'R a > b'), revision(3, 'A a'), revision(4, 'M a')],
      { a: '3* 4', b: '1* 2' },
    ],
    [
      'a file that takes the name of a dead one',
      [revision(1, 'A a', 'A b'), revision(2, 'D b'), revision(3, 'R a > b')],
      { b: '1* 3', 'b †': '1* 2' },
    ],
    ['a file that comes back', [revision(1, 'A a'), revision(2, 'D a'), revision(3, 'A a'), revision(4, 'M a')], { a: '1* 2 3* 4' }],
    ['a file that is gone', [revision(1, 'A a'), revision(2, 'M a'), revision(3, 'D a')], { 'a †': '1* 2 3' }],
  ])('[evidence.2] tells apart %s', (_, told, expected) => {
    expect(lines(told)).toEqual(expected);
  });

  it.each<[string, readonly ToldRevision[], readonly string[], Readonly<Record<string, string>>]>([
    [
      'a change under the old name',
      [revision(1, 'A a'), revision(2, 'R a > b'), revision(3, 'M a'), revision(4, 'M b')],
      ['b'],
      { b: '1* 2 3 4' },
    ],
    [
      'one rename made twice',
      [revision(1, 'A a'), revision(2, 'R a > b'), revision(3, 'R a > b'), revision(4, 'M b')],
      ['b'],
      { b: '1* 2 3 4' },
    ],
    ['one file added twice', [revision(1, 'A a'), revision(2, 'A a'), revision(3, 'M a')], ['a'], { a: '1* 2 3' }],
    [
      'a rename there, remove and add here',
      [revision(1, 'A a'), revision(2, 'R a > b'), revision(3, 'D a', 'A b')],
      ['b'],
      { b: '1* 2 3 3' },
    ],
    [
      'a rename on one branch, staying on the other',
      [revision(1, 'A a'), revision(2, 'R a > b'), revision(3, 'M a')],
      ['a', 'b'],
      { a: '1* 3', b: '2' },
    ],
  ])('[evidence.3] understands %s', (_, told, tree, expected) => {
    expect(lines(told, tree)).toEqual(expected);
  });

  const subtree = [revision(1, 'A lib/a', 'A lib/b', 'A lib/c'), revision(2, 'M lib/a'), revision(5, 'M parts/x/lib/a')];

  it('[evidence.4] finds files again that a merge moved', () => {
    expect(lines(subtree, ['parts/x/lib/a', 'parts/x/lib/b', 'parts/x/lib/c'])).toEqual({
      'parts/x/lib/a': '1* 2 5',
      'parts/x/lib/b': '1*',
      'parts/x/lib/c': '1*',
    });
  });

  it('[evidence.4] does not take two files of one name for a move', () => {
    const told = [revision(1, 'A a', 'A b'), revision(2, 'M x/a')];
    expect(lines(told, ['x/a', 'x/b'])).toEqual({ 'a †': '1*', 'b †': '1*', 'x/a': '2' });
  });
});
