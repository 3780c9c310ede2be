import { describe, expect, it } from 'vitest';
import type { Figure, SuiteReport } from '#core/terms/suite-report.ts';
import { gridOf } from './figure-grid.ts';
import { figureTitle, sayRecord } from './say-record.ts';

const figure = (name: string, by: string, value: number, better: Figure['better'] = 'higher'): Figure => ({
  name,
  by,
  ours: by === 'ours',
  better,
  estimate: { value, low: value - 0.1, high: value + 0.1, level: 0.95 },
});
const report = (figures: readonly Figure[], bars: SuiteReport['bars'] = []): SuiteReport => ({
  suite: 'successors',
  reading: '',
  figures,
  bars,
  plots: [],
  negative: [],
  leftOut: [],
  notJudged: [],
  method: [],
});

describe('how a suite is compared', () => {
  it('in a grid with ours first and gaps where nothing was measured', () => {
    const figures = [figure('top1', 'last', 0.1), figure('top1', 'ours', 0.3), figure('mrr', 'ours', 0.4), figure('mrr', 'mix', 0.2)];
    const grid = gridOf([...figures, figure('ece', 'ours', 0.02)]);
    expect(grid.names.map(({ name }) => name)).toEqual(['top1', 'mrr']);
    expect(grid.lines.map(({ by, cells }) => [by, ...cells.map((cell) => cell?.estimate.value ?? null)])).toEqual([
      ['ours', 0.3, 0.4],
      ['last', 0.1, null],
      ['mix', null, 0.2],
    ]);
    expect(grid.alone.map(({ name }) => name)).toEqual(['ece']);
  });

  it.each([
    ['auc', 'AUC'],
    ['top1Whole', 'First of the list, whole'],
    ['brierNobody', 'Brier score, nobody'],
    ['riskRemovedOfAll', 'Risk removed of all'],
  ])('calls %s %s', (name, title) => expect(figureTitle(name)).toBe(title));

  it('in one sentence that counts what is missed', () => {
    const bar = (kind: 'gate' | 'aim', measured: number) => ({ kind, says: '', measured, bound: 0.5, better: 'higher' as const });
    const record = {
      schema: 'understudy/evaluation-record/1' as const,
      on: '2026-01-01',
      version: '1',
      seed: 1,
      heads: [],
      data: [],
      unjudged: [],
    };
    expect(sayRecord({ ...record, reports: [report([], [bar('gate', 0.6), bar('gate', 0.4), bar('aim', 0.1)])] })).toBe(
      'Measured on public histories in 1 suite, it meets 1 of 2 gates and 0 of 1 aim; what it misses is here too.',
    );
    expect(sayRecord({ ...record, reports: [report([])] })).toContain('no bound could be judged');
  });
});
