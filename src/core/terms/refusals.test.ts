import { describe, expect, it } from 'vitest';
import { REFUSALS, refuse } from './refusals.ts';

describe('refusals', () => {
  it('[terms.3] carry code, sentence and remedy', () => {
    const refusal = refuse('dates-reversed', '2026-12-24 lies after 2026-12-01.');
    expect([refusal.code, refusal.message, refusal.remedy]).toEqual(['dates-reversed', '2026-12-24 lies after 2026-12-01.', 'Swap --from and --to.']);
  });

  it.each(Object.entries(REFUSALS))('[terms.3] %s says when and what helps', (code, entry) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect([entry.when.length > 10, entry.remedy.length > 10]).toEqual([true, true]);
  });
});
