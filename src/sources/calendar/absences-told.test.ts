import { describe, expect, it, test } from 'vitest';
import { calendar, readCalendar } from '#test/calendar-text.ts';
import { namesIn } from './names-in-title.ts';

const day = (title: string) => ['DTSTART;VALUE=DATE:20260803', 'DTEND;VALUE=DATE:20260808', `SUMMARY:${title}`];
const absences = async (title: string, as?: string) => {
  const { facts } = await readCalendar(calendar([day(title)]), { name: 'team.ics', ...(as === undefined ? {} : { as }) });
  return facts.map(({ kind, actor }) => `${kind} ${actor}`);
};

describe('whose absence a title tells', () => {
  it.each([
    ['Urlaub Ada Example', ['Ada Example']],
    ['Paid vacation: Ada Example', ['Ada Example']],
    ['Unpaid leave of absence - Ada Example', ['Ada Example']],
    ['Ada Example (Vacation - 2 days)', ['Ada Example']],
    ['Ada Example\u2019s annual leave', ['Ada Example']],
    ['Annual leave for Ada Example', ['Ada Example']],
    ['Ada Example Urlaub ganztags', ['Ada Example']],
    ['Ada Example is away', ['Ada Example']],
    ['Ada Example | Jahresurlaub', ['Ada Example']],
    ['Ferien Ada Example', ['Ada Example']],
    ['Example\\, Ada: Urlaub', ['Example, Ada']],
    ['Ada Example\\, Bo Sample - vacation', ['Ada Example', 'Bo Sample']],
    ['PTO: Ada Example and Bo Sample', ['Ada Example', 'Bo Sample']],
    ['Out of the office: Ada', ['Ada']],
  ])('%s', async (title, names) => {
    expect(await absences(title)).toEqual(names.map((name) => `away name:${name}`));
  });

  it.each(['WFH Ada Example', 'Ada Example: Home Office', 'Ada Example - working from home', 'Ada Example Homeoffice'])(
    '%s is no absence, also in a calendar of them',
    async (title) => expect(await absences(title, 'absences')).toEqual([]),
  );

  it('and a journey stays one there', async () => {
    const { facts } = await readCalendar(calendar([day('Dienstreise: Ada Example')]), { name: 'team.ics', as: 'absences' });
    expect(facts.map(({ actor, detail }) => [actor, detail])).toEqual([['name:Ada Example', { what: 'elsewhere' }]]);
  });
});

test('names of a rota that stand behind each other are several people', () => {
  expect(namesIn('On call: Ada, Bo')).toEqual(['Ada', 'Bo']);
});

describe('when an absence ends', () => {
  const ends = async (...lines: readonly string[]) => {
    const { facts, skipped } = await readCalendar(calendar([[...lines, 'SUMMARY:Ada Example away']]));
    return [...facts.map(({ until }) => new Date(until! * 1000).toISOString().slice(5, 16)), ...skipped.map(({ why }) => why)];
  };

  it('at the time that it says, though clocks change before', async () => {
    expect(await ends('DTSTART;TZID=Europe/Berlin:20260327T090000', 'DTEND;TZID=Europe/Berlin:20260330T090000')).toEqual(['03-30T07:00']);
    expect(await ends('DTSTART;TZID=Europe/Berlin:20260327T090000', 'DURATION:PT72H')).toEqual(['03-30T08:00']);
  });

  it('on the clock that it says', async () => {
    expect(await ends('DTSTART;TZID=Europe/Berlin:20260803T100000', 'DTEND:20260803T120000Z')).toEqual(['08-03T12:00']);
    expect(await ends('DTSTART;TZID=Asia/Tokyo:20260803T180000', 'DTEND;TZID=America/New_York:20260803T170000')).toEqual(['08-03T21:00']);
  });

  it('every time as late on the wall as the first', async () => {
    const night = ['DTSTART;TZID=Europe/Berlin:20260327T220000', 'DTEND;TZID=Europe/Berlin:20260328T060000', 'RRULE:FREQ=DAILY;COUNT=2'];
    expect(await ends(...night)).toEqual(['03-28T05:00', '03-29T05:00']);
  });

  it('and what took place long ago, or takes no time, is counted', async () => {
    const why = 'they lie more than five years back or a year and a half ahead, or last no time';
    expect(await ends('DTSTART:20100101T090000Z', 'DURATION:P1D', 'RRULE:FREQ=WEEKLY;COUNT=10')).toEqual([why]);
    expect(await ends('DTSTART:20260803T090000Z')).toEqual([why]);
    expect(await ends('DTSTART:20260803T090000Z', 'DTEND:20260803T180000Z', 'RRULE:')).toEqual(['08-03T18:00']);
  });
});
