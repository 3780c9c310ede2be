import type { Fact } from '#core/facts/fact.ts';
import type { Naming, Skipped, Told } from '#core/facts/told.ts';
import { DAY } from '#core/terms/moment.ts';
import { refusal } from '#core/terms/refusals.ts';
import { plainText } from '#sources/connecting/plain-text.ts';
import type { Connector, FileGiven, FileSample, Telling } from '#sources/connecting/connector.ts';
import { textOf } from '#sources/connecting/utf8.ts';
import { calendarEvent, propertiesOf, type CalendarEvent, type Property } from './calendar-event.ts';
import { calendarParts } from './calendar-parts.ts';
import { tellFreeBusy } from './free-busy.ts';
import { occurrencesOf } from './occurrences.ts';
import { sortOfEvent } from './sort-of-event.ts';
import { SAID_SORTS } from './sorts-of-events.ts';
import { tellOccurrence } from './tell-occurrence.ts';
import { ownerOf, type Said } from './whose-event.ts';
import { Zones } from '#sources/recurring/zones.ts';

export const CALENDAR: Connector = {
  kind: 'calendar',
  name: 'Calendars (iCalendar)',
  gives: ['absences', 'calendar', 'rota'],
  reads:
    'When somebody is away, on call, in focus, planning or in a session. Titles only tell which of these it is and are not kept; reasons, descriptions and places are not read.',
  file: { takes: 'calendar files (.ics)', recognises, unkept: true, read },
};

/** How far back and ahead recurrences are followed. */
const BACK = 5 * 366 * DAY;
const AHEAD = 550 * DAY;
/** Days that the rules of one calendar may look at together. */
const EFFORT = 5_000_000;
const FACTS_A_PIECE = 1000;

function recognises({ head }: FileSample): boolean {
  return /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(textOf(head.subarray(0, 200)));
}

async function* read(file: FileGiven, telling: Telling): AsyncGenerator<Told> {
  if (telling.as !== undefined && !Object.hasOwn(SAID_SORTS, telling.as)) {
    const kinds = Object.keys(SAID_SORTS).map((sort) => `calendar:${sort}`);
    throw refusal('import-kind', { kind: `calendar:${telling.as}`, kinds: kinds.join(', ') });
  }
  const parts = await calendarParts(file);
  const reader = new CalendarReader(parts.properties, parts.zones, { file: file.name, telling });
  yield* reader.tell(parts.entries, parts.broken);
}

class CalendarReader {
  readonly #zones: Zones;
  readonly #cancels: boolean;
  readonly #calendar: string | undefined;
  readonly #owner: Said | undefined;
  readonly #itself: Said | undefined;
  readonly #telling: Telling;
  readonly #effort = { left: EFFORT };
  readonly #named = new Set<string>();
  #passed = 0;
  #nobody = 0;
  #beyond = 0;

  constructor(
    properties: ReadonlyMap<string, string>,
    zones: readonly string[],
    { file, telling }: { readonly file: string; readonly telling: Telling },
  ) {
    const name = plainText(properties.get('X-WR-CALNAME') ?? '', 100);
    this.#zones = new Zones(zones, properties.get('X-WR-TIMEZONE'));
    this.#cancels = properties.get('METHOD')?.toUpperCase() === 'CANCEL';
    this.#owner = ownerOf(name, file);
    this.#calendar = name?.includes('@') === true ? undefined : (name ?? plainText(file.replace(/\.ics$/i, ''), 100));
    this.#itself = name === undefined || name.includes('@') ? undefined : { handle: `calendar:${name}` };
    this.#telling = telling;
  }

