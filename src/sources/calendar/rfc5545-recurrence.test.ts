import { describe, expect, it, test } from 'vitest';
import { DAY } from '#core/terms/moment.ts';
import { givenFile, toldOf } from '#test/given-file.ts';
import { startsOf, written } from '#test/calendar-starts.ts';
import { calendar } from '#test/calendar-text.ts';
import { CALENDAR } from './calendar.ts';

const shift = (...lines: readonly string[]) => calendar([[...lines, 'DURATION:PT1H', 'SUMMARY:Ada Example']]);
const inNewYork = (start: string, ...lines: readonly string[]) => shift(`DTSTART;TZID=America/New_York:${start}T090000`, ...lines);

// RFC 5545, section 3.8.5.3, all examples of what does not recur within the day, in its order, with the results that stand there.
describe('RFC 5545, 3.8.5.3: what recurs, in New York, also when its clocks change', () => {
  test.each<[string, string, string]>([
    ['19970902', 'FREQ=DAILY;COUNT=10', 'EDT 1997 Sep 2-11'],
    ['19970902', 'FREQ=DAILY;UNTIL=19971224T000000Z', 'EDT 1997 Sep 2-30 Oct 1-25 EST Oct 26-31 Nov 1-30 Dec 1-23'],
    [
      '19970902',
      'FREQ=DAILY;INTERVAL=2',
      'EDT 1997 Sep 2,4,6,8,10,12,14,16,18,20,22,24,26,28,30 Oct 2,4,6,8,10,12,14,16,18,20,22,24 EST Oct 26,28,30 Nov 1,3,5,7,9,11,13,15,17,19,21,23,25,27,29 Dec 1,3',
    ],
    ['19970902', 'FREQ=DAILY;INTERVAL=10;COUNT=5', 'EDT 1997 Sep 2,12,22 Oct 2,12'],
    [
      '19980101',
      'FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
      'EST 1998 Jan 1-31 1999 Jan 1-31 2000 Jan 1-31',
    ],
    ['19980101', 'FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1', 'EST 1998 Jan 1-31 1999 Jan 1-31 2000 Jan 1-31'],
    ['19970902', 'FREQ=WEEKLY;COUNT=10', 'EDT 1997 Sep 2,9,16,23,30 Oct 7,14,21 EST Oct 28 Nov 4'],
    ['19970902', 'FREQ=WEEKLY;UNTIL=19971224T000000Z', 'EDT 1997 Sep 2,9,16,23,30 Oct 7,14,21 EST Oct 28 Nov 4,11,18,25 Dec 2,9,16,23'],
    ['19970902', 'FREQ=WEEKLY;INTERVAL=2;WKST=SU', 'EDT 1997 Sep 2,16,30 Oct 14 EST Oct 28 Nov 11,25 Dec 9,23 1998 Jan 6,20 Feb 3,17'],
    ['19970902', 'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH', 'EDT 1997 Sep 2,4,9,11,16,18,23,25,30 Oct 2'],
    ['19970902', 'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH', 'EDT 1997 Sep 2,4,9,11,16,18,23,25,30 Oct 2'],
    [
      '19970901',
      'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR',
      'EDT 1997 Sep 1,3,5,15,17,19,29 Oct 1,3,13,15,17 EST Oct 27,29,31 Nov 10,12,14,24,26,28 Dec 8,10,12,22',
    ],
    ['19970902', 'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH', 'EDT 1997 Sep 2,4,16,18,30 Oct 2,14,16'],
    ['19970905', 'FREQ=MONTHLY;COUNT=10;BYDAY=1FR', 'EDT 1997 Sep 5 Oct 3 EST Nov 7 Dec 5 1998 Jan 2 Feb 6 Mar 6 Apr 3 EDT May 1 Jun 5'],
    ['19970905', 'FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR', 'EDT 1997 Sep 5 Oct 3 EST Nov 7 Dec 5'],
    ['19970907', 'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU', 'EDT 1997 Sep 7,28 EST Nov 2,30 1998 Jan 4,25 Mar 1,29 EDT May 3,31'],
    ['19970922', 'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO', 'EDT 1997 Sep 22 Oct 20 EST Nov 17 Dec 22 1998 Jan 19 Feb 16'],
    ['19970928', 'FREQ=MONTHLY;BYMONTHDAY=-3', 'EDT 1997 Sep 28 EST Oct 29 Nov 28 Dec 29 1998 Jan 29 Feb 26'],
    ['19970902', 'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15', 'EDT 1997 Sep 2,15 Oct 2,15 EST Nov 2,15 Dec 2,15 1998 Jan 2,15'],
    ['19970930', 'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1', 'EDT 1997 Sep 30 Oct 1 EST Oct 31 Nov 1,30 Dec 1,31 1998 Jan 1,31 Feb 1'],
    [
      '19970910',
      'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
      'EDT 1997 Sep 10,11,12,13,14,15 EST 1999 Mar 10,11,12,13',
    ],
    ['19970902', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU', 'EDT 1997 Sep 2,9,16,23,30 EST Nov 4,11,18,25 1998 Jan 6,13,20,27 Mar 3,10,17,24,31'],
    [
      '19970610',
      'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
      'EDT 1997 Jun 10 Jul 10 1998 Jun 10 Jul 10 1999 Jun 10 Jul 10 2000 Jun 10 Jul 10 2001 Jun 10 Jul 10',
    ],
    [
      '19970310',
      'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3',
      'EST 1997 Mar 10 1999 Jan 10 Feb 10 Mar 10 2001 Jan 10 Feb 10 Mar 10 2003 Jan 10 Feb 10 Mar 10',
    ],
    [
      '19970101',
      'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
      'EST 1997 Jan 1 EDT Apr 10 Jul 19 EST 2000 Jan 1 EDT Apr 9 Jul 18 EST 2003 Jan 1 EDT Apr 10',
    ],
    ['19970519', 'FREQ=YEARLY;BYDAY=20MO', 'EDT 1997 May 19 1998 May 18 1999 May 17'],
    ['19970512', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', 'EDT 1997 May 12 1998 May 11 1999 May 17'],
    ['19970313', 'FREQ=YEARLY;BYMONTH=3;BYDAY=TH', 'EST 1997 Mar 13,20,27 1998 Mar 5,12,19,26 1999 Mar 4,11,18,25'],
    [
      '19970605',
      'FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8',
      'EDT 1997 Jun 5,12,19,26 Jul 3,10,17,24,31 Aug 7,14,21,28 1998 Jun 4,11,18,25 Jul 2,9,16,23,30 Aug 6,13,20,27 1999 Jun 3,10,17,24 Jul 1,8,15,22,29 Aug 5,12,19,26',
    ],
    [
      '19970913',
      'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
      'EDT 1997 Sep 13 Oct 11 EST Nov 8 Dec 13 1998 Jan 10 Feb 7 Mar 7 EDT Apr 11 May 9 Jun 13',
    ],
    ['19970904', 'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', 'EDT 1997 Sep 4 Oct 7 EST Nov 6'],
    ['19970929', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', 'EDT 1997 Sep 29 EST Oct 30 Nov 27 Dec 30 1998 Jan 29 Feb 26 Mar 30'],
    ['19970805', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', 'EDT 1997 Aug 5,10,19,24'],
    ['19970805', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', 'EDT 1997 Aug 5,17,19,31'],
  ])('%s %s', async (start, rule, result) => {
    const expected = written(result);
    const found = await startsOf(inNewYork(start, `RRULE:${rule}`), '2001-12-30');
    expect(found.slice(0, expected.length)).toEqual(expected);
    // What ends has no more; of one the last two lie behind what is followed.
    if (/COUNT|UNTIL/.test(rule)) expect(found).toHaveLength(expected.length);
  });

  it('Friday the 13th, but not the first start', async () => {
    const text = inNewYork('19970902', 'EXDATE;TZID=America/New_York:19970902T090000', 'RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13');
    expect((await startsOf(text, '2000-06-01')).slice(0, 5)).toEqual(written('EST 1998 Feb 13 Mar 13 Nov 13 EDT 1999 Aug 13 2000 Oct 13'));
  });

  it('presidential elections, over eight years', async () => {
    const text = inNewYork('19961105', 'RRULE:FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8');
    const found = [...(await startsOf(text, '2001-01-01')), ...(await startsOf(text, '2004-01-01'))];
    expect([...new Set(found)]).toEqual(written('EST 1996 Nov 5 2000 Nov 7 2004 Nov 2'));
  });

  it('a day that February has not', async () => {
    const text = inNewYork('20070115', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5');
    expect(await startsOf(text, '2008-01-01')).toEqual(written('EST 2007 Jan 15,30 Feb 15 EDT Mar 15,30'));
  });

  it('every 20 minutes from 9:00 to 16:40', async () => {
    const found = await startsOf(inNewYork('19970902', 'RRULE:FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40'), '1998-01-01');
    const day = Date.UTC(1997, 8, 2, 13) / 1000;
    expect(found.slice(0, 25)).toEqual([...Array.from({ length: 24 }, (_, i) => day + i * 1200), day + DAY]);
  });

  test.each([
    'FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z',
    'FREQ=MINUTELY;INTERVAL=15;COUNT=6',
    'FREQ=MINUTELY;INTERVAL=90;COUNT=4',
    'FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16',
  ])('%s is for no person, and said so', async (rule) => {
    const told = await toldOf(CALENDAR.file!, givenFile('x.ics', inNewYork('19970902', `RRULE:${rule}`)), {
      host: 'x',
      now: 880_000_000,
      as: 'rota',
    });
    expect([told.facts, told.skipped.map(({ why }) => why)]).toEqual([
      [],
      ['it repeats more often than daily, or by a rule that cannot be read'],
    ]);
  });
});

// Weeks belong to the year that has most of their days: what python-dateutil and libical say of the first days of 2014 and 2016.
describe('weeks that begin in another year', () => {
  test.each<[string, string, string]>([
    ['20130101', 'FREQ=YEARLY;BYWEEKNO=1,2;BYDAY=TU', 'EST 2013 Jan 1,8 Dec 31 2014 Jan 7 Dec 30 2015 Jan 6 2016 Jan 5,12'],
    ['20130101', 'FREQ=YEARLY;BYWEEKNO=53;BYDAY=TU,SA', 'EST 2015 Dec 29 2016 Jan 2'],
    ['20100102', 'FREQ=YEARLY;BYWEEKNO=53;BYDAY=TU,SA;INTERVAL=6', 'EST 2010 Jan 2 2015 Dec 29 2016 Jan 2'],
  ])('%s %s', async (start, rule, result) => {
    const found = [
      ...(await startsOf(inNewYork(start, `RRULE:${rule}`), '2012-01-01')),
      ...(await startsOf(inNewYork(start, `RRULE:${rule}`), '2016-01-01')),
    ];
    expect([...new Set(found)].toSorted((a, b) => a - b).slice(0, written(result).length)).toEqual(written(result));
  });
});
