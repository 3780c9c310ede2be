import { describe, expect, it } from 'vitest';
import { historyOf, type ToldRevision } from '#test/history-of.ts';
import { cleanEvidence } from '#core/cleaning/clean.ts';
import { commitAt, commitNamed, restrictHistory } from './restrict-history.ts';

const ANN = 'Ann Lee <ann@firm.example>';
const told: readonly ToldRevision[] = [
  { day: 1, by: ANN, touches: ['A a.ts', 'A b.ts'], parents: [], name: 'one' },
  { day: 2, by: 'Bo Ray <bo@firm.example>', touches: ['R a.ts > c.ts'], name: 'two', trailers: [['reviewed', ANN]] },
  { day: 3, by: 'Cy Fox <cy@firm.example>', touches: ['A side.ts'], parents: ['one'], name: 'side' },
  { day: 4, by: 'Ann Old <ann@firm.example>', parents: ['two', 'side'], name: 'merge' },
  { day: 5, by: 'Di Orr <di@firm.example>', touches: ['D b.ts', 'M c.ts'], name: 'five' },
];
const history = historyOf(told);
const rowOf = (name: string): number => told.length - 1 - told.findIndex((one) => one.name === name);

describe('restrictHistory', () => {
  it.each([
    ['one', 1, ['a.ts', 'b.ts']],
    ['two', 2, ['b.ts', 'c.ts']],
    ['merge', 4, ['b.ts', 'c.ts', 'side.ts']],
    ['five', 5, ['c.ts', 'side.ts']],
  ])('[evidence.6] at %s there are %d commits and the files %j', (name, commits, files) => {
    const then = restrictHistory(history, rowOf(name));
    expect(then.commits.count).toBe(commits);
    expect(Array.from(then.tree.path, (path) => then.paths[path]!).toSorted()).toEqual(files);
  });

  it('[evidence.6] gives the evidence that the shorter history gives', () => {
    const { head: _, ...then } = restrictHistory(history, rowOf('two'), [
      { path: 'b.ts', bytes: 1000 },
      { path: 'c.ts', bytes: 1000 },
    ]);
    const shorter = cleanEvidence([historyOf(told.slice(0, 2))]);
    expect(cleanEvidence([{ ...then, head: shorter.repositories[0]!.head }])).toEqual(shorter);
  });

  it('[evidence.6] takes the tree from who could read it', () => {
    const then = restrictHistory(history, rowOf('two'), [{ path: 'moved/c.ts', bytes: 7 }]);
    expect(then.paths[then.tree.path[0]!]).toBe('moved/c.ts');
    expect(then.tree.bytes[0]).toBe(7);
  });

  it.each([
    ['0'.repeat(39) + '2', 'two'],
    ['0'.repeat(39), undefined],
    ['zz', undefined],
    ['', undefined],
    ['f'.repeat(40), undefined],
  ])('[evidence.6] the hash %s names %s', (hash, name) => {
    expect(commitNamed(history, hash)).toBe(name === undefined ? undefined : rowOf(name));
  });

  it('[evidence.6] a date means the last commit of the trunk before it', () => {
    const at = (day: number): number | undefined => commitAt(history, history.commits.committedAt[rowOf('one')]! + (day - 1) * 86_400);
    expect([0.5, 1, 3.5, 4, 99].map(at)).toEqual([undefined, rowOf('one'), rowOf('two'), rowOf('merge'), rowOf('five')]);
  });
});
