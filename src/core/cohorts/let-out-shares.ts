import type { PersonId } from '#core/terms/person.ts';
import { type Cohort, FLOOR, keepsFloor } from './cohort.ts';

/** Who of a group gave which answer; answers in the order in which they are asked, such as a scale. */
export interface Answers {
  readonly options: readonly string[];
  /** Row of `options` by person. */
  readonly given: ReadonlyMap<PersonId, number>;
}

/** One or more neighbouring options, told as one. */
export interface Share {
  readonly options: readonly string[];
  readonly people: number;
}

export interface SharesLetOut {
  /** People who answered; null where even that would speak of fewer than the floor. */
  readonly people: number | null;
  /** Empty where no way of telling them keeps the floor. */
  readonly shares: readonly Share[];
  /** Every group of people over which something was told: to be kept, and given as `before` next time. */
  readonly told: readonly Cohort[];
}

/**
 * How a group answered, told as coarsely as the floor wants: neighbouring options are joined until each part holds enough
 * people and differs by enough from all that was told before. A single part is not told: it would say what each one answered.
 */
export function letOutShares({ options, given }: Answers, before: readonly Cohort[] = [], floor: number = FLOOR): SharesLetOut {
  const everybody: Cohort = new Set(given.keys());
  if (!keepsFloor(before, everybody, floor)) return { people: null, shares: [], told: [] };
  const known = [...before, everybody];
  const parts = joined(options, given, (part) => keepsFloor(known, part.cohort, floor));
  if (parts.length < 2) return { people: everybody.size, shares: [], told: [everybody] };
  const told = parts.map(({ cohort }) => cohort);
  return {
    people: everybody.size,
    shares: parts.map((part) => ({ options: part.options, people: part.cohort.size })),
    told: [everybody, ...told],
  };
}

interface Part {
  readonly options: readonly string[];
  readonly cohort: Cohort;
}

/** Left to right: a part is closed as soon as it may be told and so may what is left; the last one takes the rest. */
function joined(options: readonly string[], given: Answers['given'], mayBeTold: (part: Part) => boolean): readonly Part[] {
  const partOf = (from: number, to: number): Part => ({
    options: options.slice(from, to),
    cohort: new Set([...given].flatMap(([person, option]) => (option >= from && option < to ? [person] : []))),
  });
  const parts: Part[] = [];
  let from = 0;
  for (let to = 1; to < options.length; to++) {
    const [part, rest] = [partOf(from, to), partOf(to, options.length)];
    if (!mayBeTold(part) || !mayBeTold(rest)) continue;
    parts.push(part);
    from = to;
  }
  return [...parts, partOf(from, options.length)];
}
