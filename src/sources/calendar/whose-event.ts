import type { Handle } from '#core/facts/fact.ts';
import type { Naming } from '#core/facts/told.ts';
import type { Attendee, CalendarEvent } from './calendar-event.ts';
import { ABSENT, namesIn } from './names-in-title.ts';

const MAIL = /[^\s<>@,;()"]+@[^\s<>@,;()"]+\.[^\s<>@,;()"]+/g;
export interface Said {
  readonly handle: Handle;
  readonly naming?: Naming;
}

/** The owner of a calendar by its name, or by the name of its file, where that is an address. */
export function ownerOf(...names: readonly (string | undefined)[]): Said | undefined {
  const mail = names.map((name) => name?.match(MAIL)?.[0]).find((found) => found !== undefined);
  return mail === undefined || mail.includes('calendar.google.com') ? undefined : mailed(mail.replace(/\.ics$/i, ''));
}

/** Who takes part and has not declined; rooms do not. */
export function takingPart({ attendees }: CalendarEvent): readonly Said[] {
  return attendees.filter(({ declined, person }) => person && !declined).flatMap((one) => saidOf(one) ?? []);
}

/** Whose time an entry is: its only attendee, the calendar's owner, its organizer, or whom the title names. */
export function whoseTime(event: CalendarEvent, owner: Said | undefined): Said | undefined {
  const people = takingPart(event);
  const organizer = event.organizer?.person === true ? saidOf(event.organizer) : undefined;
  return (people.length === 1 ? people[0] : undefined) ?? owner ?? organizer ?? namedIn(event.title)[0];
}

/** Who is on call: attendees, or else whom the title names. */
export function onCall(event: CalendarEvent): readonly Said[] {
  const people = takingPart(event);
  return people.length > 0 ? people : namedIn(event.title?.replace(LEVELS, ' '));
}

const LEVELS = /\[?\b(?:L\s?[1-9]|level\s[1-9]|primary|secondary|tertiary|backup|shift|duty|1st|2nd|3rd)\b\]?/giu;

/** 1 is called first; undefined where the title does not say. */
export function levelOf(title: string): number | undefined {
  const number = /\b(?:L|level\s)([1-9])\b/iu.exec(title)?.[1];
  if (number !== undefined) return Number(number);
  const word = /\b(primary|1st|secondary|backup|2nd|tertiary|3rd)\b/iu.exec(title)?.[1]?.toLowerCase();
  if (word === undefined) return undefined;
  return word === 'primary' || word === '1st' ? 1 : word === 'tertiary' || word === '3rd' ? 3 : 2;
}

/** Who is away: as above, but a title may name several. */
export function whoIsAway(event: CalendarEvent, owner: Said | undefined): readonly Said[] {
  const people = takingPart(event);
  if (people.length === 1 || owner !== undefined || event.organizer?.person === true) return [whoseTime(event, owner) ?? []].flat();
  return namedIn(event.title, ABSENT);
}

function namedIn(title = '', kind?: typeof ABSENT): readonly Said[] {
  const mails = title.match(MAIL);
  if (mails !== null) return mails.slice(0, 10).map((mail) => mailed(mail));
  return namesIn(title, kind).map((name) => ({ handle: `name:${name}`, naming: { of: `name:${name}`, name } }));
}

function saidOf({ mail, name }: Attendee): Said | undefined {
  if (mail !== undefined) return mailed(mail, name);
  return name === undefined ? undefined : { handle: `name:${name}`, naming: { of: `name:${name}`, name } };
}

function mailed(text: string, name?: string): Said {
  const mail = text.toLowerCase();
  return { handle: `mail:${mail}`, naming: { of: `mail:${mail}`, mail, ...(name === undefined ? {} : { name }) } };
}
