import type { Moment } from '#core/terms/moment.ts';
import type { Organisation } from '#core/organisation/organisation.ts';
import type { PayloadFile } from './payload-file.ts';

/** Two calendars (RFC 5545): who is away, and what is set aside for planning and focus, with where it was moved. */
export function calendarExport({ company: { people }, absences, blocks }: Organisation): readonly PayloadFile[] {
  const away = absences.flatMap(({ person, from, to, planned }) => [
    'BEGIN:VEVENT',
    `UID:away-${person}-${from}-${to}-${planned ? 'planned' : 'sudden'}@harbour.example`,
    `DTSTAMP:${stamp(planned ? from - 7 * 86_400 : from)}`,
    `CREATED:${stamp(planned ? from - 7 * 86_400 : from)}`,
    `DTSTART;VALUE=DATE:${date(from)}`,
    `DTEND;VALUE=DATE:${date(to)}`,
    'SUMMARY:Away',
    'CATEGORIES:ABSENCE',
    `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${people[person]!.mail}`,
    'END:VEVENT',
  ]);
  const set = blocks.flatMap((block) => blockLines(block, people));
  return [
    { path: 'calendar/away.ics', text: calendar(away) },
    { path: 'calendar/time-set-aside.ics', text: calendar(set) },
  ];
}

/** What was moved is one of a series, put elsewhere: only so can a calendar say where it was. */
function blockLines(
  { id, person, what, title, takesPart, from, to, plannedAt, dropped }: Organisation['blocks'][number],
  people: Organisation['company']['people'],
): readonly string[] {
  const event = (start: Moment, end: Moment, more: readonly string[]): readonly string[] => [
    'BEGIN:VEVENT',
    `UID:${id}@harbour.example`,
    `DTSTAMP:${stamp(plannedAt - 3 * 86_400)}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(end)}`,
    `SUMMARY:${title}`,
    `CATEGORIES:${what.toUpperCase()}`,
    ...more,
    `STATUS:${dropped ? 'CANCELLED' : 'CONFIRMED'}`,
    `ORGANIZER:mailto:${people[person]!.mail}`,
    ...takesPart.map((who) => `ATTENDEE:mailto:${people[who]!.mail}`),
    'END:VEVENT',
  ];
  if (from === plannedAt) return event(from, to, []);
  const first = event(plannedAt, plannedAt + to - from, ['RRULE:FREQ=DAILY;COUNT=1']);
  return [...first, ...event(from, to, [`RECURRENCE-ID:${stamp(plannedAt)}`, 'SEQUENCE:1'])];
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
