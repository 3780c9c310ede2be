import { expect, it } from 'vitest';
import { type Claim, claimsOverlap, claimState, claimWordProblem, type Word } from './claim-state.ts';

const word = (says: Word['says'], at: number, by = 'ana'): Word => ({ says, at, by });
const claim = (...words: readonly Word[]): Claim => ({ account: 'bo', spelling: 'bo@shop.example', madeAt: 0, words });

it.each([
  [[], 9, 'proposed'],
  [[word('confirm', 1)], 0, 'proposed'],
  [[word('confirm', 1)], 1, 'confirmed'],
  [[word('confirm', 1), word('withdraw', 5, 'bo')], 4, 'confirmed'],
  [[word('confirm', 1), word('withdraw', 5, 'bo')], 5, 'withdrawn'],
  [[word('confirm', 1), word('refuse', 5)], 9, 'refused'],
  [[word('refuse', 1), word('confirm', 2)], 9, 'refused'],
] as const)('[accounts.8] after %j, at %i, a claim is %s', (words, at, state) => {
  expect(claimState(claim(...words), at)).toBe(state);
});

const admin = { account: 'ana', isAdministrator: true, isConfirmed: false };
const member = { account: 'cem', isAdministrator: false, isConfirmed: true };
const newcomer = { account: 'dara', isAdministrator: false, isConfirmed: false };
const oneself = { account: 'bo', isAdministrator: true, isConfirmed: true };

it.each([
  ['an administrator confirms', admin, 'confirm', claim(), true],
  ['somebody confirmed confirms', member, 'confirm', claim(), true],
  ['a newcomer does not', newcomer, 'confirm', claim(), false],
  ['nobody confirms themself, not even an administrator', oneself, 'confirm', claim(), false],
  ['nobody refuses their own', oneself, 'refuse', claim(), false],
  ['an administrator refuses, even later', admin, 'refuse', claim(word('confirm', 1)), true],
  ['a member does not refuse', member, 'refuse', claim(), false],
  ['whoever made it takes it back, even later', oneself, 'withdraw', claim(word('confirm', 1)), true],
  ['nobody else takes it back', admin, 'withdraw', claim(), false],
  ['it is confirmed once', member, 'confirm', claim(word('confirm', 1)), false],
  ['what was refused stays so', admin, 'confirm', claim(word('refuse', 1)), false],
] as const)('[accounts.8] %s', (_, speaker, says, one, may) => {
  expect(claimWordProblem(one, speaker, says) === null).toBe(may);
});

it.each([
  ['bo@shop.example', 'BO@shop.example', true],
  ['Bo <bo@shop.example>', 'bo@shop.example', true],
  ['Bo <bo@shop.example>', 'bo <bo@shop.example>', true],
  ['Bo <team@shop.example>', 'Cem <team@shop.example>', false],
  ['bo@shop.example', 'bo@home.example', false],
])('[accounts.9] %s and %s may be one row of the history: %s', (left, right, overlap) => {
  expect(claimsOverlap(left, right)).toBe(overlap);
});
