import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

describe('nearest', () => {
  it.each([
    ['aeras', ['areas', 'away', 'map'], ['areas']],
    ['explian', ['explain', 'export'], ['explain']],
    ['bill', ['billing/', 'ledger/'], ['billing/']],
    ['Zoe', ['Zoé Lambert'], ['Zoé Lambert']],
    ['qqqqq', ['areas', 'away'], []],
    ['thresold', ['threshold', 'baseline'], ['threshold']],
  ])('[terms.2] %s may mean one of %j: %j', (typed, known, expected) => {
    expect(nearest(typed, known)).toEqual(expected);
  });
});
