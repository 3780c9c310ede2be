import { areaWeights } from '#core/risk/landscape.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import { northStar } from '#core/risk/north-star.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import type { Window } from '#core/terms/moment.ts';
import { daysOf } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Settings } from '#core/terms/settings.ts';
import { estimateOf, judgeArea, lossOf, wholeShare } from './judge-absence.ts';
import type { AreaOutcome } from './outcome.ts';
import { noLoss } from '#core/risk/remove-people.ts';
import type { Loss } from '#core/risk/remove-people.ts';
import type { Scenario } from './scenario.ts';

/** What the worst single absence does, over the whole and area by area. */
export interface WorstAbsences {
  /** Share of all expected work that any one absence leaves carried; null when no area can be judged. */
  readonly northStar: Estimate | null;
  /** The same with nobody away. */
  readonly servedBefore: Estimate | null;
  /** Whose absence the north star speaks of. For core/policy to name or not. */
  readonly person: PersonId | null;
  /** Areas that this absence costs most, with the share of all work lost there; most first, until 80 % of the loss is named. */
  readonly causes: readonly { readonly area: number; readonly lost: number }[];
  /** For each area, in order of `Landscape.areas`: the outcome of its own worst single absence, and whose it is. */
  readonly areas: readonly (AreaOutcome & { readonly person: PersonId | null })[];
}

export interface WorstQuestion {
  readonly landscape: Landscape;
  readonly settings: Settings;
  readonly window: Window;
}

/** Every person in turn, sudden, over the whole window: exact for all of them at once, because cover is linear in each person. */
export function worstSingleAbsences({ landscape, settings, window }: WorstQuestion): WorstAbsences {
  const star = northStar(landscape, settings.minimumCommits);
  const weights = areaWeights(landscape, settings.minimumCommits);
  const loss = star?.person == null ? null : lossOf(landscape, scenarioOf(star.person, window, settings));
  return {
    northStar: star === null ? null : estimateOf(wholeShare({ landscape, weights, loss })),
    servedBefore: star === null ? null : estimateOf(wholeShare({ landscape, weights, loss: null })),
    person: star?.person ?? null,
    causes: star?.person == null ? [] : causesOf(landscape, weights, star.person),
    areas: worstOfAreas({ landscape, settings, window }),
  };
}

/** One removal for each person who is missed most somewhere serves all those areas. */
function worstOfAreas({ landscape, settings, window }: WorstQuestion): WorstAbsences['areas'] {
  const days = daysOf(window);
  const nobody = noLoss(landscape);
  const losses = new Map<PersonId, Loss>();
  return landscape.areas.map((_, area) => {
    const person = mostMissed(landscape, area);
    if (person !== null && !losses.has(person)) losses.set(person, lossOf(landscape, scenarioOf(person, window, settings)));
    const loss = person === null ? nobody : losses.get(person)!;
    return { ...judgeArea({ landscape, area, loss, settings, days }), person };
  });
}

/** Whose absence alone costs this area most; null where nobody carries anything. */
export function mostMissed({ sums }: Landscape, area: number): PersonId | null {
  let best: number | null = null;
  for (let s = sums.slotStart[area]!; s < sums.slotStart[area + 1]!; s++)
    if (sums.gain[s]! > (best === null ? 0 : sums.gain[best]!)) best = s;
  return best === null ? null : sums.slotPerson[best]!;
}

function scenarioOf(person: PersonId, window: Window, settings: Settings): Scenario {
  return { absences: [{ person, window, kind: 'sudden' }], window, seed: settings.seed };
}

function causesOf({ sums }: Landscape, weights: Float64Array, person: PersonId): { area: number; lost: number }[] {
  const lost: { area: number; lost: number }[] = [];
  for (let s = 0; s < sums.gain.length; s++)
    if (sums.slotPerson[s] === person) lost.push({ area: sums.slotArea[s]!, lost: weights[sums.slotArea[s]!]! * sums.gain[s]! });
  lost.sort((a, b) => b.lost - a.lost);
  const total = lost.reduce((sum, c) => sum + c.lost, 0);
  let named = 0;
  return lost.filter(({ lost: l }) => {
    const more = l > 0 && named < 0.8 * total;
    named += l;
    return more;
  });
}
