import ICAL from 'ical.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '#core/terms/moment.ts';
import { processorTime } from '#test/processor-time.ts';
import { readRecurrence } from './read-recurrence.ts';
import { recur } from './recurrence.ts';
import { wallTime } from './wall-time.ts';

/** First starts on the wall, as `1997-09-02`; with the time where a day has several. */
function starts(start: string, text: string, { most = 10, years = 12 } = {}): readonly string[] {
  const from = wallTime(start)!.wall;
  const read = readRecurrence(parsed(text), wallTime(start)!);
  if (read === undefined) return ['none'];
  const last = Math.min(from + years * 366 * DAY, (read.until?.wall ?? Infinity) + (read.until?.wholeDay === true ? DAY - 1 : 0));
  const found: string[] = [];
  for (const wall of recur(read.rule, { start: from, first: from, last }, { left: 100_000 })) {
    found.push(new Date(wall * 1000).toISOString().slice(0, 16));
    if (found.length >= most) break;
  }
  return found;
}

function parsed(text: string): unknown {
  const [, [rule]] = ICAL.parse(`BEGIN:VEVENT\nRRULE:${text}\nEND:VEVENT`) as unknown as [string, [unknown[]]];
  return rule[3];
}

const days = (found: readonly string[]) => found.map((one) => one.slice(0, 10));

