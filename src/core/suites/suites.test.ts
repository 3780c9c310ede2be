import { describe, expect, it } from 'vitest';
import { SUITE_NAMES } from '#core/terms/suite-report.ts';
import { SUITES } from './suites.ts';

describe('the table of suites', () => {
  it('[suites.1] names each once, in the order of the words, with what it needs', () => {
    const names = SUITES.map(({ name }) => name);
    expect(names).toEqual(SUITE_NAMES.filter((name) => names.includes(name)));
    expect(SUITES.filter(({ repositories, columns }) => repositories === 'none' && columns === undefined).map(({ name }) => name)).toEqual([
      'signals',
    ]);
    expect(SUITES.filter(({ repositories, columns }) => repositories === 'named' && columns?.includes('commit') !== true)).toEqual([]);
  });
});
