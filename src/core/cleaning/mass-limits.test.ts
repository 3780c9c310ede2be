import { describe, expect, it } from 'vitest';
import { massLimits } from './mass-limits.ts';

describe('massLimits', () => {
  it.each([
    ['no commit at all', [], { mass: 50, initialImport: 100 }],
    ['narrow commits', Array.from({ length: 100 }, () => 1), { mass: 50, initialImport: 100 }],
    [
      '19 of 20 commits up to 8 files',
      [...Array.from({ length: 95 }, (_, i) => 1 + (i % 8)), 900, 900, 900, 900, 900],
      { mass: 80, initialImport: 100 },
    ],
    ['wide commits', Array.from({ length: 100 }, () => 30), { mass: 300, initialImport: 300 }],
  ])('[cleaning.1] worked example: %s', (_, counts, expected) => {
    expect(massLimits(counts)).toEqual(expected);
    expect(massLimits(counts.toReversed())).toEqual(expected);
  });
});
