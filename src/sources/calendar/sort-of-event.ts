import { HOUR } from '#core/terms/moment.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { sortIn, worksElsewhere, type EventSort } from './sorts-of-events.ts';

/** Shorter than this, or with several others, nobody is away: it is a talk about it. */
const LEAST_AWAY = 3 * HOUR;
const ALONE = 2;

/**
 * What an event is, or nothing that we look at. In this order: what the import says; categories; what the calendar program shows others
 * (out of office); words of the title; and whether others take part. Private entries have neither categories nor title here.
 */
export function sortOfEvent(event: CalendarEvent, said: EventSort | undefined): EventSort | undefined {
  if (said !== undefined) return said === 'away' ? sortOfAbsence(event) : said;
  const category = event.categories.map((text) => sortIn(text.replaceAll('_', ' '))?.sort).find((sort) => sort !== undefined);
  if (category !== undefined) return category;
  if (event.shows === 'away' || event.shows === 'elsewhere') return event.shows;
  const others = event.attendees.filter(({ person }) => person).length;
  const word = sortIn(event.title ?? '')?.sort;
  const lasts = event.length >= LEAST_AWAY && others <= ALONE;
  if (word !== undefined && (lasts || !LASTING.has(word))) return word;
  return others >= ALONE && event.shows === 'busy' ? 'meeting' : undefined;
}

/** In a calendar of absences people also say where they work from. */
function sortOfAbsence({ title = '' }: CalendarEvent): EventSort | undefined {
  const sort = sortIn(title)?.sort;
  if (sort === undefined && worksElsewhere(title)) return undefined;
  return sort === 'elsewhere' ? sort : 'away';
}

const LASTING: ReadonlySet<EventSort> = new Set(['away', 'elsewhere', 'on-shift']);
