import { describe, expect, it } from 'vitest';
import { HOUR } from '#core/terms/moment.ts';
import { LASTS, type Opening, openingState, WAITS } from './opening-state.ts';

type Word = Opening['words'][number];
const yes = (by: string, role: Word['role'], hours: number, says: Word['says'] = 'yes'): Word => ({ by, role, at: hours * HOUR, says });
const COUNCIL = yes('cem', 'council', 1);
const LEAD = yes('dara', 'lead', 2);
const opening = (words: readonly Word[], changes: Partial<Opening> = {}): Opening => ({
  askedBy: 'ana',
  askedAt: 0,
  reason: 'the only carrier of billing cannot be reached',
  subjects: ['bo'],
  words,
  ...changes,
});

describe('names under a works agreement', () => {
  it.each<[string, Opening, number, string]>([
    ['before anybody has spoken', opening([]), 1, 'waiting'],
    ['with one yes', opening([COUNCIL]), 3, 'waiting'],
    ['with two, one of the council', opening([COUNCIL, LEAD]), 3, 'open'],
    ['before the second yes was given', opening([COUNCIL, LEAD]), 1.5, 'waiting'],
    ['with two, none of the council', opening([LEAD, yes('eli', 'sponsor', 1)]), 3, 'waiting'],
    ['with the same council twice', opening([COUNCIL, yes('cem', 'lead', 2)]), 3, 'waiting'],
    ['with their own yes', opening([COUNCIL, yes('ana', 'lead', 2)]), 3, 'waiting'],
    ['with the yes of a subject', opening([COUNCIL, yes('bo', 'lead', 2)]), 3, 'waiting'],
    ['with a yes from before it was asked', opening([COUNCIL, yes('dara', 'lead', -1)]), 3, 'waiting'],
    ['with one no', opening([COUNCIL, LEAD, yes('eli', 'member', 2, 'no')]), 3, 'refused'],
    ['without a reason', opening([COUNCIL, LEAD], { reason: 'because         ' }), 3, 'refused'],
    ['a day after', opening([COUNCIL, LEAD]), 2 + LASTS / HOUR, 'over'],
    ['just within the day', opening([COUNCIL, LEAD]), 1.9 + LASTS / HOUR, 'open'],
    ['when nobody answers for three days', opening([COUNCIL]), WAITS / HOUR, 'over'],
    ['when the second yes comes too late', opening([COUNCIL, yes('dara', 'lead', 73)]), 74, 'over'],
  ])('[disclosure.2] %s', (_, asked, hours, state) => {
    expect(openingState(asked, hours * HOUR)).toBe(state);
  });
});
