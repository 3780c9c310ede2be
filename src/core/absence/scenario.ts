import type { PersonId } from '#core/terms/person.ts';
import type { Moment, Window } from '#core/terms/moment.ts';

/**
 * Four ways not to be there. `planned`: known ahead, hand-over possible; `sudden`: none; `permanent`: leaves for good,
 * judged over the same window; `saturated`: present but swamped, serves only a share of their work.
 */
export const ABSENCE_KINDS = ['planned', 'sudden', 'permanent', 'saturated'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** A question to the model: these people, these days. */
export interface Scenario {
  readonly absences: readonly { readonly person: PersonId; readonly window: Window; readonly kind: AbsenceKind }[];
  /** The days that are judged. */
  readonly window: Window;
  readonly seed: number;
}

/** Share of their usual work that a swamped person still serves: one day in four, by argument (not fitted). */
export const SATURATED_SHARE = 0.25;

/**
 * What a hand-over before a planned absence is worth: the chance that the best-placed other person can carry an item which only the
 * absent would have carried. One session in which that person drives: base .12, cap .35 (saturating-evidence.ts): .35·(1−e^(−.12/.35)).
 */
export const HANDOVER = 0.1015;

/** Days of the judged window on which the same people are away. */
export interface Stretch {
  readonly from: Moment;
  readonly to: Moment;
  /** Share of the window. */
  readonly share: number;
  readonly away: readonly { readonly person: PersonId; readonly kind: AbsenceKind; readonly availability: number }[];
}

/** Cuts the window wherever somebody goes or returns. Stretches with nobody away are included; empty windows give none. */
export function stretchesOf({ absences, window }: Scenario): Stretch[] {
  const inside = (moment: Moment): Moment => Math.min(window.to, Math.max(window.from, moment));
  const cuts = [...new Set([window.from, window.to, ...absences.flatMap((a) => [inside(a.window.from), inside(a.window.to)])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i]!;
    return { from, to, share: (to - from) / (window.to - window.from), away: awayIn(absences, from, to) };
  });
}

/** One entry per person; who is swamped and away at once is away. A permanent absence does not end. */
function awayIn(absences: Scenario['absences'], from: Moment, to: Moment): Stretch['away'] {
  const byPerson = new Map<PersonId, Stretch['away'][number]>();
  for (const { person, window, kind } of absences) {
    const end = kind === 'permanent' ? Infinity : window.to;
    if (window.from >= to || end <= from) continue;
    const availability = kind === 'saturated' ? SATURATED_SHARE : 0;
    const known = byPerson.get(person);
    if (known === undefined || availability < known.availability || (known.kind === 'planned' && kind !== 'saturated'))
      byPerson.set(person, { person, kind, availability });
  }
  return [...byPerson.values()];
}