describe('what recurs', () => {
  // RFC 5545, 3.8.5.3, in its order; DTSTART there is in New York, which is nothing to a rule on the wall.
  it.each([
    ['daily for 10', '1997-09-02T09:00:00', 'FREQ=DAILY;COUNT=10', '09-02 09-03 09-04 09-05 09-06 09-07 09-08 09-09 09-10 09-11'],
    ['every other day', '1997-09-02T09:00:00', 'FREQ=DAILY;INTERVAL=2', '09-02 09-04 09-06 09-08 09-10 09-12 09-14 09-16 09-18 09-20'],
    ['every 10 days, 5 times', '1997-09-02T09:00:00', 'FREQ=DAILY;INTERVAL=10;COUNT=5', '09-02 09-12 09-22 10-02 10-12'],
    ['weekly for 10', '1997-09-02T09:00:00', 'FREQ=WEEKLY;COUNT=10', '09-02 09-09 09-16 09-23 09-30 10-07 10-14 10-21 10-28 11-04'],
    ['every other week', '1997-09-02T09:00:00', 'FREQ=WEEKLY;INTERVAL=2;WKST=SU', '09-02 09-16 09-30 10-14 10-28 11-11 11-25 12-09 12-23'],
    [
      'Tuesday and Thursday',
      '1997-09-02T09:00:00',
      'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
      '09-02 09-04 09-09 09-11 09-16 09-18 09-23 09-25 09-30 10-02',
    ],
    [
      'Monday, Wednesday, Friday of every other week',
      '1997-09-01T09:00:00',
      'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR',
      '09-01 09-03 09-05 09-15 09-17 09-19 09-29 10-01 10-03 10-13',
    ],
    [
      'Tuesday and Thursday of every other week',
      '1997-09-02T09:00:00',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
      '09-02 09-04 09-16 09-18 09-30 10-02 10-14 10-16',
    ],
    [
      'first Friday',
      '1997-09-05T09:00:00',
      'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
      '09-05 10-03 11-07 12-05 01-02 02-06 03-06 04-03 05-01 06-05',
    ],
    [
      'first and last Sunday of every other month',
      '1997-09-07T09:00:00',
      'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
      '09-07 09-28 11-02 11-30 01-04 01-25 03-01 03-29 05-03 05-31',
    ],
    ['second-to-last Monday', '1997-09-22T09:00:00', 'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO', '09-22 10-20 11-17 12-22 01-19 02-16'],
    ['third-to-last day', '1997-09-28T09:00:00', 'FREQ=MONTHLY;BYMONTHDAY=-3', '09-28 10-29 11-28 12-29 01-29 02-26 03-29'],
    [
      '2nd and 15th',
      '1997-09-02T09:00:00',
      'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15',
      '09-02 09-15 10-02 10-15 11-02 11-15 12-02 12-15 01-02 01-15',
    ],
    [
      'first and last day',
      '1997-09-30T09:00:00',
      'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
      '09-30 10-01 10-31 11-01 11-30 12-01 12-31 01-01 01-31 02-01',
    ],
    [
      '10th to 15th of every 18th month',
      '1997-09-10T09:00:00',
      'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
      '09-10 09-11 09-12 09-13 09-14 09-15 03-10 03-11 03-12 03-13',
    ],
    [
      'June and July',
      '1997-06-10T09:00:00',
      'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
      '06-10 07-10 06-10 07-10 06-10 07-10 06-10 07-10 06-10 07-10',
    ],
    [
      '1st, 100th and 200th day of every third year',
      '1997-01-01T09:00:00',
      'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
      '01-01 04-10 07-19 01-01 04-09 07-18 01-01 04-10 07-19 01-01',
    ],
    ['20th Monday of the year', '1997-05-19T09:00:00', 'FREQ=YEARLY;BYDAY=20MO', '05-19 05-18 05-17'],
    ['Monday of week 20', '1997-05-12T09:00:00', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '05-12 05-11 05-17'],
    [
      'every Thursday in March',
      '1997-03-13T09:00:00',
      'FREQ=YEARLY;BYMONTH=3;BYDAY=TH',
      '03-13 03-20 03-27 03-05 03-12 03-19 03-26 03-04 03-11 03-18',
    ],
    ['Friday the 13th', '1997-09-02T09:00:00', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '02-13 03-13 11-13 08-13 10-13'],
    [
      'first Saturday after the first Sunday',
      '1997-09-13T09:00:00',
      'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
      '09-13 10-11 11-08 12-13 01-10 02-07 03-07 04-11 05-09 06-13',
    ],
    ['election day', '1996-11-05T09:00:00', 'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8', '11-05 11-07 11-02'],
    ['third of Tuesday, Wednesday, Thursday', '1997-09-04T09:00:00', 'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '09-04 10-07 11-06'],
    [
      'second-to-last weekday',
      '1997-09-29T09:00:00',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
      '09-29 10-30 11-27 12-30 01-29 02-26 03-30',
    ],
    ['week start Monday', '1997-08-05T09:00:00', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '08-05 08-10 08-19 08-24'],
    ['week start Sunday', '1997-08-05T09:00:00', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', '08-05 08-17 08-19 08-31'],
    [
      '15th and 30th, which February has not',
      '2007-01-15T09:00:00',
      'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5',
      '01-15 01-30 02-15 03-15 03-30',
    ],
  ])('%s', (_, start, rule, expected) => {
    const list = expected.split(' ');
    expect(days(starts(start, rule, { most: list.length })).map((day) => day.slice(5))).toEqual(list);
  });

  it('every 20 minutes from 9:00 to 16:40, by the day', () => {
    const found = starts('1997-09-02T09:00:00', 'FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40', { most: 25 });
    expect([found[0], found[1], found[23], found[24]]).toEqual([
      '1997-09-02T09:00',
      '1997-09-02T09:20',
      '1997-09-02T16:40',
      '1997-09-03T09:00',
    ]);
  });

  it.each(['FREQ=SECONDLY', 'FREQ=MINUTELY;INTERVAL=15;COUNT=6', 'FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z'])(
    '%s is for no person',
    (rule) => expect(starts('1997-09-02T09:00:00', rule)).toEqual(['none']),
  );

  // Each of these never comes, or so late that looking for it takes a reader's whole day.
  it.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;INTERVAL=48;BYDAY=5MO',
    'FREQ=YEARLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=15',
    'FREQ=WEEKLY;BYMONTH=2;BYDAY=MO;COUNT=1000000;BYSETPOS=7',
    'FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6,9,11',
  ])('%s ends without anything', (rule) => {
    const begun = processorTime();
    expect(starts('1997-02-03T09:00:00', rule, { years: 40 })).toEqual([]);
    expect(processorTime() - begun).toBeLessThan(3000);
  });

  it('agrees with ical.js where that comes to an end', () => {
    const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
    const list = <Value>(value: fc.Arbitrary<Value>) => fc.uniqueArray(value, { minLength: 1, maxLength: 3 });
    const rule = fc.oneof(
      fc.record({ FREQ: fc.constant('DAILY'), INTERVAL: fc.integer({ min: 1, max: 40 }) }),
      fc.record({
        FREQ: fc.constant('WEEKLY'),
        INTERVAL: fc.integer({ min: 1, max: 5 }),
        BYDAY: list(weekday),
        WKST: fc.constantFrom('MO', 'SU'),
      }),
      fc.record({
        FREQ: fc.constant('MONTHLY'),
        INTERVAL: fc.integer({ min: 1, max: 7 }),
        BYMONTHDAY: list(fc.integer({ min: 1, max: 28 })),
      }),
      fc.record({
        FREQ: fc.constant('MONTHLY'),
        BYDAY: list(fc.tuple(fc.constantFrom(1, 2, 3, 4, -1, -2), weekday).map(([nth, day]) => `${nth}${day}`)),
      }),
      fc.record({ FREQ: fc.constant('YEARLY'), BYMONTH: list(fc.integer({ min: 1, max: 12 })), INTERVAL: fc.integer({ min: 1, max: 3 }) }),
    );
    fc.assert(
      fc.property(rule, fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 12 }), (parts, day, count) => {
        const start = `${new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10)}T09:30:00`;
        // Beyond the 28th both skip, but ical.js not always the same.
        fc.pre(Number(start.slice(8, 10)) <= 28);
        const text = Object.entries({ ...parts, COUNT: count })
          .map(([name, value]) => `${name}=${String(value)}`)
          .join(';');
        const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateTimeString(start));
        const oracle: string[] = [];
        for (let next = iterator.next(); next && oracle.length < count; next = iterator.next()) oracle.push(next.toString().slice(0, 16));
        expect(starts(start, text, { most: count, years: 60 })).toEqual(oracle);
      }),
      { numRuns: 400, seed: 20261121 },
    );
  });
});
