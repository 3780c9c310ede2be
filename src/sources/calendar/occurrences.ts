import type { Moment, Window } from '#core/terms/moment.ts';
import { DAY } from '#core/terms/moment.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { recur, type Effort } from '#sources/recurring/recurrence.ts';
import type { WallTime } from '#sources/recurring/wall-time.ts';
import type { Zones } from '#sources/recurring/zones.ts';

/** One time that an event takes place, or was to. */
export interface Occurrence extends Window {
  readonly event: CalendarEvent;
  /** When the series says that it should be; absent where it does not recur. */
  readonly planned?: Moment;
  readonly dropped: boolean;
}

export interface Series {
  /** Everything that carries the same UID. */
  readonly events: readonly CalendarEvent[];
  readonly zones: Zones;
  readonly window: Window;
  readonly effort: Effort;
}

/** Occurrences of one series; more are not looked for. */
const MOST = 2000;

/** When the events of one UID take place: rules and dates, without what is excluded, and with what stands in for single ones. */
export function occurrencesOf(series: Series): readonly Occurrence[] {
  const latest = newest(series.events);
  const masters = latest.filter(({ instead }) => instead === undefined);
  const replaced = new Map(
    latest.flatMap((event) => (event.instead === undefined ? [] : [[momentOf(series, event.instead, event), event] as const])),
  );
  const planned = masters.flatMap((event) => plannedOf(event, series));
  const taken = new Set<CalendarEvent>();
  const regular = planned.map((one) => {
    const instead = one.planned === undefined ? undefined : replaced.get(one.planned);
    if (instead === undefined) return shifted(one, series, replaced);
    taken.add(instead);
    return standsIn(instead, one.planned!, series);
  });
  // Without their series in the file, or outside of what it says: they happen all the same.
  const alone = [...replaced].filter(([, event]) => !taken.has(event)).map(([at, event]) => standsIn(event, at, series));
  return [...regular, ...alone].filter(({ from, to }) => to > from && from < series.window.to && to > series.window.from);
}

/** Of several versions of the same, the one with the highest sequence, and of those the last in the file. */
function newest(events: readonly CalendarEvent[]): readonly CalendarEvent[] {
  const found = new Map<string, CalendarEvent>();
  for (const event of events) {
    const key = `${event.instead?.wall ?? ''}`;
    const before = found.get(key);
    if (before === undefined || event.sequence >= before.sequence) found.set(key, event);
  }
  return [...found.values()];
}

function plannedOf(event: CalendarEvent, series: Series): readonly Occurrence[] {
  const { start, rules, more } = event;
  if (rules.length === 0 && more.length === 0) return [occurrence(event, { start }, series)];
  const excluded = new Set(event.excluded.filter(({ wholeDay }) => !wholeDay).map((time) => momentOf(series, time, event)));
  const days = new Set(event.excluded.filter(({ wholeDay }) => wholeDay).map(({ wall }) => wall));
  const begun = rules.length === 0 ? [{ start }] : [];
  const found = [...begun, ...rules.flatMap((rule) => recurring(event, rule, series)), ...more].slice(0, MOST * 2);
  return distinct(found.map((one) => ({ ...occurrence(event, one, series), planned: momentOf(series, one.start, event) }))).map((one) =>
    excluded.has(one.planned) || days.has(dayOn(event, one.start)) ? { ...one, dropped: true } : one,
  );

  function distinct(all: readonly (Occurrence & { readonly planned: Moment })[]) {
    const seen = new Map(all.map((one, i) => [one.planned, { ...one, start: found[i]!.start }] as const));
    return [...seen.values()].slice(0, MOST);
  }
}

function dayOn(event: CalendarEvent, start: WallTime): number {
  return event.start.wholeDay ? start.wall : Math.floor(start.wall / DAY) * DAY;
}

function recurring(
  event: CalendarEvent,
  { rule, until }: CalendarEvent['rules'][number],
  series: Series,
): readonly { readonly start: WallTime }[] {
  const { start } = event;
  const untilAt = until === undefined ? Infinity : until.wholeDay ? until.wall + DAY - 1 : until.wall;
  // An end in UTC is compared as a moment, one without a zone on the wall.
  const onWall = until?.zone === undefined;
  const last = Math.min(series.window.to + DAY, untilAt + (onWall ? 0 : DAY));
  const found: { readonly start: WallTime }[] = [];
  for (const wall of recur(rule, { start: start.wall, first: series.window.from - event.length, last }, series.effort)) {
    const time = { ...start, wall };
    if (!onWall && momentOf(series, time, event) > untilAt) break;
    found.push({ start: time });
    if (found.length >= MOST) break;
  }
  return found;
}

/** Times without a zone stand on the same clock as the event's own. */
function momentOf({ zones }: Series, time: WallTime, event: CalendarEvent): Moment {
  const zone = time.zone ?? event.start.zone;
  return zones.momentOf(zone === undefined ? time : { ...time, zone });
}

function occurrence(
  event: CalendarEvent,
  { start, length: own }: { readonly start: WallTime; readonly length?: number },
  series: Series,
): Occurrence {
  const length = own ?? lengthOf(event, series);
  const from = momentOf(series, start, event);
  // Whole days end with a day on the wall, however many hours it had.
  const to = start.wholeDay ? momentOf(series, { ...start, wall: start.wall + length }, event) : from + length;
  return { event, from, to, dropped: event.cancelled };
}

/** Of what takes place once, what the clocks say; what recurs lasts as long on the wall each time, unless begin and end stand on two clocks. */
function lengthOf(event: CalendarEvent, series: Series): number {
  const { start, end, rules, more, length } = event;
  if (end === undefined || (rules.length + more.length > 0 && end.zone === start.zone)) return length;
  return momentOf(series, end, event) - momentOf(series, start, event);
}

function standsIn(event: CalendarEvent, planned: Moment, series: Series): Occurrence {
  return { ...occurrence(event, { start: event.start }, series), planned };
}

/** What a change of all that follow (THISANDFUTURE) does to an occurrence. */
function shifted(one: Occurrence, series: Series, replaced: ReadonlyMap<Moment, CalendarEvent>): Occurrence {
  const { planned } = one;
  if (planned === undefined) return one;
  const [at, event] =
    [...replaced].filter(([from, { following }]) => following && from <= planned).toSorted((a, b) => b[0] - a[0])[0] ?? [];
  if (at === undefined || event === undefined) return one;
  const from = one.from + momentOf(series, event.start, event) - at;
  return { event, from, to: from + lengthOf(event, series), planned: from, dropped: one.dropped || event.cancelled };
}
