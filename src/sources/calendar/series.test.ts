import { describe, expect, it } from 'vitest';
import { ADA, brief, calendar, readCalendar } from '#test/calendar-text.ts';

describe('series of a calendar', () => {
  const weekly = [
    'DTSTART:20260803T090000Z',
    'DURATION:PT2H',
    'RRULE:FREQ=WEEKLY;COUNT=4',
    'SUMMARY:Planning',
    'ORGANIZER:mailto:ada@example.org',
  ];

  it('say what was moved, what was dropped, and what stayed', async () => {
    const moved = [
      'RECURRENCE-ID:20260810T090000Z',
      'DTSTART:20260812T140000Z',
      'DURATION:PT1H',
      'SUMMARY:Planning',
      'SEQUENCE:1',
      'ORGANIZER:mailto:ada@example.org',
    ];
    const cancelled = [
      'RECURRENCE-ID:20260824T090000Z',
      'DTSTART:20260824T090000Z',
      'DURATION:PT2H',
      'SUMMARY:Planning',
      'STATUS:CANCELLED',
      'ORGANIZER:mailto:ada@example.org',
    ];
    const { facts } = await readCalendar(calendar([moved, [...weekly, 'EXDATE:20260817T090000Z'], cancelled]));
    expect(facts.toSorted((a, b) => a.at - b.at).map(({ at, detail }) => [new Date(at * 1000).toISOString().slice(5, 13), detail])).toEqual(
      [
        ['08-03T09', undefined],
        ['08-12T14', { moved: true, plannedAt: Date.UTC(2026, 7, 10, 9) / 1000 }],
        ['08-17T09', { dropped: true }],
        ['08-24T09', { dropped: true }],
      ],
    );
    expect(new Set(facts.map(({ item }) => item)).size).toBe(4);
  });

  it('keep the item and change the reference when a later export has other times', async () => {
    const [one] = (await readCalendar(calendar([['DTSTART:20260803T090000Z', 'DURATION:PT2H', 'SUMMARY:Planning']]))).facts;
    const [two] = (await readCalendar(calendar([['DTSTART:20260805T090000Z', 'DURATION:PT2H', 'SUMMARY:Planning', 'SEQUENCE:1']]))).facts;
    expect([one!.item === two!.item, one!.reference === two!.reference]).toEqual([true, false]);
  });

  it('change for all that follow', async () => {
    const later = [
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20260817T090000Z',
      'DTSTART:20260817T110000Z',
      'DURATION:PT1H',
      'SUMMARY:Planning',
      'ORGANIZER:mailto:ada@example.org',
    ];
    expect(brief((await readCalendar(calendar([weekly, later]))).facts)).toEqual([
      `planning 2026-08-03T09 2026-08-03T11 ${ADA}`,
      `planning 2026-08-10T09 2026-08-10T11 ${ADA}`,
      `planning 2026-08-17T11 2026-08-17T12 ${ADA}`,
      `planning 2026-08-24T11 2026-08-24T12 ${ADA}`,
    ]);
  });

  it('count the newest version of an entry, wherever it stands', async () => {
    const version = (sequence: number, day: number) => [`SEQUENCE:${sequence}`, `DTSTART;VALUE=DATE:202608${day}`, 'SUMMARY:Urlaub'];
    expect(brief((await readCalendar(calendar([version(2, 12), version(0, 10), version(1, 11)]))).facts)).toEqual([
      `away 2026-08-12T00 2026-08-13T00 ${ADA}`,
    ]);
  });

  // RFC 5545, 3.8.5.2, moved by thirty years.
  it('take periods and dates besides', async () => {
    const lines = [
      'DTSTART:20260403T010000Z',
      'DURATION:PT1H',
      'SUMMARY:Focus',
      'RDATE;VALUE=PERIOD:20260403T020000Z/20260403T040000Z,20260404T010000Z/PT3H',
      'RDATE:20260714T123000Z',
    ];
    expect(brief((await readCalendar(calendar([lines]))).facts)).toEqual([
      `focus 2026-04-03T01 2026-04-03T02 ${ADA}`,
      `focus 2026-04-03T02 2026-04-03T04 ${ADA}`,
      `focus 2026-04-04T01 2026-04-04T04 ${ADA}`,
      `focus 2026-07-14T12:30 2026-07-14T13:30 ${ADA}`,
    ]);
  });

  it('end at a moment in UTC though they run by the wall, and are followed for five years back and a year and a half ahead', async () => {
    const until = [
      'DTSTART;TZID=America/New_York:20260801T200000',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;UNTIL=20260803T000000Z',
      'SUMMARY:Focus',
    ];
    expect((await readCalendar(calendar([until]))).facts).toHaveLength(2);
    const forever = ['DTSTART;VALUE=DATE:19990101', 'RRULE:FREQ=MONTHLY', 'SUMMARY:Urlaub'];
    const found = brief((await readCalendar(calendar([forever]))).facts);
    expect([found[0], found.at(-1)]).toEqual([`away 2021-11-01T00 2021-11-02T00 ${ADA}`, `away 2028-05-01T00 2028-05-02T00 ${ADA}`]);
  });

  it('drop an absence that is off', async () => {
    const { facts } = await readCalendar(calendar([['DTSTART;VALUE=DATE:20260803', 'SUMMARY:Urlaub', 'STATUS:CANCELLED']]));
    expect(facts).toMatchObject([{ kind: 'away', detail: { dropped: true } }]);
  });
});
