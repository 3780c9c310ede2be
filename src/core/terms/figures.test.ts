import { describe, expect, it } from 'vitest';
import { amountOf, amountWithBand, countOf, counted, everyOf, listed, percentOf, percentWithBand, spanOf } from './figures.ts';

describe('figures', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [14212, '14,212'],
    [1234567, '1,234,567'],
    [-4120, '-4,120'],
  ])('[terms.1] writes the count %d as %s', (n, text) => {
    expect(countOf(n)).toBe(text);
  });

  it.each([
    [0, '0 %'],
    [0.001, '<1 %'],
    [0.61, '61 %'],
    [0.996, '>99 %'],
    [1, '100 %'],
  ])('[terms.1] writes the share %d as %s, and never rounds to none or all', (share, text) => {
    expect(percentOf(share)).toBe(text);
  });

  it('[terms.1] leaves away a band that has no width in print', () => {
    expect(percentWithBand({ value: 0.61, low: 0.52, high: 0.7, level: 0.9 })).toBe('61 % (52–70)');
    expect(percentWithBand({ value: 0.61, low: 0.608, high: 0.611, level: 0.9 })).toBe('61 %');
    expect(amountWithBand({ value: 4.2, low: 2.1, high: 7, level: 0.9 })).toBe('4.2 (2.1–7)');
  });

  it.each([
    [0, '0'],
    [0.01, '<0.1'],
    [4.23, '4.2'],
    [9.96, '10'],
    [41.7, '42'],
  ])('[terms.1] writes the amount %d as %s', (x, text) => {
    expect(amountOf(x)).toBe(text);
  });

  it.each([
    [1, '1 day'],
    [35, '5 weeks'],
    [274, '9 months'],
    [800, '2 years'],
  ])('[terms.1] says %d days as %s', (days, text) => {
    expect(spanOf(days)).toBe(text);
  });

  it('[terms.1] counts with the right noun and lists with "and"', () => {
    expect([counted(1, 'person', 'people'), counted(17, 'person', 'people'), listed(['a']), listed(['a', 'b', 'c'])]).toEqual([
      '1 person',
      '17 people',
      'a',
      'a, b and c',
    ]);
  });
});

it.each([
  [1, 'every minute'],
  [5, 'every 5 minutes'],
  [60, 'every hour'],
  [90, 'every 90 minutes'],
  [720, 'every 12 hours'],
  [1440, 'every day'],
  [2160, 'every 36 hours'],
  [43_200, 'every 30 days'],
  [525_600, 'every 365 days'],
])('of %i minutes is %s', (minutes, text) => {
  expect(everyOf(minutes)).toBe(text);
});
