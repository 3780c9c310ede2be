import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortened } from './shortened.ts';

const within = (letters: number) => (text: string) => text.length <= letters;

describe('a name on the map', () => {
  it.each([
    ['billing/', 8, 'billing/'],
    ['gopls/internal/analysis/', 24, 'gopls/internal/analysis/'],
    ['gopls/internal/analysis/', 20, '…/internal/analysis'],
    ['gopls/internal/analysis/', 12, '…/analysis'],
    ['gopls/internal/analysis/', 9, 'analysis'],
    ['gopls/internal/analysis/', 7, 'analys…'],
    ['gopls/internal/analysis/', 5, ''],
    ['arch/arm/ (rest)', 14, '…/arm/ (rest)'],
    ['drivers/ (rest)', 11, 'drivers/ (…'],
    ['settlement_test.go', 11, 'settlement…'],
  ])('%s in %i letters is %s', (name, letters, text) => {
    expect(shortened(name, within(letters))).toBe(text);
  });

  it('never takes more room than there is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.nat(40), (name, letters) => {
        expect(shortened(name, within(letters)).length).toBeLessThanOrEqual(letters);
      }),
    );
  });
});
