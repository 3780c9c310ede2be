import type { Evidence } from '#core/evidence/evidence.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** Any fourteen days hold ten working days. */
export const WINDOW_DAYS = 14;
const WEEK_DAYS = 7;
/** A rhythm is what the year before shows, and it takes this many silences between active days to be one. */
const YEAR_DAYS = 365;
const LEAST_SILENCES = 10;
/** At most this share of a person's own silences is as long. */
const SURPRISE = 0.1;
/** A placebo begins at least this long before or after the gap begins, so that the windows are apart, and at most this long. */
const APART_DAYS = 28;
const NEAR_DAYS = 183;

/** A gap that surprises under the person's own rhythm, and a stretch of the same length in which the same person was there. */
export interface NaturalAbsence {
  readonly person: PersonId;
  /** First day of the gap: the day after the last act. */
  readonly from: Moment;
  /** Days without an act; Infinity where nothing came after. */
  readonly silence: number;
  /** First day of the placebo: also a day after an act, nearest in time; null where there is none. */
  readonly placebo: Moment | null;
}

/**
 * # Natural absences
 * What it says: when somebody who is usually there was away for ten working days or more.
 * Formula: a gap is fourteen days or more (ten working days) without an act of any kind anywhere in the repository; it begins on the day after
 *   the last act. It surprises when `(k + 1)/(n + 2) ≤ .10`: n = silences between active days in the year before (at least 10), k = those of
 *   them of fourteen days or more. Its placebo is the nearest day after an act, 28 to 183 days away, at which a gap would have surprised as
 *   much but did not come: an act in each of the next two weeks.
 * Reading: nobody says why: holidays, illness, another job, leaving. Every gap counts once, at its first day, over its first fourteen days: all
 *   of the window lies in the gap, and all windows are of one length.
 * Source: Understudy (design record of engine §4); breaks against one's own rhythm: G. Iaffaldano et al., "Why do developers take breaks from
 *   contributing to OSS projects?", SoHeal 2019.
 * Weakness: who is silent here may be at work elsewhere, or review without a trace. People who act rarely have no rhythm that a gap could
 *   break, and take no part. A placebo is picked for acts in its window, so it leans towards busy weeks.
 */
export function naturalAbsences(evidence: Evidence): readonly NaturalAbsence[] {
  const end = Math.floor(Math.min(...evidence.repositories.map(({ headAt }) => headAt)) / DAY);
  return activeDays(evidence).flatMap((days, person) =>
    [...days.keys()]
      .filter((row) => silenceAfter(days, row) > WINDOW_DAYS && days[row]! + WINDOW_DAYS < end && wouldSurprise(days, row))
      .map((row) => ({
        person,
        from: (days[row]! + 1) * DAY,
        silence: silenceAfter(days, row) - 1,
        placebo: placeboOf(days, row, end),
      })),
  );
}

/** The days (since 1970, UTC) on which each human did anything, ascending. */
function activeDays({ people, commits, acts }: Evidence): readonly (readonly number[])[] {
  const seen = people.map(() => new Set<number>());
  for (let i = 0; i < commits.count; i++) seen[commits.author[i]!]!.add(Math.floor(commits.at[i]! / DAY));
  for (let i = 0; i < acts.count; i++) seen[acts.person[i]!]!.add(Math.floor(acts.at[i]! / DAY));
  return seen.map((days, person) => (people[person]!.kind === 'human' ? [...days].sort((a, b) => a - b) : []));
}

/** Days to the next active day. */
function silenceAfter(days: readonly number[], row: number): number {
  return (days[row + 1] ?? Infinity) - days[row]!;
}

function wouldSurprise(days: readonly number[], row: number): boolean {
  let silences = 0,
    long = 0;
  for (let i = row - 1; i >= 0 && days[i]! >= days[row]! - YEAR_DAYS; i--) {
    silences++;
    if (silenceAfter(days, i) > WINDOW_DAYS) long++;
  }
  return silences >= LEAST_SILENCES && (long + 1) / (silences + 2) <= SURPRISE;
}

/** The nearest day on either side that fits, the earlier on a tie. */
function placeboOf(days: readonly number[], gap: number, end: number): Moment | null {
  let best: number | null = null;
  for (let row = gap - 1; row >= 0 && distance(days, row, gap) <= NEAR_DAYS && best === null; row--)
    if (fits(days, row, gap, end)) best = row;
  for (let row = gap + 1; row < days.length && distance(days, row, gap) <= NEAR_DAYS; row++) {
    if (!fits(days, row, gap, end)) continue;
    if (best === null || distance(days, row, gap) < distance(days, best, gap)) best = row;
    break;
  }
  return best === null ? null : (days[best]! + 1) * DAY;
}

function distance(days: readonly number[], row: number, gap: number): number {
  return Math.abs(days[row]! - days[gap]!);
}

function fits(days: readonly number[], row: number, ...[gap, end]: [number, number]): boolean {
  const first = days[row]!;
  if (distance(days, row, gap) < APART_DAYS || first + WINDOW_DAYS >= end || !wouldSurprise(days, row)) return false;
  return actsWithin(days, row, first + WEEK_DAYS) && actsWithin(days, row, first + WINDOW_DAYS);
}

/** Whether any day after `row` lies in the seven days up to `last`. */
function actsWithin(days: readonly number[], row: number, last: number): boolean {
  for (let i = row + 1; i < days.length && days[i]! <= last; i++) if (days[i]! > last - WEEK_DAYS) return true;
  return false;
}
