import ICAL from 'ical.js';
import { DAY } from '#core/terms/moment.ts';
import { plainText } from '#sources/connecting/plain-text.ts';
import { readRecurrence, type ReadRecurrence } from '#sources/recurring/read-recurrence.ts';
import { lasting, wallTime, type WallTime } from '#sources/recurring/wall-time.ts';

/** An entry of a calendar, as far as we look. */
export interface CalendarEvent {
  readonly uid: string;
  readonly start: WallTime;
  /** Seconds on the wall; whole days where `start` is one. */
  readonly length: number;
  /** Where it says when it ends, and not for how long it lasts: the clocks may change in between, or be others. */
  readonly end?: WallTime;
  readonly rules: readonly ReadRecurrence[];
  /** More starts, some with a length of their own. */
  readonly more: readonly { readonly start: WallTime; readonly length?: number }[];
  readonly excluded: readonly WallTime[];
  /** Which of the occurrences this stands in for, and whether for all that follow too. */
  readonly instead?: WallTime;
  readonly following: boolean;
  readonly cancelled: boolean;
  readonly sequence: number;
  readonly created?: WallTime;
  /** Absent where the entry is private: then its title is not read. */
  readonly title?: string;
  readonly categories: readonly string[];
  readonly shows: 'busy' | 'free' | 'away' | 'elsewhere';
  readonly organizer?: Attendee;
  readonly attendees: readonly Attendee[];
}

export interface Attendee {
  readonly mail?: string;
  readonly name?: string;
  readonly declined: boolean;
  /** A person, not a room, a group or a resource. */
  readonly person: boolean;
}

export type Property = readonly [name: string, parameters: Readonly<Record<string, unknown>>, kind: string, ...values: unknown[]];

const MOST_DATES = 2000;
const MOST_ATTENDEES = 500;

/** The properties of one entry of a calendar; undefined where it cannot be read. */
export function propertiesOf(text: string): readonly Property[] | undefined {
  try {
    return (ICAL.parse(text) as unknown as readonly [string, readonly Property[]])[1];
  } catch {
    return undefined;
  }
}

/** An event from its properties, or why it is none. */
export function calendarEvent(properties: readonly Property[]): CalendarEvent | string {
  const first = (name: string) => properties.find(([key]) => key === name);
  const text = (name: string) => written(first(name)?.[3]);
  const start = timeOf(first('dtstart'));
  if (start === undefined) return 'it has no beginning that can be read';
  const end = first('duration') === undefined ? timeOf(first('dtend')) : undefined;
  const length = lengthOf(start, end, first('duration')?.[3]);
  if (length === undefined || (length < 0 && (end === undefined || end.zone === start.zone)))
    return 'it has no end that can be read, or ends before it begins';
  // Some programs write `RRULE:` for what does not recur.
  const rules = properties
    .filter(([key, , , value]) => key === 'rrule' && Object.keys(value ?? {}).join('') !== '')
    .map((property) => readRecurrence(property[3], start));
  if (rules.includes(undefined)) return 'it repeats more often than daily, or by a rule that cannot be read';
  const hidden = /^(PRIVATE|CONFIDENTIAL)$/i.test(text('class'));
  return {
    uid: text('uid'),
    start,
    length,
    rules: rules.filter((rule) => rule !== undefined).slice(0, 4),
    more: moreOf(properties),
    excluded: timesOf(properties, 'exdate'),
    following: first('recurrence-id')?.[1]['range'] === 'THISANDFUTURE',
    cancelled: /^CANCELLED$/i.test(text('status')),
    sequence: Number(first('sequence')?.[3]) || 0,
    categories: hidden
      ? []
      : properties
          .filter(([key]) => key === 'categories')
          .flatMap((one) => one.slice(3).map(String))
          .slice(0, 20),
    shows: shown(text('x-microsoft-cdo-busystatus'), text('transp')),
    attendees: properties
      .filter(([key]) => key === 'attendee')
      .slice(0, MOST_ATTENDEES)
      .map(attendeeOf),
    ...given('end', start.wholeDay ? undefined : end),
    ...given('instead', timeOf(first('recurrence-id'))),
    ...given('created', timeOf(first('created'))),
    ...given('title', hidden ? undefined : plainText(text('summary'))),
    ...given('organizer', mapped(first('organizer'), attendeeOf)),
  };
}

export function written(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function given<Name extends string, Value>(name: Name, value: Value | undefined) {
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };
}

function mapped<From, To>(value: From | undefined, of: (value: From) => To): To | undefined {
  return value === undefined ? undefined : of(value);
}

function timeOf(property: Property | undefined, value: unknown = property?.[3]): WallTime | undefined {
  const zone = property?.[1]['tzid'];
  return wallTime(value, typeof zone === 'string' && zone !== '' ? zone : undefined);
}

function timesOf(properties: readonly Property[], name: string): readonly WallTime[] {
  const found = properties.filter(([key]) => key === name);
  return found.flatMap((property) => property.slice(3, MOST_DATES).flatMap((value) => timeOf(property, value) ?? [])).slice(0, MOST_DATES);
}

/** RDATE: dates, or periods with an end or a length of their own. */
function moreOf(properties: readonly Property[]): CalendarEvent['more'] {
  const found = properties.filter(([key]) => key === 'rdate');
  return found
    .flatMap((property) => property.slice(3, MOST_DATES).map((value) => [property, value] as const))
    .slice(0, MOST_DATES)
    .flatMap(([property, value]) => {
      if (!Array.isArray(value)) return mapped(timeOf(property, value), (start) => ({ start })) ?? [];
      const [start, end] = [timeOf(property, value[0]), timeOf(property, value[1])];
      const length = lasting(value[1]) ?? (end === undefined || start === undefined ? undefined : end.wall - start.wall);
      return start === undefined || length === undefined || length < 0 ? [] : { start, length };
    });
}

/** Seconds between beginning and end on the wall; clocks that differ are put right when moments are made. */
function lengthOf(start: WallTime, end: WallTime | undefined, duration: unknown): number | undefined {
  if (duration !== undefined) return lasting(duration);
  if (end === undefined) return start.wholeDay ? DAY : 0;
  if (end.wholeDay !== start.wholeDay) return undefined;
  // A day that ends on itself is one that says its last day, not the one behind it.
  return start.wholeDay && end.wall === start.wall ? DAY : end.wall - start.wall;
}

function shown(status: string, transparency: string): CalendarEvent['shows'] {
  if (/^OOF$/i.test(status)) return 'away';
  if (/^WORKINGELSEWHERE$/i.test(status)) return 'elsewhere';
  return /^TRANSPARENT$/i.test(transparency) || /^FREE$/i.test(status) ? 'free' : 'busy';
}

function attendeeOf([, parameters, , value]: Property): Attendee {
  const mail = /^mailto:\s*([^\s<>@]+@[^\s<>@]+)$/i.exec(written(value))?.[1]?.toLowerCase();
  const name = plainText(written(parameters['cn']), 100);
  const kind = (written(parameters['cutype']) || 'INDIVIDUAL').toUpperCase();
  // Calendars of groups and rooms have addresses of their own.
  const person = (kind === 'INDIVIDUAL' || kind === 'UNKNOWN') && mail?.endsWith('.calendar.google.com') !== true;
  const declined = /^DECLINED$/i.test(written(parameters['partstat']));
  return { declined, person, ...given('mail', mail), ...given('name', name?.includes('@') === true ? undefined : name) };
}
