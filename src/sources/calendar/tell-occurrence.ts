import { createHash } from 'node:crypto';
import type { FactKind } from '#core/facts/fact-kinds.ts';
import type { Fact, Handle, Place } from '#core/facts/fact.ts';
import type { Naming } from '#core/facts/told.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import { saidFact } from '#sources/connecting/said-fact.ts';
import type { Occurrence } from './occurrences.ts';
import type { EventSort } from './sorts-of-events.ts';
import { levelOf, onCall, takingPart, whoIsAway, whoseTime, type Said } from './whose-event.ts';

export interface TellOrder {
  readonly occurrence: Occurrence;
  readonly sort: EventSort;
  /** Name of the calendar, where it is nobody's own. */
  readonly calendar: string | undefined;
  readonly owner: Said | undefined;
  /** The calendar, where it says what it is called: whose time an entry is that names nobody. Joins say which team or person that is, if any. */
  readonly itself: Said | undefined;
  readonly created: Moment | undefined;
}

export interface ToldOccurrence {
  readonly facts: readonly Fact[];
  readonly namings: readonly Naming[];
}

/** Of a crowd more are not told. */
const MOST_PEOPLE = 200;

/** What one occurrence says; undefined where it does not say whose time it is. */
export function tellOccurrence(order: TellOrder): ToldOccurrence | undefined {
  const { occurrence, sort } = order;
  if (sort === 'on-shift') return tellShift(order);
  if (sort === 'away' || sort === 'elsewhere') return tellAway(order);
  if (sort !== 'focus') return tellGathering(order, sort);
  const who = whoseTime(occurrence.event, order.owner) ?? order.itself;
  return who === undefined
    ? undefined
    : told([who], [saidFact('focus', { ...common(order, 'focus', who.handle), actor: who.handle }, kept(occurrence))]);
}

function tellShift(order: TellOrder): ToldOccurrence | undefined {
  const { occurrence, calendar } = order;
  const people = onCall(occurrence.event);
  if (people.length === 0) return undefined;
  if (occurrence.dropped) return told([], []);
  const place: Place = `schedule:${calendar ?? 'calendar'}`;
  const level = levelOf(occurrence.event.title ?? '');
  const override = moved(occurrence) || undefined;
  return told(
    people,
    people.map(({ handle }) => saidFact('on-shift', { ...common(order, 'on-shift', handle), actor: handle, place }, { level, override })),
  );
}

/** Why is theirs: neither title nor category is told. */
function tellAway(order: TellOrder): ToldOccurrence | undefined {
  const { occurrence, sort, created } = order;
  const found = whoIsAway(occurrence.event, order.owner);
  const who = found.length > 0 ? found : [order.itself ?? []].flat();
  if (who.length === 0) return undefined;
  const planned = created === undefined || created > occurrence.from + DAY ? undefined : created < occurrence.from - DAY;
  const detail = { what: sort === 'elsewhere' ? sort : ('away' as const), planned, dropped: occurrence.dropped || undefined };
  return told(
    who,
    who.map(({ handle }) => saidFact('away', { ...common(order, 'away', handle), actor: handle }, detail)),
  );
}

function tellGathering(order: TellOrder, sort: 'planning' | 'session' | 'meeting'): ToldOccurrence | undefined {
  const { occurrence, calendar } = order;
  const { organizer } = occurrence.event;
  const people = takingPart(occurrence.event).slice(0, MOST_PEOPLE);
  const called = organizer?.person === true ? whoseTime({ ...occurrence.event, attendees: [] }, undefined) : order.owner;
  const leads = called ?? (sort === 'planning' && people.length === 0 ? order.itself : undefined);
  if (leads === undefined && people.length === 0) return undefined;
  const place: Place | undefined = calendar === undefined ? undefined : `calendar:${calendar}`;
  const takesPart = people.map(({ handle }) => handle).toSorted();
  const said = { ...common(order, sort, leads?.handle), actor: leads?.handle, place };
  const detail = { ...kept(occurrence), ...(takesPart.length === 0 ? {} : { takesPart }) };
  const everybody = leads === undefined ? people : [leads, ...people];
  if (sort === 'planning') return told(everybody, [saidFact('planning', said, detail)]);
  const { dropped } = kept(occurrence);
  if (sort === 'session') return told(everybody, [saidFact('session', said, { takesPart, dropped })]);
  return told(everybody, [saidFact('meeting', said, { takesPart, dropped, external: severalHosts(takesPart) || undefined })]);
}

function told(people: readonly Said[], facts: readonly Fact[]): ToldOccurrence {
  return { facts, namings: people.flatMap(({ naming }) => naming ?? []) };
}

/** The reference changes with the times, the item does not: a block that went elsewhere is two facts about one thing. */
function common({ occurrence }: TellOrder, kind: FactKind, who: Handle | undefined) {
  const { event, from, to, planned, dropped } = occurrence;
  // Some programs write addresses into their identifiers.
  const uid = createHash('sha256').update(event.uid).digest('base64url').slice(0, 22);
  const item = planned === undefined ? `calendar:${uid}` : `calendar:${uid}/${planned}`;
  const reference = `${kind}:${item}@${from}-${to}${who === undefined ? '' : `:${who}`}${dropped ? ':dropped' : ''}`;
  return { reference, item, at: from, until: to };
}

function kept(occurrence: Occurrence): {
  readonly moved: true | undefined;
  readonly dropped: true | undefined;
  readonly plannedAt: Moment | undefined;
} {
  const wentElsewhere = moved(occurrence);
  return {
    moved: wentElsewhere || undefined,
    dropped: occurrence.dropped || undefined,
    plannedAt: wentElsewhere ? occurrence.planned : undefined,
  };
}

function moved({ planned, from }: Occurrence): boolean {
  return planned !== undefined && planned !== from;
}

function severalHosts(people: readonly Handle[]): boolean {
  return new Set(people.filter((handle) => handle.startsWith('mail:')).map((handle) => handle.split('@')[1])).size > 1;
}
