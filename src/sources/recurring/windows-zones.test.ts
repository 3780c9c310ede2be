import { expect, test } from 'vitest';
import { offsetInLabel, WINDOWS_ZONES } from './windows-zones.ts';
import { wallTime } from './wall-time.ts';
import { Zones } from './zones.ts';

const momentOf = (zones: Zones, text: string, zone: string) =>
  new Date(zones.momentOf(wallTime(text, zone)!) * 1000).toISOString().slice(0, 16);

test('every zone of Windows is one that this machine knows', () => {
  expect(WINDOWS_ZONES.size).toBe(139);
  for (const zone of WINDOWS_ZONES.values()) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
});

test.each([
  ['W. Europe Standard Time', '2026-07-01T07:00', '2026-01-01T08:00'],
  ['"Pacific Standard Time"', '2026-07-01T16:00', '2026-01-01T17:00'],
  ['India Standard Time', '2026-07-01T03:30', '2026-01-01T03:30'],
  ['AUS Eastern Standard Time', '2026-06-30T23:00', '2025-12-31T22:00'],
  ['UTC-02', '2026-07-01T11:00', '2026-01-01T11:00'],
  ['Central Standard Time (Mexico)', '2026-07-01T15:00', '2026-01-01T15:00'],
])('nine o’clock in %s, which the calendar does not define', (zone, summer, winter) => {
  const zones = new Zones([], undefined);
  expect([momentOf(zones, '2026-07-01T09:00:00', zone), momentOf(zones, '2026-01-01T09:00:00', zone)]).toEqual([summer, winter]);
  expect([zones.unknown.size, zones.labels.size]).toEqual([0, 0]);
});

test('a label says how far its clock is ahead, and that this is all', () => {
  const zones = new Zones([], undefined);
  expect(momentOf(zones, '2026-01-01T09:00:00', '(UTC-05:00) Eastern Time (US & Canada)')).toBe('2026-01-01T14:00');
  expect([[...zones.labels], [...zones.unknown]]).toEqual([['(UTC-05:00) Eastern Time (US & Canada)'], []]);
  expect(momentOf(zones, '2026-01-01T09:00:00', 'Nowhere')).toBe('2026-01-01T09:00');
  expect([...zones.unknown]).toEqual(['Nowhere']);
});

test.each([
  ['(GMT +01:00)', 3600],
  ['UTC+0530', 19_800],
  ['GMT-5', -18_000],
  ['UTC', undefined],
  ['GMT Standard Time', undefined],
  ['(UTC+99:00) Nowhere', undefined],
])('the label %s', (label, ahead) => expect(offsetInLabel(label)).toBe(ahead));

const halves = (begins: string) => [
  'BEGIN:STANDARD',
  `DTSTART:${begins}1028T030000`,
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  `DTSTART:${begins}0325T020000`,
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
];

// eM Client begins its zones in the year 1, Exchange in 1601; a comma is escaped where a zone is defined, and quoted where it is used.
test.each(['0001', '1601', '2001'])('a zone that begins in the year %s, with a comma in its name', (begins) => {
  const defined = ['BEGIN:VTIMEZONE', 'TZID:Here\\, there', ...halves(begins), 'END:VTIMEZONE'].join('\n');
  const zones = new Zones([defined], undefined);
  expect([momentOf(zones, '2026-07-01T09:00:00', 'Here, there'), momentOf(zones, '2026-01-01T09:00:00', 'Here, there')]).toEqual([
    '2026-07-01T07:00',
    '2026-01-01T08:00',
  ]);
  expect(zones.unknown.size).toBe(0);
});
