import { expect, it } from 'vitest';
import { leftWords } from './left-words.ts';

const HOUR = 3_600_000;

it.each([
  [71.99 * HOUR, '2 days and 23 hours are'],
  [25.5 * HOUR, '1 day and 1 hour are'],
  [48.2 * HOUR, '2 days are'],
  [1.9 * HOUR, '1 hour is'],
  [0.5 * HOUR, '30 minutes are'],
  [-1, '0 minutes are'],
])('says how long is left: %s ms', (milliseconds, words) => {
  expect(leftWords(milliseconds)).toBe(words);
});
