import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failuresNow, FORGOTTEN, lockOut, LONGEST_WAIT, TRIED } from './lock-out.ts';

describe('waiting after failed attempts', () => {
  it('[accounts.2] doubles up to a quarter of an hour', () => {
    expect([4, 5, 6, 7, 8, 12, 13, 1000].map((failures) => lockOut(failures, 'account'))).toEqual([0, 5, 10, 20, 40, 640, 900, 900]);
    expect([39, 40, 41].map((failures) => lockOut(failures, 'address'))).toEqual([0, 5, 10]);
  });

  it('[accounts.2] never shrinks with another failure, and ends', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...TRIED), (failures, tried) => {
        expect(lockOut(failures + 1, tried)).toBeGreaterThanOrEqual(lockOut(failures, tried));
        expect(lockOut(failures, tried)).toBeLessThanOrEqual(LONGEST_WAIT);
      }),
    );
  });

  it('[accounts.2] lets nobody guess more than a few hundred times a day', () => {
    let [guesses, at] = [0, 0];
    for (; at < FORGOTTEN; guesses++) at += lockOut(guesses + 1, 'account');
    expect(guesses).toBeLessThan(120);
  });

  it('[accounts.2] is forgotten after a day without an attempt', () => {
    expect(failuresNow(9, 0, FORGOTTEN - 1)).toBe(9);
    expect(failuresNow(9, 0, FORGOTTEN)).toBe(0);
  });
});
