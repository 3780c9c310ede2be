import { expect, it } from 'vitest';
import { isLastAdministrator, secondAdministrator } from './second-administrator.ts';

it('[accounts.5] a second administrator is asked for until there is one', () => {
  expect([0, 1, 2, 3].map((count) => secondAdministrator(count).secondMissing)).toEqual([true, true, false, false]);
  expect(secondAdministrator(1).sentence).toContain('second one');
});

it('[accounts.5] the last one is told from one of several', () => {
  expect(isLastAdministrator(['a'], 'a')).toBe(true);
  expect(isLastAdministrator(['a', 'a'], 'a')).toBe(true);
  expect(isLastAdministrator(['a', 'b'], 'a')).toBe(false);
  expect(isLastAdministrator(['b'], 'a')).toBe(false);
});
