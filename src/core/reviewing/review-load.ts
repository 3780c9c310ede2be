import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Change } from './change.ts';

const WEEK = 7 * DAY;
/** A usual week is the mean of so many. */
const WEEKS = 26;
/** Fewer reviews than this in a week overload nobody. */
const FREE = 5;
/** Times the usual week from which somebody is passed over. */
const MOST = 2;

/** Reviews that somebody gave in the last seven days, in a usual week, and whether that is too much to ask for more. */
export interface ReviewLoad {
  readonly lately: number;
  readonly usual: number;
  readonly isFull: boolean;
  /** Further reviews until it is. */
  readonly room: number;
}

/** Load of everybody who reviewed in the last half year. `most`: reviews in seven days that are enough for anybody, where somebody says so. */
export function reviewLoads(changes: readonly Change[], at: Moment, most?: number): (person: PersonId) => ReviewLoad {
  const lately = new Map<PersonId, number>(),
    all = new Map<PersonId, number>();
  for (let i = changes.length - 1; i >= 0 && changes[i]!.at > at - WEEKS * WEEK; i--)
    for (const person of changes[i]!.reviewers) {
      all.set(person, (all.get(person) ?? 0) + 1);
      if (changes[i]!.at > at - WEEK) lately.set(person, (lately.get(person) ?? 0) + 1);
    }
  return (person) => {
    const [now, usual] = [lately.get(person) ?? 0, (all.get(person) ?? 0) / WEEKS];
    const room = Math.max(0, Math.ceil(most ?? Math.max(FREE, MOST * usual)) - now);
    return { lately: now, usual, isFull: room === 0, room };
  };
}
