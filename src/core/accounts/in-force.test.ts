import { expect, it } from 'vitest';
import { inForce } from './in-force.ts';

it.each([
  [9, []],
  [10, ['a', 'b']],
  [19, ['a', 'b']],
  [20, ['b', 'c']],
  [1e9, ['b']],
])('[accounts.4] at %i, what holds is %j', (at, names) => {
  const all = [
    { name: 'a', from: 10, until: 20 },
    { name: 'b', from: 10, until: null },
    { name: 'c', from: 20, until: 21 },
    { name: 'never', from: 10, until: 10 },
  ];
  expect(inForce(all, at).map(({ name }) => name)).toEqual(names);
});