  *tell(entries: readonly string[], broken: number): Generator<Told> {
    const skipped: Skipped[] = broken === 0 ? [] : [{ what: `${broken} entries`, why: 'they were not closed, or too long' }];
    const series = this.#seriesOf(entries, skipped);
    let piece = { facts: [] as Fact[], namings: [] as Naming[], skipped };
    for (const events of series.values()) {
      this.#tellSeries(events, piece);
      if (piece.facts.length < FACTS_A_PIECE) continue;
      yield piece;
      piece = { facts: [], namings: [], skipped: [] };
    }
    piece.skipped.push(...this.#ends());
    yield piece;
  }

  /** Events by their UID; one without is alone. */
  #seriesOf(entries: readonly string[], skipped: Skipped[]): ReadonlyMap<string, readonly CalendarEvent[]> {
    const series = new Map<string, CalendarEvent[]>();
    for (const [i, text] of entries.entries()) {
      const properties = propertiesOf(text);
      const event = properties === undefined ? 'its lines are broken' : this.#eventOf(text, properties);
      if (typeof event === 'string') skipped.push({ what: `entry ${i + 1}`, why: event });
      else for (const one of event) series.set(one.uid, [...(series.get(one.uid) ?? []), one]);
    }
    return series;
  }

  #eventOf(text: string, properties: readonly Property[]): readonly CalendarEvent[] | string {
    if (/^BEGIN:VFREEBUSY/i.test(text)) return tellFreeBusy(properties);
    const event = calendarEvent(properties);
    if (typeof event === 'string') return event;
    const uid = event.uid === '' ? `none/${event.start.wall}/${event.title ?? ''}` : event.uid;
    return [{ ...event, uid, cancelled: event.cancelled || this.#cancels }];
  }

  #tellSeries(
    events: readonly CalendarEvent[],
    piece: { readonly facts: Fact[]; readonly namings: Naming[]; readonly skipped: Skipped[] },
  ): void {
    if (this.#effort.left < 0) return;
    const { now, as } = this.#telling;
    const window = { from: now - BACK, to: now + AHEAD };
    const occurrences = occurrencesOf({ events, zones: this.#zones, window, effort: this.#effort });
    if (occurrences.length === 0 && !events.every(({ cancelled }) => cancelled)) this.#beyond++;
    for (const occurrence of occurrences) {
      const sort = sortOfEvent(
        { ...occurrence.event, length: occurrence.to - occurrence.from },
        as === undefined ? undefined : SAID_SORTS[as],
      );
      if (sort === undefined) {
        this.#passed++;
        continue;
      }
      const { created } = occurrence.event;
      const createdAt = created === undefined ? undefined : this.#zones.momentOf(created);
      const whose = { calendar: this.#calendar, owner: this.#owner, itself: this.#itself };
      const told = tellOccurrence({ occurrence, sort, ...whose, created: createdAt });
      if (told === undefined) this.#nobody++;
      piece.facts.push(...(told?.facts ?? []));
      piece.namings.push(
        ...(told?.namings ?? []).filter(({ of, name = '' }) => this.#named.size !== this.#named.add(`${of}\n${name}`).size),
      );
    }
  }

  #ends(): readonly Skipped[] {
    const [zones, labels] = [[...this.#zones.unknown], [...this.#zones.labels]];
    return [
      ...some(this.#beyond, 'they lie more than five years back or a year and a half ahead, or last no time'),
      ...some(this.#passed, 'neither absence, focus, planning, session, rota nor a meeting of several'),
      ...some(this.#nobody, 'they do not say whose time they are: let the name of the file be the address of the person'),
      ...(zones.length === 0 ? [] : [{ what: `zone ${zones.join(', ')}`, why: 'nobody knows it: its times were read as UTC' }]),
      ...(labels.length === 0
        ? []
        : [{ what: `zone ${labels.join('; ')}`, why: 'nobody knows it but for what its name says: summer time was not counted' }]),
      ...(this.#effort.left < 0 ? [{ what: 'the rest of the calendar', why: 'its rules repeat too often' }] : []),
    ];
  }
}

function some(count: number, why: string): readonly Skipped[] {
  return count === 0 ? [] : [{ what: count === 1 ? '1 time' : `${count} times`, why }];
}
