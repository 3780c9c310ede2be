import { describe, expect, it } from 'vitest';
import { type LogRecord, runsOf } from './log-runs.ts';

const record = (id: string, change: Partial<LogRecord> = {}): LogRecord => ({
  id,
  at: `2026-11-21T09:0${id}:00.000Z`,
  by: 'someone',
  question: 'away',
  topics: ['self'],
  subjects: ['someone'],
  outcome: 'answered',
  sight: 'everything',
  ...change,
});

describe('the access log as it is shown', () => {
  it('says once what was asked several times in a row, with its first and last time', () => {
    const [first, , last] = [record('1'), record('2'), record('3')];
    expect(runsOf([last!, record('2'), first!])).toEqual([{ first, last, count: 3 }]);
  });

  it.each([
    { by: 'another' },
    { question: 'ready' },
    { outcome: 'refused' as const },
    { subjects: ['another'] },
    { sight: 'nothing' },
    { topics: [] },
    { reason: 'asked by the council' },
  ])('joins nothing that differs: %o', (change) => {
    const rows = [record('3'), record('2', change), record('1')];
    expect(runsOf(rows).map(({ count }) => count)).toEqual([1, 1, 1]);
  });
});
