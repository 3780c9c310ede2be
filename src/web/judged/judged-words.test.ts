import { describe, expect, it } from 'vitest';
import { FACT_FAMILIES } from '#core/facts/fact-kinds.ts';
import { familyWords, sayJudged } from './judged-words.ts';

describe('what can be judged beyond code', () => {
  const some = (told: readonly string[]) =>
    Object.keys(FACT_FAMILIES).map((family) => ({ family, from: told.includes(family) ? 0 : null }));

  it('is said with what is a blind spot', () => {
    expect(sayJudged(some([]))).toMatch(/^Nothing beyond code can be judged yet/);
    expect(sayJudged(some(Object.keys(FACT_FAMILIES)))).toMatch(/^Beyond code, all \d+ kinds of facts are told/);
    const most = Object.keys(FACT_FAMILIES).filter((family) => family !== 'rota');
    expect(sayJudged(some(most))).toMatch(/Blind spot: who is on call\.$/);
    expect(sayJudged(some(['rota']))).toMatch(/^Beyond code, 1 of \d+ kinds of facts are told\. Blind spots: changes and reviews, /);
  });

  it('has words for a family that nobody has heard of', () => expect(familyWords('constructor')).toBe('constructor'));
});
