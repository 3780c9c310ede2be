import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** Counts per place and person that halve in a given time; kept as of their last change. Moments must not go back. */
export interface FadingCounts {
  add(place: number, person: PersonId, at: Moment): void;
  of(place: number, person: PersonId, at: Moment): number;
  total(place: number, at: Moment): number;
  /** Everybody who ever counted here. */
  people(place: number): Iterable<PersonId>;
}

interface Fading {
  weight: number;
  at: Moment;
}

export function fadingCounts(halfLifeDays: number): FadingCounts {
  const places = new Map<number, { readonly all: Fading; readonly each: Map<PersonId, Fading> }>();
  const rate = Math.LN2 / (halfLifeDays * DAY);
  const now = ({ weight, at }: Fading, moment: Moment): number => weight * Math.exp(-rate * (moment - at));
  const raise = (one: Fading, moment: Moment): void => {
    one.weight = now(one, moment) + 1;
    one.at = moment;
  };
  return {
    add(place, person, at) {
      let known = places.get(place);
      if (known === undefined) places.set(place, (known = { all: { weight: 0, at }, each: new Map() }));
      let own = known.each.get(person);
      if (own === undefined) known.each.set(person, (own = { weight: 0, at }));
      raise(known.all, at);
      raise(own, at);
    },
    of(place, person, at) {
      const own = places.get(place)?.each.get(person);
      return own === undefined ? 0 : now(own, at);
    },
    total(place, at) {
      const known = places.get(place);
      return known === undefined ? 0 : now(known.all, at);
    },
    people: (place) => places.get(place)?.each.keys() ?? [],
  };
}

/** Smallest count that still says something about a place. */
const TRACE = 1e-6;
/** Weight of nobody in each place: one old review is no whole share. */
const NOBODY = 0.2;

/** Each person's share of the counts, averaged over those places where anything is known. */
export function sharesOf(counts: FadingCounts, places: readonly number[], at: Moment): ReadonlyMap<PersonId, number> {
  const shares = new Map<PersonId, number>();
  let known = 0;
  for (const place of places) {
    const total = counts.total(place, at);
    if (total < TRACE) continue;
    known++;
    for (const person of counts.people(place))
      shares.set(person, (shares.get(person) ?? 0) + counts.of(place, person, at) / (total + NOBODY));
  }
  for (const [person, share] of shares) shares.set(person, share / known);
  return shares;
}
