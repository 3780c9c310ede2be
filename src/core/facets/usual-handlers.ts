import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** Somebody did something of one kind in one area. */
export interface Handling {
  readonly at: Moment;
  readonly person: PersonId;
}

export type IsUsual = (person: PersonId) => boolean;

/** Days before an act that are looked at. */
const LOOK_BACK = 365;
/** Share of what was done there in that time that makes somebody one of those who usually do it. */
const USUAL_SHARE = 0.3;
/** Below that many, nobody does it usually. */
const LEAST = 5;

/**
 * # Who usually does it
 *
 * What it says: whether one of those who usually do something in an area was there when somebody else did it.
 *
 * Formula: usual before t = people with at least 30 % of what was done there in the 365 days before t, where at least 5 were done.
 *
 * Reading: an act counts as independent only with none of them, other than the one who acted, in its item, thread, incident or review.
 *
 * Source: R010 (the next one, handled with or without who handled the last) and the definition of a demonstration by its independence.
 *
 * Weakness: help by voice leaves no trace; shares take neither difficulty nor length into account.
 */
export class UsualHandlers {
  readonly #acts: readonly Handling[];
  readonly #counts = new Map<PersonId, number>();
  #from = 0;
  #to = 0;

  /** All that was done in the area, in any order. */
  constructor(acts: readonly Handling[]) {
    this.#acts = acts.toSorted((a, b) => a.at - b.at);
  }

  /** Whether somebody usually did it before this moment; null where too little was done to say. Moments have to be asked in order, and of each before the next. */
  before(at: Moment): IsUsual | null {
    while (this.#to < this.#acts.length && this.#acts[this.#to]!.at < at) this.#count(this.#acts[this.#to++]!.person, 1);
    while (this.#from < this.#to && this.#acts[this.#from]!.at < at - LOOK_BACK * DAY) this.#count(this.#acts[this.#from++]!.person, -1);
    const all = this.#to - this.#from;
    if (all < LEAST) return null;
    return (person) => (this.#counts.get(person) ?? 0) / all >= USUAL_SHARE;
  }

  #count(person: PersonId, by: number): void {
    this.#counts.set(person, (this.#counts.get(person) ?? 0) + by);
  }
}
