import { describe, expect, it } from 'vitest';
import { ADA, brief, calendar, readCalendar } from '#test/calendar-text.ts';

const GROUPS = 'group.calendar.google.com';

describe('calendars', () => {
  it('reads an absence of whole days, without a word about why', async () => {
    const text = calendar([
      [
        'DTSTART;VALUE=DATE:20260803',
        'DTEND;VALUE=DATE:20260815',
        'SUMMARY:Sick: broken leg',
        'DESCRIPTION:Hospital',
        'CREATED:20260701T080000Z',
      ],
    ]);
    const told = await readCalendar(text);
    expect(told.facts).toEqual([
      {
        kind: 'away',
        reference: expect.stringMatching(/^away:calendar:[\w-]{22}@1785715200-1786752000:mail:ada@example\.org$/),
        item: expect.stringMatching(/^calendar:[\w-]{22}$/),
        at: Date.UTC(2026, 7, 3) / 1000,
        until: Date.UTC(2026, 7, 15) / 1000,
        actor: ADA,
        detail: { what: 'away', planned: true },
      },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/sick|leg|hospital/i);
  });

  it.each([
    ['Urlaub', 'away'],
    ['Congés annuels', 'away'],
    ['Férias', 'away'],
    ['有給休暇', 'away'],
    ['OOO', 'away'],
    ['Konferenz in Wien', 'away'],
    ['Fokuszeit', 'focus'],
    ['No meetings!', 'focus'],
    ['Quarterly planning', 'planning'],
    ['Planificación del sprint', 'planning'],
    ['Wissenstransfer Abrechnung', 'session'],
    ['Office hours', 'session'],
    ['Ooomph', undefined],
    ['Dentist', undefined],
    ['Urlaubsplanung', undefined],
  ])('takes %s for %s', async (title, kind) => {
    const told = await readCalendar(calendar([['DTSTART:20260803T080000Z', 'DTEND:20260803T160000Z', `SUMMARY:${title}`]]));
    expect(told.facts[0]?.kind).toBe(kind);
  });

  it.each([
    ['a talk about it', ['DTSTART:20260803T080000Z', 'DURATION:PT1H', 'SUMMARY:Vacation'], undefined],
    [
      'a party',
      [
        'DTSTART:20260803T080000Z',
        'DURATION:PT5H',
        'SUMMARY:Holiday party',
        ...['a', 'b', 'c'].map((who) => `ATTENDEE:mailto:${who}@example.org`),
      ],
      'meeting',
    ],
    ['a category', ['DTSTART:20260803T080000Z', 'DURATION:PT1H', 'SUMMARY:x', 'CATEGORIES:Work,TRANSFER'], 'session'],
    ['out of office', ['DTSTART:20260803T080000Z', 'DURATION:PT1H', 'SUMMARY:x', 'X-MICROSOFT-CDO-BUSYSTATUS:OOF'], 'away'],
    ['private', ['DTSTART:20260803T080000Z', 'DURATION:PT9H', 'SUMMARY:Urlaub', 'CLASS:PRIVATE'], undefined],
    ['private and out of office', ['DTSTART:20260803T080000Z', 'DURATION:PT9H', 'CLASS:PRIVATE', 'X-MICROSOFT-CDO-BUSYSTATUS:OOF'], 'away'],
    [
      'an offer that nobody must come to',
      ['DTSTART:20260803T080000Z', 'DURATION:PT1H', 'TRANSP:TRANSPARENT', 'ATTENDEE:mailto:a@example.org', 'ATTENDEE:mailto:b@example.org'],
      undefined,
    ],
  ])('tells %s from the rest', async (_, lines, kind) => {
    const told = await readCalendar(calendar([lines]));
    expect([told.facts[0]?.kind, told.skipped.length]).toEqual([kind, kind === undefined ? 1 : 0]);
  });

  it('says who takes part, but neither who declined nor the room', async () => {
    const people = ['bo@example.org', 'cy@partner.example'].map((mail) => `ATTENDEE;CN=Somebody:mailto:${mail}`);
    const others = ['ATTENDEE;PARTSTAT=DECLINED:mailto:no@example.org', 'ATTENDEE;CUTYPE=ROOM:mailto:room@example.org'];
    const lines = [
      'DTSTART:20260803T080000Z',
      'DURATION:PT1H',
      'SUMMARY:Status',
      'ORGANIZER;CN=Ada Example:MAILTO:Ada@Example.org',
      ...people,
      ...others,
    ];
    const { facts } = await readCalendar(calendar([lines]));
    expect(facts).toMatchObject([
      { kind: 'meeting', actor: ADA, detail: { takesPart: ['mail:bo@example.org', 'mail:cy@partner.example'], external: true } },
    ]);
  });

  it('reads a rota by its attendees or its titles, if the import says that it is one', async () => {
    const shift = (day: number, ...lines: readonly string[]) => [
      `UID:${day}`,
      `DTSTART:202608${day}T080000Z`,
      `DTEND:202608${day + 7}T080000Z`,
      ...lines,
    ];
    const titles = ['SUMMARY:On Call - Ada Example - Payments Primary', 'SUMMARY:[L2] bo@example.org', 'SUMMARY:Cy Example'];
    const text = calendar(
      [shift(10, titles[0]!), shift(11, titles[1]!), shift(12, titles[2]!), shift(13, 'SUMMARY:x', 'ATTENDEE:mailto:di@example.org')],
      ['X-WR-CALNAME:payments'],
    );
    const { facts } = await readCalendar(text, { as: 'rota' });
    expect(facts.map(({ kind, actor, place, detail }) => [kind, actor, place, (detail as { level?: number })?.level])).toEqual([
      ['on-shift', 'name:Ada Example', 'schedule:payments', 1],
      ['on-shift', 'mail:bo@example.org', 'schedule:payments', 2],
      ['on-shift', 'name:Cy Example', 'schedule:payments', undefined],
      ['on-shift', 'mail:di@example.org', 'schedule:payments', undefined],
    ]);
  });

  it('takes what names nobody for the time of a calendar that says what it is called, and of no other', async () => {
    const day = (uid: string, summary: string) => [`UID:${uid}`, 'DTSTART;VALUE=DATE:20260803', `SUMMARY:${summary}`];
    const entries = [day('1', 'Vacation'), day('2', 'Sprint planning'), day('3', 'Focus time'), day('4', 'Vacation: Ada Example')];
    const named = await readCalendar(calendar(entries, ['X-WR-CALNAME:Payments']), { name: 'x.ics' });
    expect(named.facts.map(({ kind, actor, place }) => [kind, actor, place])).toEqual([
      ['away', 'calendar:Payments', undefined],
      ['planning', 'calendar:Payments', 'calendar:Payments'],
      ['focus', 'calendar:Payments', undefined],
      ['away', 'name:Ada Example', undefined],
    ]);
    expect(named.skipped).toEqual([]);
    const unnamed = await readCalendar(calendar(entries), { name: 'x.ics' });
    expect(unnamed.facts.map(({ actor }) => actor)).toEqual(['name:Ada Example']);
    expect(unnamed.skipped).toMatchObject([{ what: '3 times' }]);
    const own = await readCalendar(calendar(entries, ['X-WR-CALNAME:ada@example.org']), { name: 'x.ics' });
    expect(own.facts.map(({ actor }) => actor)).toEqual([ADA, ADA, ADA, ADA]);
  });

  it.each(['nonsense', 'constructor', '', '__proto__'])('is refused as %j, which nothing is', async (as) => {
    await expect(readCalendar(calendar([]), { as })).rejects.toMatchObject({
      code: 'import-kind',
      message: expect.stringContaining(`calendar:${as}`),
    });
  });

  it.each([
    [['ORGANIZER:mailto:bo@example.org'], 'mail:bo@example.org'],
    [['ATTENDEE:mailto:cy@example.org', 'ORGANIZER:mailto:bo@example.org'], 'mail:cy@example.org'],
    [[`ORGANIZER:mailto:abc@${GROUPS}`, 'SUMMARY:Ada Example – Urlaub'], 'name:Ada Example'],
    [['SUMMARY:Urlaub: Ada Example'], 'name:Ada Example'],
    [['SUMMARY:Ada Example is on vacation'], 'name:Ada Example'],
    [['SUMMARY:Vacation (bo@example.org)'], 'mail:bo@example.org'],
    [['SUMMARY:Vacation'], undefined],
  ])('finds whose absence it is: %j', async (lines, who) => {
    const whole = lines.some((line) => line.startsWith('SUMMARY')) ? lines : [...lines, 'SUMMARY:Vacation'];
    const told = await readCalendar(calendar([['DTSTART;VALUE=DATE:20260803', ...whole]]), { name: 'team.ics' });
    expect(told.facts[0]?.actor).toBe(who);
  });

  describe('times', () => {
    // RFC 5545, 3.6.5: New York as defined there, under a name that no machine knows.
    const OWN_ZONE = [
      'BEGIN:VTIMEZONE',
      'TZID:Somewhere',
      'BEGIN:STANDARD',
      'DTSTART:20071104T020000',
      'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11',
      'TZOFFSETFROM:-0400',
      'TZOFFSETTO:-0500',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:20070311T020000',
      'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3',
      'TZOFFSETFROM:-0500',
      'TZOFFSETTO:-0400',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ];

    it.each([
      ['in winter', 'TZID=Europe/Berlin:20260115T090000', '2026-01-15T08'],
      ['in summer', 'TZID=Europe/Berlin:20260715T090000', '2026-07-15T07'],
      // RFC 5545, 3.3.5: twice on 4 November 2007, and never on 11 March 2007; here in 2024 and 2026.
      ['said twice, the first of both', 'TZID=America/New_York:20241103T013000', '2024-11-03T05:30'],
      ['said never, as before', 'TZID=America/New_York:20260308T023000', '2026-03-08T07:30'],
      ['in a zone of its own, in winter', 'TZID=Somewhere:20260115T090000', '2026-01-15T14'],
      ['in a zone of its own, in summer', 'TZID=Somewhere:20260715T090000', '2026-07-15T13'],
      ['in a zone of its own, said twice', 'TZID=Somewhere:20241103T013000', '2024-11-03T05:30'],
      ['in a zone of its own, said never', 'TZID=Somewhere:20260308T023000', '2026-03-08T07:30'],
      ['with a prefix', 'TZID=/example.org/Tzfile/Europe/Berlin:20260715T090000', '2026-07-15T07'],
      ['floating, in the zone of the calendar', '20260715T090000', '2026-07-15T00'],
      ['in UTC', '20260715T090000Z', '2026-07-15T09'],
    ])('%s', async (_, start, at) => {
      const { facts, skipped } = await readCalendar(
        calendar(
          [[`DTSTART${start.startsWith('TZID') ? ';' : ':'}${start}`, 'DURATION:PT1H', 'SUMMARY:Focus']],
          ['X-WR-TIMEZONE:Asia/Tokyo', ...OWN_ZONE],
        ),
      );
      expect([brief(facts)[0]?.split(' ')[1], skipped]).toEqual([at, []]);
    });

    it('reads zones as Outlook defines them, from 1601 on', async () => {
      const half = (name: string, start: string, rule: string, ...[from, to]: [string, string]) => [
        `BEGIN:${name}`,
        `DTSTART:${start}`,
        `TZOFFSETFROM:${from}`,
        `TZOFFSETTO:${to}`,
        `RRULE:${rule}`,
        `END:${name}`,
      ];
      const zone = [
        'BEGIN:VTIMEZONE',
        'TZID:W. Europe Standard Time',
        ...half('STANDARD', '16010101T030000', 'FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10', '+0200', '+0100'),
        ...half('DAYLIGHT', '16010101T020000', 'FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3', '+0100', '+0200'),
        'END:VTIMEZONE',
      ];
      const at = (day: string) => [`UID:${day}`, `DTSTART;TZID="W. Europe Standard Time":${day}T090000`, 'DURATION:PT1H', 'SUMMARY:Focus'];
      const told = await readCalendar(calendar([at('20260115'), at('20260715')], zone));
      expect([brief(told.facts), told.skipped]).toEqual([
        [`focus 2026-01-15T08 2026-01-15T09 ${ADA}`, `focus 2026-07-15T07 2026-07-15T08 ${ADA}`],
        [],
      ]);
    });

    it('is read as UTC and said where nobody knows the zone', async () => {
      const zones = ['BEGIN:VTIMEZONE', 'TZID:Broken', 'BEGIN:STANDARD', 'TZOFFSETTO:nonsense', 'END:STANDARD', 'END:VTIMEZONE'];
      const told = await readCalendar(calendar([['DTSTART;TZID=Broken:20260715T090000', 'DURATION:PT1H', 'SUMMARY:Focus']], zones));
      expect(told.skipped).toEqual([{ what: 'zone Broken', why: 'nobody knows it: its times were read as UTC' }]);
      expect(brief(told.facts)).toEqual([`focus 2026-07-15T09 2026-07-15T10 ${ADA}`]);
    });

    it('keeps to the clock on the wall when clocks change', async () => {
      const { facts } = await readCalendar(
        calendar([
          [
            'DTSTART;TZID=Europe/Berlin:20260323T090000',
            'DTEND;TZID=Europe/Berlin:20260323T110000',
            'RRULE:FREQ=WEEKLY;COUNT=2',
            'SUMMARY:Focus',
          ],
        ]),
      );
      expect(brief(facts)).toEqual([`focus 2026-03-23T08 2026-03-23T10 ${ADA}`, `focus 2026-03-30T07 2026-03-30T09 ${ADA}`]);
    });

    it('counts a whole day as it was, also with 23 hours', async () => {
      const { facts } = await readCalendar(calendar([['DTSTART;VALUE=DATE:20260329', 'SUMMARY:Urlaub']], ['X-WR-TIMEZONE:Europe/Berlin']));
      expect(brief(facts)).toEqual([`away 2026-03-28T23 2026-03-29T22 ${ADA}`]);
    });
  });

  it('reads being out from free and busy times (RFC 5545, 3.8.2.6)', async () => {
    const text = [
      'BEGIN:VCALENDAR',
      'BEGIN:VFREEBUSY',
      'UID:f1',
      'ORGANIZER:mailto:bo@example.org',
      'FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260308T160000Z/PT8H30M',
      'FREEBUSY;FBTYPE=BUSY:20260309T160000Z/PT3H',
      'END:VFREEBUSY',
      'END:VCALENDAR',
    ];
    expect(brief((await readCalendar(text.join('\r\n'), { name: 'team.ics' })).facts)).toEqual([
      'away 2026-03-08T16 2026-03-09T00:30 mail:bo@example.org',
    ]);
  });

  it('tells the same again, in any order', async () => {
    const entries = [3, 4, 5].map((day) => [`UID:${day}`, `DTSTART;VALUE=DATE:2026080${day}`, 'SUMMARY:Urlaub']);
    const [one, two] = [await readCalendar(calendar(entries)), await readCalendar(calendar(entries.toReversed()), { size: 5 })];
    expect(one.facts.map(({ reference }) => reference).toSorted()).toEqual(two.facts.map(({ reference }) => reference).toSorted());
  });
});
