import type { NaturalAbsence } from '#core/absence/natural-absences.ts';
import { gatherCrew, type Unit } from '#core/factor/crew.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import { DAY } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { type LeaverLoss, leaverLossOf } from './leaver-loss.ts';

const FORTNIGHT = 14;
/** Two years of fortnights. */
const CASES = 52;
/** Away for at least half of a fortnight. */
const LEAST_DAYS = 7;
/** More likely here than not. */
const HERE = 0.5;

/**
 * # Losses by replayed absences
 * What it says: what would find nobody today if the absences of the past two years came over again.
 * Formula: for each of the 52 fortnights before the moment judged: away = people with presence ≥ .5 today who were in a natural absence (a gap
 *   that surprises under their own rhythm, natural-absences.ts) on at least seven of its days. `L = 1 − cover` of today's expected work with exactly these away; mean, 95 % value and mean from there on.
 *   No case where none of today's people was away.
 * Reading: sets of people who were really away together: holidays, a conference, a cold winter. `expected` close to `before` = absences have not
 *   come together so far; a tail far above it = they have, and in the wrong combination.
 * Source: Understudy; historical simulation as for value at risk (P. Jorion, Value at Risk, 3rd ed. 2007), applied to people's own gaps.
 * Weakness: only gaps that git shows; people who act rarely have no rhythm to break and are never away here; two years hold few holidays.
 */
export function replayedLeavers({ landscape, unit, gaps }: ReplayQuestion): LeaverLoss | null {
  const before = 1 - gatherCrew(landscape, unit).cover();
  const losses = new Map<string, number>([['', before]]);
  const cases = Array.from({ length: CASES }, (_, k) => {
    const away = awayIn(landscape, gaps, landscape.at - (k + 1) * FORTNIGHT * DAY);
    const key = away.join();
    if (!losses.has(key)) losses.set(key, lossWithout(landscape, unit, away));
    return { people: away.length, loss: losses.get(key)!, before };
  });
  return leaverLossOf('replayed', cases.some(({ people }) => people > 0) ? cases : []);
}

export interface ReplayQuestion {
  readonly landscape: Landscape;
  readonly unit: Unit;
  /** Natural absences of everybody, as known at the moment of the landscape. */
  readonly gaps: readonly Pick<NaturalAbsence, 'person' | 'from' | 'silence'>[];
}

function awayIn({ at, present }: Landscape, gaps: ReplayQuestion['gaps'], from: number): readonly PersonId[] {
  const days = new Map<PersonId, number>();
  for (const gap of gaps) {
    const end = Math.min(at, gap.from + gap.silence * DAY, from + FORTNIGHT * DAY);
    const shared = (end - Math.max(gap.from, from)) / DAY;
    if (shared > 0 && present[gap.person]! >= HERE) days.set(gap.person, (days.get(gap.person) ?? 0) + shared);
  }
  return [...days]
    .filter(([, shared]) => shared >= LEAST_DAYS)
    .map(([person]) => person)
    .sort((a, b) => a - b);
}

function lossWithout(landscape: Landscape, unit: Unit, away: readonly PersonId[]): number {
  const crew = gatherCrew(landscape, unit);
  for (const person of away) crew.remove(person);
  return 1 - crew.cover();
}
