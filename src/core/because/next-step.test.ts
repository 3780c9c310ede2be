import { describe, expect, it } from 'vitest';
import { type Chance, chooseNextStep } from './next-step.ts';

function chance(area: string, stalled: number, secondsChanges: number): Chance {
  return { area, command: `understudy who ${area}`, stalled, secondsChanges, from: 'carrier' };
}

describe('the first step', () => {
  it.each([
    ['where most would wait', [chance('a/', 3, 0), chance('b/', 1, 0)], 'a/'],
    ['rather where somebody is half-way', [chance('a/', 3, 0), chance('b/', 2, 12)], 'b/'],
    ['rather where somebody can hand it over', [{ ...chance('a/', 3, 5), from: 'nobody' as const }, chance('b/', 1, 5)], 'b/'],
    ['the first of equals', [chance('a/', 2, 1), chance('b/', 2, 1)], 'a/'],
  ])('[because.2] is taken %s', (_what, chances, area) => {
    expect(chooseNextStep(chances, true)?.area).toBe(area);
  });

  it.each([
    [
      chance('a/', 1, 7),
      'let a second person lead the next change in a/ with review by its carrier; somebody here has already made 7 changes there',
    ],
    [chance('a/', 1, 0), 'let somebody who is new to a/ make its next change together with its carrier'],
    [
      { ...chance('a/', 1, 3), from: 'parts' as const },
      'several know a part of a/ and nobody all of it: let two of them make its next change together',
    ],
    [
      { ...chance('a/', 1, 0), from: 'nobody' as const },
      'nobody here carries a/ now: let two people make its next change together, and write down what they had to find out',
    ],
  ])('[because.2] says what to do on one change', (one, sentence) => {
    expect(chooseNextStep([one], true)).toEqual({ area: 'a/', sentence, command: 'understudy who a/' });
  });

  it('[because.2] is to keep it so where nothing would wait, and nothing where nothing is judged', () => {
    expect([chooseNextStep([chance('a/', 0, 5)], true)?.command, chooseNextStep([], true)?.command, chooseNextStep([], false)]).toEqual([
      'understudy init',
      'understudy init',
      null,
    ]);
  });
});
