import { describe, expect, it } from 'vitest';
import { HOUR } from '#core/terms/moment.ts';
import { areOtherEyes, LASTS, type Opening, openingNow, type OpeningWord, WAITS } from './opening-state.ts';

const word = (by: string, says: OpeningWord['says'], hours: number): OpeningWord => ({ by, says, at: hours * HOUR });
const YES = word('cem', 'yes', 2);
const opening = (words: readonly OpeningWord[], changes: Partial<Opening> = {}): Opening => ({
  askedBy: 'ana',
  askedAt: 0,
  hours: 4,
  words,
  ...changes,
});
const span = (from: number, until: number) => ({ from: from * HOUR, until: until * HOUR });

describe('names under a works agreement', () => {
  it.each<[string, Opening, number, string, ReturnType<typeof span> | null]>([
    ['before anybody has spoken', opening([]), 1, 'waiting', null],
    ['before the yes was given', opening([YES]), 1, 'waiting', null],
    ['with the yes of another', opening([YES]), 2, 'open', span(2, 6)],
    ['just before their time ends', opening([YES]), 5.99, 'open', span(2, 6)],
    ['when their time ends', opening([YES]), 6, 'over', span(2, 6)],
    ['for more hours than there may be', opening([YES], { hours: 500 }), 3, 'open', span(2, 2 + LASTS / HOUR)],
    ['with a second yes, which lengthens nothing', opening([YES, word('dara', 'yes', 5)]), 7, 'over', span(2, 6)],
    ['with the yes of whoever asks', opening([word('ana', 'yes', 1)]), 3, 'waiting', null],
    ['with a yes from before it was asked', opening([word('cem', 'yes', -1)]), 3, 'waiting', null],
    ['with a no', opening([word('cem', 'no', 1)]), 3, 'refused', null],
    ['with a no after a yes', opening([YES, word('dara', 'no', 3)]), 3, 'refused', span(2, 3)],
    ['with a no before a yes', opening([word('dara', 'no', 1), YES]), 3, 'refused', null],
    ['with a no of the same moment', opening([word('dara', 'no', 2), YES]), 3, 'refused', null],
    ['with a no long after a late yes', opening([word('cem', 'yes', 71), word('cem', 'no', 74)]), 74, 'refused', span(71, 74)],
    ['with a no when all is over', opening([YES, word('dara', 'no', 9)]), 10, 'over', span(2, 6)],
    ['with the no of whoever asks', opening([word('ana', 'no', 1), YES]), 3, 'open', span(2, 6)],
    ['withdrawn while it waits', opening([word('ana', 'withdraw', 1)]), 2, 'withdrawn', null],
    ['withdrawn while it is open', opening([YES, word('ana', 'withdraw', 3)]), 4, 'withdrawn', span(2, 3)],
    ['withdrawn by another', opening([YES, word('bo', 'withdraw', 3)]), 4, 'open', span(2, 6)],
    ['when nobody answers for three days', opening([]), WAITS / HOUR, 'lapsed', null],
    ['when the yes comes too late', opening([word('cem', 'yes', 72)]), 73, 'lapsed', null],
  ])('[disclosure.2] %s', (_, asked, hours, state, open) => {
    expect(openingNow(asked, hours * HOUR)).toEqual({ state, open });
  });

  it.each([
    ['another account', 'cem', ['m1'], true],
    ['the account that asks', 'ana', ['m1'], false],
    ['somebody whose name would be seen', 'cem', ['m1', 's2'], false],
    ['somebody of whom nothing is known', 'cem', [], true],
    ['another account of whoever asks', 'ana-too', ['m1', 'a2'], false],
  ] as const)('[disclosure.2] are decided on by other eyes: %s', (_, account, marks, may) => {
    expect(areOtherEyes({ account, marks }, { account: 'ana', marks: ['a1', 'a2'] }, ['s1', 's2'])).toBe(may);
  });
});
