import { describe, expect, it } from 'vitest';
import { QUESTION_INPUTS } from '#contract/questions.ts';
import { QUESTION_TOPICS } from '#core/policy/asked.ts';
import { MODES } from '#core/policy/viewer.ts';
import { askedWords } from './asked-words.ts';

describe('what stands in the access log', () => {
  it('is said in words, whatever can be asked', () => {
    const asked = [...Object.keys(QUESTION_TOPICS), ...Object.keys(QUESTION_INPUTS), ...MODES.map((mode) => `mode ${mode}`)];
    expect(asked.filter((question) => askedWords(question).includes('“'))).toEqual([]);
  });

  it('is a sentence of the interface where the door refused, and harmless where nobody knows it', () => {
    expect(askedWords('change-settings')).toMatch(/^Changes what is said/);
    expect(askedWords('toString')).toBe('“toString”');
    expect(askedWords('a\u202eb')).toBe('“a\\u202eb”');
  });
});
