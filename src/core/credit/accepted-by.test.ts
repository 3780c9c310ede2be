import { describe, expect, it } from 'vitest';
import { historyOf, type ToldRevision } from '#test/history-of.ts';
import { acceptedBy } from './accepted-by.ts';
import { NO_ROW } from '#core/evidence/raw-history.ts';

const ANN = 'Ann Lee <ann@firm.example>';
const BO = 'Bo Ray <bo@firm.example>';
const CY = 'Cy Fox <cy@firm.example>';

/** Who accepted each named commit; everybody but Cy's robot may. */
function accepted(told: readonly ToldRevision[]): Readonly<Record<string, string>> {
  const history = historyOf(told);
  const by = acceptedBy(history, {
    personOf: (identity) => identity,
    mayAccept: (identity) => history.identities[identity]!.name !== 'Robot',
  });
  return Object.fromEntries(
    told
      .toReversed()
      .flatMap(({ name }, row) => (name === undefined ? [] : [[name, by[row] === NO_ROW ? 'nobody' : history.identities[by[row]!]!.name]])),
  );
}

const root: ToldRevision = { day: 0, by: ANN, name: 'root', parents: [] };
const pull = (name: string, day: number, by: string, parents: readonly string[]): ToldRevision => ({
  day,
  by,
  name,
  parents,
  flags: ['pullMerge'],
});

describe('acceptedBy', () => {
  it.each<[string, readonly ToldRevision[], Readonly<Record<string, string>>]>([
    [
      'the one who merged the pull request',
      [root, { day: 1, by: BO, name: 'a' }, { day: 2, by: BO, name: 'b' }, pull('m', 3, ANN, ['root', 'b'])],
      { root: 'nobody', a: 'Ann Lee', b: 'Ann Lee', m: 'nobody' },
    ],
    [
      'nobody, where one merged one’s own',
      [root, { day: 1, by: BO, name: 'a' }, pull('m', 3, BO, ['root', 'a'])],
      { root: 'nobody', a: 'nobody', m: 'nobody' },
    ],
    [
      'nobody, where branches are merged without a pull request',
      [root, { day: 1, by: BO, name: 'a' }, { ...pull('m', 3, ANN, ['root', 'a']), flags: [] }],
      { root: 'nobody', a: 'nobody', m: 'nobody' },
    ],
    [
      'the innermost merge',
      [
        root,
        { day: 1, by: CY, name: 'a' },
        { day: 2, by: BO, name: 'b', parents: ['root'] },
        pull('in', 3, BO, ['b', 'a']),
        pull('out', 4, ANN, ['root', 'in']),
      ],
      { root: 'nobody', a: 'Bo Ray', b: 'Ann Lee', in: 'Ann Lee', out: 'nobody' },
    ],
    [
      'nobody for what the trunk had before',
      [
        root,
        { day: 1, by: CY, name: 'trunk' },
        { day: 2, by: BO, name: 'a', parents: ['root'] },
        { day: 3, by: BO, name: 'back', parents: ['a', 'trunk'] },
        pull('m', 4, ANN, ['trunk', 'back']),
      ],
      { root: 'nobody', trunk: 'nobody', a: 'Ann Lee', back: 'Ann Lee', m: 'nobody' },
    ],
    ['the committer who applied it', [root, { day: 1, by: BO, committer: ANN, name: 'a' }], { root: 'nobody', a: 'Ann Lee' }],
    [
      'nobody, where a robot committed it',
      [root, { day: 1, by: BO, committer: 'Robot <r@firm.example>', name: 'a' }],
      { root: 'nobody', a: 'nobody' },
    ],
  ])('[credit.2] is %s', (_, told, expected) => {
    expect(accepted(told)).toEqual(expected);
  });

  it.each([
    [30, 'Ann Lee'],
    [31, 'nobody'],
  ])('[credit.2] a merge of %d commits is accepted by %s', (count, expected) => {
    const branch = Array.from({ length: count }, (_, i): ToldRevision => ({ day: 1 + i / 100, by: BO, name: `c${i}` }));
    expect(accepted([root, ...branch, pull('m', 3, ANN, ['root', `c${count - 1}`])])['c0']).toBe(expected);
  });

  it.each([
    [100, 'Ann Lee'],
    [101, 'nobody'],
  ])('[credit.2] of %d commits applied within one hour, each is accepted by %s', (count, expected) => {
    const applied = Array.from(
      { length: count },
      (_, i): ToldRevision => ({ day: 1 + i, landed: 500, by: BO, committer: ANN, name: `c${i}` }),
    );
    expect(accepted([root, ...applied])['c0']).toBe(expected);
  });
});
