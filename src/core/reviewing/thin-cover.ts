import { presentFrom } from '#core/risk/presence.ts';
import type { PersonId } from '#core/terms/person.ts';

/** Half years until cover is looked at again: a year. */
const HALF_YEARS = 2;
/** What a first knower is worth against a second one. */
const FIRST_KNOWER = 0.5;

/** Files that one more review must save, on the whole, to be worth asking for. */
export const LEAST_GAIN = 0.5;

/** Who knows one file, as far as a seat is concerned: everybody who wrote or reviewed it. */
export type Knowers = ReadonlySet<PersonId>;

/** Presence of somebody who acts for the first time. */
export const NEWCOMER = presentFrom({ silence: 0, weeks: 1, lastYear: 1, gap: 14 });

/** How likely somebody is still here in a year. */
export function staysFor(present: number): number {
  return present ** HALF_YEARS;
}

/** P(nobody) and P(exactly one) of the knowers of a file is still here in a year. */
export interface FileCover {
  readonly none: number;
  readonly one: number;
}

export function coverIn(stays: Iterable<number>): FileCover {
  let none = 1,
    one = 0;
  for (const stay of stays) {
    one = one * (1 - stay) + none * stay;
    none *= 1 - stay;
  }
  return { none, one };
}

/** A file as one more reviewer would find it. */
export interface FileAtHand {
  readonly cover: FileCover;
  readonly knowers: Knowers;
}

/**
 * # What one more reviewer would save
 * What it says: how many files of a change would be known by two people in a year because this person looks at it now, and would not be otherwise.
 * Formula: `gain(c) = stay(c) · Σ over files that c does not know of (P₁ + ½·P₀)` with P₁, P₀ = probability that exactly one, or none, of those who
 *   wrote or reviewed the file (with this change) is still here in a year, each independently with `stay = presence²` (presence of half a year).
 * Reading: 1 = one file saved from depending on one person. Where nobody would be left, one more is half the way: such files always count.
 * Source: files at risk after E. Mirsaeedi, P. Rigby, "Mitigating turnover with code review recommendation", ICSE 2020: fewer than two
 *   people who wrote or reviewed the file and are still active; here presence is forecast and never looked up.
 * Weakness: whoever once touched a file counts as knowing it, as in the publication; a review is not yet knowledge. People are taken to
 *   leave independently.
 */
export function learningGain(files: readonly FileAtHand[], candidate: PersonId, stay: number): number {
  let gain = 0;
  for (const { cover, knowers } of files) if (!knowers.has(candidate)) gain += cover.one + FIRST_KNOWER * cover.none;
  return gain * stay;
}
