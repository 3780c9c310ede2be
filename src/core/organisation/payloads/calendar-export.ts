import type { Moment } from '#core/terms/moment.ts';
import type { Organisation } from '#core/organisation/organisation.ts';
import type { PayloadFile } from './payload-file.ts';

/** Two calendars (RFC 5545): who is away, and what is set aside for planning and focus, with where it was moved. */
export function calendarExport({ company: { people }, absences, blocks }: Organisation): readonly PayloadFile[] {
  const away = absences.flatMap(({ person, from, to }) => [
    'BEGIN:VEVENT',
    `UID:away-${person}-${from}@harbour.example`,
    `DTSTAMP:${stamp(from - 7 * 86_400)}`,
    `DTSTART;VALUE=DATE:${date(from)}`,
    `DTEND;VALUE=DATE:${date(to)}`,
    'SUMMARY:Away',
    'CATEGORIES:ABSENCE',
    `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${people[person]!.mail}`,
    'END:VEVENT',
  ]);
  const set = blocks.flatMap(({ id, person, what, title, takesPart, from, to, plannedAt, dropped }) => [
    'BEGIN:VEVENT',
    `UID:${id}@harbour.example`,
    `DTSTAMP:${stamp(plannedAt - 3 * 86_400)}`,
    `DTSTART:${stamp(from)}`,
    `DTEND:${stamp(to)}`,
    `SUMMARY:${title}`,
    `CATEGORIES:${what.toUpperCase()}`,
    ...(from === plannedAt ? [] : ['SEQUENCE:1', `X-UNDERSTUDY-PLANNED:${stamp(plannedAt)}`]),
    `STATUS:${dropped ? 'CANCELLED' : 'CONFIRMED'}`,
    `ORGANIZER:mailto:${people[person]!.mail}`,
    ...takesPart.map((who) => `ATTENDEE:mailto:${people[who]!.mail}`),
    'END:VEVENT',
  ]);
  return [
    { path: 'calendar/away.ics', text: calendar(away) },
    { path: 'calendar/time-set-aside.ics', text: calendar(set) },
  ];
}

function calendar(lines: readonly string[]): string {
  return `${['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Harbour//Calendar//EN', ...lines, 'END:VCALENDAR'].join('\r\n')}\r\n`;
}

function stamp(at: Moment): string {
  return `${new Date(at * 1000).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function date(at: Moment): string {
  return stamp(at).slice(0, 8);
}
