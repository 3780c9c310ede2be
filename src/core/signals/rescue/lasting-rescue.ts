import { inAreasAndWhole } from '#core/signals/spots/areas-and-whole.ts';
import { isHuman, peopleOfAreas } from '#core/signals/people-of-areas.ts';
import type { CountedCase, ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import { type AreaRow, NO_SCENE_AREA } from '#core/scene/area-row.ts';
import type { Scene } from '#core/scene/scene.ts';
import { DAY, HOUR, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** A rescue is meant to be over after this (R036: “I’ll help for 48 hours”). */
const OVER_AFTER = 48 * HOUR;
/** How long afterwards it is looked whether it was over, and how much of that must have passed before it is judged (R023: 30, 60, 90 days). */
const LOOKED_AFTER = 90 * DAY;
const JUDGED_AFTER = 30 * DAY;
/** What follows so soon is the same rescue. */
const SAME_WITHIN = 14 * DAY;
/** On so many later days they still acted there. */
const STAYED_DAYS = 3;

/**
 * # Rescues that became permanent
 * What it says: who was called in from elsewhere for a while still carries the area long after it was over.
 * Formula: hits ÷ n. n = rescues at least 30 days old: somebody who is not of the area was escalated to, called in, or stood in for its rota: help that
 *   was asked for (what nobody asked for is looked at by long-shadow.ts); what follows within 14 days is the same rescue. Hit = from 48 hours after it to 90 days (or
 *   today) they acted there on 3 days or more: changed something there or acted in its incidents. Raised when the low end passes 30 % (product's choice).
 * Reading: high = help is not handed back; low = it ends, and the area goes on by itself.
 * Source: essay D, “A temporary rescue turns into a permanent dependency” (R091); 48 hours from essay B (R036).
 * Weakness: somebody who has moved to the area for good looks the same until a team list says so.
 */
export const lastingRescue: Signal = {
  id: 'lasting-rescue',
  name: 'Rescues that became permanent',
  requirements: ['R091', 'R040', 'R036'],
  asks: 'Does whoever was called in for a while still carry the area months later?',
  needs: ['incidents'],
  measures: 'rescues after which the one called in still acted there on three later days ÷ rescues from elsewhere',
  unit: 'share',
  move: 'Give every rescue an end and a hand-back to the people of the area, and look again after 90 days.',
  personal: true,
  limits: { threshold: 0.3, least: 8, days: 365, risen: false },
  find: (scene, limits) => inAreasAndWhole({ scene, needs: lastingRescue.needs, limits, say }, rescueCases(scene)),
};

function say({ shows, n, place, before }: ShareTold): string {
  return `After ${shows} of ${n} rescues in ${place} the one called in still acted there on three later days or more${before}.`;
}

interface Rescue {
  readonly item: string;
  readonly at: Moment;
  readonly area: AreaRow;
  readonly person: PersonId;
}

function rescueCases(scene: Scene): readonly CountedCase[] {
  const old = rescues(scene).filter(({ at }) => at <= scene.at - JUDGED_AFTER);
  const acted = actedDays(scene, old);
  return old.map(({ item, at, area, person }) => {
    const days = acted({ area, person, from: at + OVER_AFTER, to: at + LOOKED_AFTER });
    return { item, at, area, shows: days >= STAYED_DAYS, note: `acted there on ${days} later days`, concerns: [person] };
  });
}

/** The first of each person and area in a fortnight. */
function rescues(scene: Scene): readonly Rescue[] {
  const { belongs } = peopleOfAreas(scene);
  const called = scene.incidents.flatMap(({ item, area, calledIn }) => calledIn.map(({ at, person }) => ({ item, at, area, person })));
  const stoodIn = scene.shifts.flatMap(({ from, person, area, override }) =>
    override ? [{ item: `shift ${from}`, at: from, area, person }] : [],
  );
  const fromElsewhere = [...called, ...stoodIn].filter(
    (rescue) => rescue.area !== NO_SCENE_AREA && isHuman(scene, rescue.person) && !belongs(rescue),
  );
  const sorted = fromElsewhere.toSorted((a, b) => a.at - b.at || (a.item < b.item ? -1 : 1));
  const last = new Map<string, Moment>();
  return sorted.filter(({ area, person, at }) => {
    const key = `${area} ${person}`;
    if (at < (last.get(key) ?? -Infinity) + SAME_WITHIN) return false;
    last.set(key, at);
    return true;
  });
}

interface ActedIn {
  readonly area: AreaRow;
  readonly person: PersonId;
  readonly from: Moment;
  readonly to: Moment;
}

/** On how many days those who were called in changed something in the area or acted in its incidents. */
function actedDays(scene: Scene, called: readonly Rescue[]): (asked: ActedIn) => number {
  const acts = scene.areas.map(() => new Map<PersonId, Moment[]>());
  for (const { area, person } of called) acts[area]!.set(person, []);
  const add = (area: AreaRow, person: PersonId, at: Moment): void => void acts[area]?.get(person)?.push(at);
  const { count, at, person, area } = scene.work;
  for (let row = 0; row < count; row++) add(area[row]!, person[row]!, at[row]!);
  for (const { areas, author, mergedAt } of scene.changes) if (mergedAt !== null && areas.length > 0) add(areas[0]!, author, mergedAt);
  for (const incident of scene.incidents) for (const acted of incident.acted) add(incident.area, acted.person, acted.at);
  return (asked) => {
    const own = acts[asked.area]!.get(asked.person)!.filter((one) => one >= asked.from && one < asked.to);
    return new Set(own.map((one) => Math.floor(one / DAY))).size;
  };
}
