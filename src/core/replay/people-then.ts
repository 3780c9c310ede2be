import { presentFrom } from '#core/risk/presence.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

const WEEK = 7 * DAY;
const YEAR = 365 * DAY;

/** Who acted when, in order of time. Mutated by `acted`. */
export interface PeopleThen {
  acted(person: PersonId, at: Moment): void;
  /** Presence of everybody seen so far, from their own rhythm up to now. */
  presence(at: Moment): ReadonlyMap<PersonId, number>;
}

interface Rhythm {
  readonly first: Moment;
  last: Moment;
  /** Weeks with an act, ascending. */
  readonly weeks: number[];
}

export function peopleThen(): PeopleThen {
  const rhythms = new Map<PersonId, Rhythm>();
  return {
    acted(person, at) {
      let own = rhythms.get(person);
      if (own === undefined) rhythms.set(person, (own = { first: at, last: at, weeks: [] }));
      own.last = Math.max(own.last, at);
      const week = Math.floor(at / WEEK);
      if (own.weeks.at(-1) !== week) own.weeks.push(week);
    },
    presence: (at) => new Map(Array.from(rhythms, ([person, rhythm]) => [person, presentFrom(asSeen(rhythm, at))])),
  };
}

function asSeen({ first, last, weeks }: Rhythm, at: Moment): Parameters<typeof presentFrom>[0] {
  let lastYear = 0;
  for (let i = weeks.length - 1; i >= 0 && weeks[i]! * WEEK > last - YEAR; i--) lastYear++;
  return { silence: Math.max(0, at - last) / DAY, weeks: weeks.length, lastYear, gap: ((last - first) / DAY + 14) / weeks.length };
}
