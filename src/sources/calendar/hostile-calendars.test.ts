import { describe, expect, it } from 'vitest';
import { calendar, readCalendar } from '#test/calendar-text.ts';
import { processorTime } from '#test/processor-time.ts';

describe('calendars that are hostile', () => {
  it.each([1, 2, 7, 64])('unfolds lines, also within a letter, in pieces of %i bytes', async (size) => {
    const bytes = new TextEncoder().encode(calendar([['DTSTART;VALUE=DATE:20260803', 'SUMMARY:Jörg Ærø – Urlaub']]));
    const cut = bytes.indexOf(0xc3) + 1;
    const folded = new Uint8Array([...bytes.subarray(0, cut), 13, 10, 32, ...bytes.subarray(cut)]);
    expect((await readCalendar(folded, { size, name: 'team.ics' })).facts[0]?.actor).toBe('name:Jörg Ærø');
  });

  it('spoils nothing but itself', async () => {
    const good = ['UID:good', 'DTSTART;VALUE=DATE:20260803', 'SUMMARY:Urlaub'];
    const bad = [
      ['UID:1', 'DTSTART;VALUE=DATE:20261399'],
      ['UID:2'],
      ['UID:3', 'DTSTART;TZID=";:x'],
      ['UID:4', 'DTSTART:20260803T090000Z', 'RRULE:FREQ=OFTEN'],
      ['UID:5', 'DTSTART:20260803T090000Z', 'DTEND:20260802T090000Z'],
    ];
    const told = await readCalendar(
      calendar([...bad, good, ['UID:6', 'DTSTART:20260803T090000Z', 'RRULE:FREQ=SECONDLY', 'SUMMARY:Focus']]),
    );
    expect([told.facts.length, told.skipped.length]).toEqual([1, 6]);
  });

  it('reads what a truncated file still says', async () => {
    const text = calendar([
      ['UID:a', 'DTSTART;VALUE=DATE:20260803', 'SUMMARY:Urlaub'],
      ['UID:b', 'DTSTART;VALUE=DATE:20260903', 'SUMMARY:Urlaub'],
    ]);
    const told = await readCalendar(text.slice(0, -60));
    expect([told.facts.length, told.skipped]).toEqual([1, [{ what: '1 entries', why: 'they were not closed, or too long' }]]);
    await expect(readCalendar('BEGIN:VCARD\r\nEND:VCARD')).rejects.toMatchObject({ code: 'file-unfit' });
  });

  it('is not held up by rules, zones, nesting or size', async () => {
    const rules = [
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=YEARLY;COUNT=1000000',
      'FREQ=MONTHLY;INTERVAL=48;BYDAY=5MO',
      'FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9;BYMINUTE=1,2,3,4,5,6',
    ];
    const entries = Array.from({ length: 120 }, (_, i) => [
      `UID:${i}`,
      'DTSTART:19000101T090000Z',
      'DURATION:PT1H',
      `RRULE:${rules[i % 4]}`,
      'SUMMARY:Focus',
    ]);
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Z',
      'BEGIN:STANDARD',
      'DTSTART:19000101T000000',
      'RRULE:FREQ=SECONDLY',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const deep = ['BEGIN:X'.concat('\r\n').repeat(10_000)];
    const long = [`DESCRIPTION:${'x'.repeat(5_000_000)}`, 'DTSTART;TZID=Z:20260803T090000', 'DURATION:PT1H', 'SUMMARY:Focus', 'UID:last'];
    const begun = processorTime();
    const told = await readCalendar(calendar([...entries, long], zone));
    await readCalendar(calendar([], deep));
    expect(processorTime() - begun).toBeLessThan(20_000);
    expect(told.facts.length).toBeLessThan(120 * 2000);
  });
});
