import { describe, expect, it } from 'vitest';
import { REFUSALS, refusal } from './refusals.ts';

describe('refusals', () => {
  it('[terms.3] carry code, sentence and remedy, filled in', () => {
    const it = refusal('dates-reversed', { from: '2026-12-24', to: '2026-12-01' });
    expect([it.code, it.message, it.remedy]).toEqual([
      'dates-reversed',
      'The absence would end on 2026-12-01, before it begins on 2026-12-24.',
      'Swap them: `--from 2026-12-01 --to 2026-12-24`.',
    ]);
  });

  it.each(Object.entries(REFUSALS))('[terms.3] %s says what happened and what helps', (code, { sentence, remedy }) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect([sentence.length > 8, remedy.length > 7]).toEqual([true, true]);
  });
});
