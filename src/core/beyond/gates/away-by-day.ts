import { DAY, type Window } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** Days one after another on which the same people are away. */
export interface AwayStretch extends Window {
  readonly away: ReadonlySet<PersonId>;
}

/** Somebody is away on a day that they miss the half of at least. */
const MISSED = DAY / 2;

/** Who is away on each day of a window that begins and ends with a day: those stated on all of them, others on the days that are known. */
export function awayByDay(
  { from, to }: Window,
  stated: readonly PersonId[],
  known: readonly (Window & { readonly person: PersonId })[],
): readonly AwayStretch[] {
  const near = known.filter((one) => one.from < to && one.to > from);
  const stretches: AwayStretch[] = [];
  for (let day = from; day < to; day += DAY) {
    const missing = near.flatMap(({ person, ...span }) =>
      Math.min(span.to, day + DAY) - Math.max(span.from, day) >= MISSED ? [person] : [],
    );
    const away = new Set([...stated, ...missing]);
    const last = stretches.at(-1);
    if (last !== undefined && last.away.size === away.size && [...away].every((person) => last.away.has(person)))
      stretches[stretches.length - 1] = { ...last, to: day + DAY };
    else stretches.push({ from: day, to: day + DAY, away });
  }
  return stretches;
}
