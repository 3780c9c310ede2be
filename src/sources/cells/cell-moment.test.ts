import { expect, test } from 'vitest';
import { cellEnd, cellMoment } from './cell-moment.ts';

const at = (text: string) => Date.parse(text) / 1000;

// As spreadsheets show and save them in Germany, Britain, the United States and Japan.
test.each([
  ['2026-02-01', '2026-02-01T00:00Z', true],
  ['2026-02-01T09:30+01:00', '2026-02-01T08:30Z', false],
  ['2026-02-01 9:30', '2026-02-01T09:30Z', false],
  ['31.12.2026', '2026-12-31T00:00Z', true],
  ['1.2.2026', '2026-02-01T00:00Z', true],
  ['01.02.2026 8:15', '2026-02-01T08:15Z', false],
  ['31/12/2026 08:15:30', '2026-12-31T08:15:30Z', false],
  ['12/31/2026 8:15 AM', '2026-12-31T08:15Z', false],
  ['12/31/2026 12:05 pm', '2026-12-31T12:05Z', false],
  ['12/31/2026 12:05AM', '2026-12-31T00:05Z', false],
  ['5/5/2026', '2026-05-05T00:00Z', true],
  ['2026/12/31 23:59', '2026-12-31T23:59Z', false],
  ['2026.2.1', '2026-02-01T00:00Z', true],
  ['31-12-2026', '2026-12-31T00:00Z', true],
])('a cell with %s', (text, moment, wholeDay) => expect(cellMoment(text)).toEqual({ at: at(moment), wholeDay }));

test.each([
  ['2/1/2026', 'can be two dates'],
  ['01-02-2026', 'can be two dates'],
  ['01.02.26', 'can be two dates'],
  ['12/31/26', 'can be two dates'],
  ['31.02.2026', 'is not in the calendar'],
  ['13/13/2026', 'is not in the calendar'],
  ['31.12.2026 25:00', 'is not in the calendar'],
  ['12/31/2026 13:00 PM', 'is not in the calendar'],
  ['1.2/2026', 'can be two dates'],
  ['46022', 'is no date'],
  ['tomorrow', 'is no date'],
])('a cell with %s is not guessed', (text, why) => expect(() => cellMoment(text)).toThrow(why));

test('a last day counts to its end, a last moment does not', () => {
  expect(['31.12.2026', '31.12.2026 10:00'].map(cellEnd)).toEqual(['2027-01-01T00:00Z', '2026-12-31T10:00Z'].map(at));
});
