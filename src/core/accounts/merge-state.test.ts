import { expect, it } from 'vitest';
import type { Word } from './claim-state.ts';
import { type Merge, mergeState, mergeWordProblem } from './merge-state.ts';

const word = (by: string, says: Word['says'] = 'confirm', at = 1): Word => ({ by, says, at });
const merge = (words: readonly Word[], concerned: readonly string[] = []): Merge => ({ proposedBy: 'ana', words, concerned });

it.each([
  ['nobody has spoken', merge([]), 'proposed'],
  ['somebody else said yes', merge([word('bo')]), 'confirmed'],
  ['the one it speaks of is missing', merge([word('bo')], ['cem']), 'proposed'],
  ['the one it speaks of said yes', merge([word('cem')], ['cem']), 'confirmed'],
  ['the one it speaks of proposed it', merge([word('bo')], ['ana']), 'confirmed'],
  ['the one it speaks of proposed it and nobody else spoke', merge([], ['ana']), 'proposed'],
  ['somebody said no', merge([word('bo'), word('cem', 'refuse')]), 'refused'],
  ['it was taken back', merge([word('bo'), word('ana', 'withdraw', 2)]), 'withdrawn'],
] as const)('[accounts.10] a merge, when %s, is %s', (_, one, state) => {
  expect(mergeState(one)).toBe(state);
});

it('[accounts.10] a merge was what it was', () => {
  const undone = merge([word('bo'), word('ana', 'withdraw', 5)]);
  expect([0, 1, 4, 5].map((at) => mergeState(undone, at))).toEqual(['proposed', 'confirmed', 'confirmed', 'withdrawn']);
});

it.each([
  ['an administrator', { account: 'bo', isAdministrator: true }, 'confirm', true],
  ['the one it speaks of', { account: 'cem', isAdministrator: false }, 'refuse', true],
  ['somebody else', { account: 'dara', isAdministrator: false }, 'confirm', false],
  ['the one who proposed it', { account: 'ana', isAdministrator: true }, 'confirm', false],
  ['the one who takes it back', { account: 'ana', isAdministrator: false }, 'withdraw', true],
] as const)('[accounts.10] %s says it', (_, speaker, says, may) => {
  expect(mergeWordProblem(merge([], ['cem']), speaker, says) === null).toBe(may);
});
