import { describe, expect, it, test } from 'vitest';
import { DAY } from '#core/terms/moment.ts';
import { startsOf, written } from '#test/calendar-starts.ts';
import { brief, calendar } from '#test/calendar-text.ts';
import { givenFile, toldOf } from '#test/given-file.ts';
import { CALENDAR } from './calendar.ts';

/** Named after whose calendar it is. */
const ADAS_FILE = ['ada@example.org', 'ics'].join('.');
const shift = (...lines: readonly string[]) => calendar([[...lines, 'DURATION:PT1H', 'SUMMARY:Ada Example']]);

describe('RFC 5545: times, zones and exceptions', () => {
  const NEW_YORK = [
    'BEGIN:VTIMEZONE',
    'TZID:Company/East',
    'BEGIN:DAYLIGHT',
    'DTSTART:19670430T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=-1SU;UNTIL=19730429T070000Z',
    'TZOFFSETFROM:-0500',
    'TZOFFSETTO:-0400',
    'TZNAME:EDT',
    'END:DAYLIGHT',
    'BEGIN:DAYLIGHT',
    'DTSTART:19870405T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z',
    'TZOFFSETFROM:-0500',
    'TZOFFSETTO:-0400',
    'TZNAME:EDT',
    'END:DAYLIGHT',
    'BEGIN:DAYLIGHT',
    'DTSTART:20070311T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
    'TZOFFSETFROM:-0500',
    'TZOFFSETTO:-0400',
    'TZNAME:EDT',
    'END:DAYLIGHT',
    'BEGIN:STANDARD',
    'DTSTART:19671029T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z',
    'TZOFFSETFROM:-0400',
    'TZOFFSETTO:-0500',
    'TZNAME:EST',
    'END:STANDARD',
    'BEGIN:STANDARD',
    'DTSTART:20071104T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
    'TZOFFSETFROM:-0400',
    'TZOFFSETTO:-0500',
    'TZNAME:EST',
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
  const at = (iso: string) => Date.parse(iso) / 1000;

  // Section 3.6.5, its first example (New York since 1967), under a name that no reader can know.
  it('3.6.5: a zone that only the calendar defines, before and after its rules changed', async () => {
    const entries = ['20060401', '20060403', '20070312', '20071102', '20071105'].map((day) => [
      `UID:${day}`,
      `DTSTART;TZID=Company/East:${day}T090000`,
      'DURATION:PT1H',
      'SUMMARY:Ada Example',
    ]);
    expect(await startsOf(calendar(entries, NEW_YORK), '2008-01-01')).toEqual(
      written('EST 2006 Apr 1 EDT Apr 3 2007 Mar 12 Nov 2 EST Nov 5'),
    );
  });

  // Section 3.3.5: the three forms of a time, and one that there is twice or never.
  test.each<[string, string, string]>([
    ['in UTC', 'DTSTART:19980119T020000Z', '1998-01-19T02:00:00Z'],
    ['by a zone', 'DTSTART;TZID=America/New_York:19980119T020000', '1998-01-19T07:00:00Z'],
    ['floating: by the calendar’s own zone', 'DTSTART:19980118T230000', '1998-01-18T22:00:00Z'],
    ['there twice: the first', 'DTSTART;TZID=America/New_York:20071104T013000', '2007-11-04T05:30:00Z'],
    ['never: as if the clock had not changed', 'DTSTART;TZID=America/New_York:20070311T023000', '2007-03-11T07:30:00Z'],
  ])('3.3.5: %s', async (_, line, iso) => {
    const text = calendar([[line, 'DURATION:PT1H', 'SUMMARY:Ada Example']], ['X-WR-TIMEZONE:Europe/Berlin']);
    expect(await startsOf(text, '2002-12-30')).toEqual(at(iso) > at('2004-01-01T00:00:00Z') ? [] : [at(iso)]);
    expect(await startsOf(text, '2008-01-01')).toEqual(at(iso) > at('2004-01-01T00:00:00Z') ? [at(iso)] : []);
  });

  // Section 3.6.1: an anniversary, a festival of several days, and a day that does not say that it is one, as many programs write it.
  test.each<[string, readonly string[], readonly string[]]>([
    ['Our Blissful Anniversary', ['DTSTART;VALUE=DATE:19971102', 'RRULE:FREQ=YEARLY'], ['1997-11-02 1997-11-03', '1998-11-02 1998-11-03']],
    ['Festival', ['DTSTART;VALUE=DATE:20070628', 'DTEND;VALUE=DATE:20070709'], ['2007-06-28 2007-07-09']],
    ['without VALUE=DATE', ['DTSTART:20070628', 'DTEND:20070630'], ['2007-06-28 2007-06-30']],
    ['that ends on its last day', ['DTSTART;VALUE=DATE:20070628', 'DTEND;VALUE=DATE:20070628'], ['2007-06-28 2007-06-29']],
    // 3.3.10: these parts must be ignored where a day is meant.
    [
      'with times of the day',
      ['DTSTART;VALUE=DATE:20241018', 'RRULE:FREQ=DAILY;BYMINUTE=1,2,3;INTERVAL=2;COUNT=2'],
      ['2024-10-18 2024-10-19', '2024-10-20 2024-10-21'],
    ],
  ])('3.6.1: whole days: %s', async (_, lines, expected) => {
    const now = { host: 'x', now: at(`${expected[0]!.slice(0, 10)}T00:00:00Z`) + DAY };
    const { facts } = await toldOf(CALENDAR.file!, givenFile(ADAS_FILE, calendar([[...lines, 'SUMMARY:Vacation']])), now);
    const day = (moment: number) => new Date(moment * 1000).toISOString().slice(0, 10);
    expect(facts.slice(0, expected.length).map((one) => `${day(one.at)} ${day(one.until!)}`)).toEqual(expected);
    if (!lines.join().includes('FREQ=YEARLY')) expect(facts).toHaveLength(expected.length);
  });

  // Sections 3.8.4.4 and 3.8.5.1, in one series: moved, dropped by date, dropped by status.
  it('3.8.4.4: one occurrence that was moved, and others that were dropped', async () => {
    const series = ['UID:7', 'DTSTART;TZID=America/New_York:19970902T090000', 'DURATION:PT1H', 'SUMMARY:Ada Example'];
    const text = calendar([
      [...series, 'RRULE:FREQ=DAILY;COUNT=5', 'EXDATE:19970903T130000Z'],
      [
        'UID:7',
        'RECURRENCE-ID;TZID=America/New_York:19970904T090000',
        'DTSTART;TZID=America/New_York:19970904T150000',
        'DURATION:PT1H',
        'SUMMARY:Bo Example',
      ],
      ['UID:7', 'RECURRENCE-ID:19970905T130000Z', 'DTSTART:19970905T130000Z', 'DURATION:PT1H', 'STATUS:CANCELLED', 'SUMMARY:Ada Example'],
    ]);
    const { facts } = await toldOf(CALENDAR.file!, givenFile('rota.ics', text), { host: 'x', now: at('1998-01-01T00:00:00Z'), as: 'rota' });
    expect(brief(facts)).toEqual([
      'on-shift 1997-09-02T13 1997-09-02T14 name:Ada Example',
      'on-shift 1997-09-04T19 1997-09-04T20 name:Bo Example',
      'on-shift 1997-09-06T13 1997-09-06T14 name:Ada Example',
    ]);
  });

  // Section 3.8.5.2: dates, moments and periods.
  it('3.8.5.2: more dates', async () => {
    const text = shift(
      'DTSTART:19960401T010000Z',
      'RDATE:19970714T123000Z',
      'RDATE;TZID=America/New_York:19970715T083000',
      'RDATE;VALUE=PERIOD:19960403T020000Z/19960403T040000Z,19960404T010000Z/PT3H',
    );
    expect(await startsOf(text, '1998-01-01')).toEqual(
      ['1996-04-01T01:00:00Z', '1996-04-03T02:00:00Z', '1996-04-04T01:00:00Z', '1997-07-14T12:30:00Z', '1997-07-15T12:30:00Z'].map(at),
    );
  });

  // Section 4, its second and fourth example: a meeting that somebody calls, and one line that is folded; people are ours.
  it('4: a meeting of several', async () => {
    const text = [
      'BEGIN:VCALENDAR',
      'PRODID:-//RDU Software//NONSGML HandCal//EN',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'DTSTAMP:19980309T231000Z',
      'UID:guid-1.example.com',
      'ORGANIZER:mailto:ada@example.org',
      'ATTENDEE;RSVP=TRUE;ROLE=REQ-PARTICIPANT;CUTYPE=GROUP:',
      ' mailto:employee-a@example.com',
      'ATTENDEE;ROLE=REQ-PARTICIPANT:mailto:bo@exam',
      '\tple.org',
      'ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=TENTATIVE:mailto:cy@example.org',
      'DESCRIPTION:Project XYZ Review Meeting',
      'CATEGORIES:MEETING',
      'CLASS:PUBLIC',
      'CREATED:19980309T130000Z',
      'SUMMARY:XYZ Project Review',
      'DTSTART;TZID=America/New_York:19980312T083000',
      'DTEND;TZID=America/New_York:19980312T093000',
      'LOCATION:1CP Conference Room 4350',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n');
    for (const bytes of [text, `\uFEFF${text}`, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])]) {
      const file = givenFile(ADAS_FILE, bytes, 9);
      expect(CALENDAR.file!.recognises(file)).toBe(true);
      const { facts } = await toldOf(CALENDAR.file!, file, { host: 'x', now: at('1998-04-01T00:00:00Z') });
      expect(facts).toMatchObject([
        {
          kind: 'meeting',
          at: at('1998-03-12T13:30:00Z'),
          until: at('1998-03-12T14:30:00Z'),
          actor: 'mail:ada@example.org',
          detail: { takesPart: ['mail:bo@example.org', 'mail:cy@example.org'] },
        },
      ]);
    }
  });

  it('what lies too far back, or ahead, is counted', async () => {
    const entries = ['20100101', '20210601', '20260803', '20290101'].map((day) => [
      `UID:${day}`,
      `DTSTART;VALUE=DATE:${day}`,
      'SUMMARY:Vacation',
    ]);
    const { facts, skipped } = await toldOf(CALENDAR.file!, givenFile(ADAS_FILE, calendar(entries)));
    expect([facts.length, skipped]).toEqual([
      1,
      [{ what: '3 times', why: 'they lie more than five years back or a year and a half ahead, or last no time' }],
    ]);
  });
});
