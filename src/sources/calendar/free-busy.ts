import type { CalendarEvent, Property } from './calendar-event.ts';
import { calendarEvent, written } from './calendar-event.ts';

const MOST_PERIODS = 1000;

/** The periods of a VFREEBUSY in which somebody is out (`BUSY-UNAVAILABLE`); merely busy is nobody’s absence. */
export function tellFreeBusy(properties: readonly Property[]): readonly CalendarEvent[] | string {
  const about = properties.filter(([name]) => name === 'organizer' || name === 'attendee');
  const uid = written(properties.find(([name]) => name === 'uid')?.[3]);
  const periods = properties
    .filter(([name, parameters]) => name === 'freebusy' && written(parameters['fbtype']).toUpperCase() === 'BUSY-UNAVAILABLE')
    .flatMap((property) => property.slice(3).filter(Array.isArray))
    .slice(0, MOST_PERIODS);
  return periods.flatMap(([start, end]: readonly unknown[]) => {
    const ends: Property = written(end).startsWith('P') ? ['duration', {}, 'duration', end] : ['dtend', {}, 'date-time', end];
    const event = calendarEvent([...about, ['dtstart', {}, 'date-time', start], ends, ['x-microsoft-cdo-busystatus', {}, 'text', 'OOF']]);
    return typeof event === 'string' ? [] : [{ ...event, uid: `${uid}/${written(start)}` }];
  });
}
