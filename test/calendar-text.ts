import type { Fact } from '#core/facts/fact.ts';
import type { Told } from '#core/facts/told.ts';
import { CALENDAR } from '#sources/calendar/calendar.ts';
import { givenFile, TELLING, toldOf } from '#test/given-file.ts';

/** `head` stands before the entries: zones and properties of the calendar. */
export function calendar(entries: readonly (readonly string[])[], head: readonly string[] = []): string {
  const events = entries.map((lines) => [
    'BEGIN:VEVENT',
    ...(lines.some((line) => line.startsWith('UID')) ? [] : ['UID:1@example.org']),
    ...lines,
    'END:VEVENT',
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...head, ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');
}

export function readCalendar(
  text: string | Uint8Array,
  { as, size, name = `${ADDRESS}.ics` }: { as?: string; size?: number; name?: string } = {},
): Promise<Told> {
  return toldOf(CALENDAR.file!, givenFile(name, text, size), { ...TELLING, ...(as === undefined ? {} : { as }) });
}

/** Facts as `kind from–to who`, by time. */
export function brief(facts: readonly Fact[]): readonly string[] {
  const time = (at: number | undefined) => new Date(at! * 1000).toISOString().slice(0, 16).replace(':00', '');
  return facts
    .toSorted((a, b) => a.at - b.at)
    .map(({ kind, at, until, actor }) => `${kind} ${time(at)} ${time(until)} ${actor ?? 'nobody'}`);
}

const ADDRESS = 'ada@example.org';
export const ADA = `mail:${ADDRESS}`;
