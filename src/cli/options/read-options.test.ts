import { describe, expect, it } from 'vitest';
import { Refusal } from '#core/terms/refusal.ts';
import { dateOption, momentOfDate, numberOption, wordOption } from './read-options.ts';

const RANGE = { name: '--days', least: 1, most: 365 };
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (problem) {
    if (problem instanceof Refusal) return problem.code;
    throw problem;
  }
  return 'nothing';
};

describe('options', () => {
  it.each(['0', '366', '-3', '1.5', 'two', '', '1e2', '0x10'])('refuse the number %j', (days) => {
    expect(codeOf(() => numberOption({ days }, 'days', RANGE))).toBe('bad-number');
  });

  it.each(['2026-02-30', '2026-13-01', '24.12.2026', '2026-1-1', 'tomorrow', ''])('refuse the date %j', (from) => {
    expect(codeOf(() => dateOption({ from }, 'from'))).toBe('bad-date');
  });

  it('read dates as the first second of their day, UTC', () => {
    expect([momentOfDate('1970-01-02'), momentOfDate('2024-02-29')]).toEqual([86_400, 1_709_164_800]);
  });

  it('name the nearest word', () => {
    expect(() => wordOption({ kind: 'suden' }, 'kind', ['planned', 'sudden'])).toThrow('Did you mean "sudden"?');
    expect(codeOf(() => wordOption({ model: 'dao' }, 'model', ['doa', 'doe']))).toBe('unknown-model');
  });
});
