import { twoPoints } from '#core/chance/beta.ts';
import type { UncertainShare } from '#core/chance/beta.ts';
import { expectedEvents, fewerEvents } from '#core/chance/event-forecast.ts';
import type { EventForecast } from '#core/chance/event-forecast.ts';
import { sigmoid } from '#core/fitting/fit-logistic.ts';
import { overNodes } from '#core/risk/cover-sums.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import type { Loss } from '#core/risk/remove-people.ts';
import { SLOWDOWN } from './slowdown-coefficients.ts';

/** Fewer changes than this expected in the window: half of them is no count that anybody could see missing. */
export const LEAST_EXPECTED = 2;
/** An area slows when less than this share of the expected changes comes. */
const SLOW = 0.5;

/** How likely an area slows, three times by formula: with everybody here; by who knows; by who did the recent work. */
export interface SlowdownParts {
  readonly usual: number;
  readonly knowledge: number;
  readonly recent: number;
}

/** The same as it is said: `chance` in the absence and `usual` with everybody here, both calibrated; `raw` by who knows, before that. */
export interface Slowdown {
  readonly chance: number;
  readonly usual: number;
  readonly raw: number;
}

/**
 * # Slowdown
 * What it says: how likely an area sees fewer than half of the changes it expects while these people are away: an outcome that history shows.
 * Formula: `P(NB(demand thinned by ℓ) < m/2)`, m = changes expected with everybody here (at least 2, else not said). Thrice: ℓ = 1 (U); ℓ =
 *   served in the absence / served with everybody here (K: demand is counted from changes that were served), over how uncertain that is as in
 *   judge-absence.ts; ℓ = 1 − the absent's decayed share of the area's recent changes (R). Said: `σ(α + β·U + γ·(K − U) + δ·(R − U))`, α … δ in
 *   slowdown-coefficients.ts, fitted by scripts/fit-forecast.ts on natural absences and their placebos (U, K, R as chances, not log-odds: a
 *   formula that is nearly sure is not that sure).
 * Reading: .7 = of ten areas of which this was said, seven got fewer than half of their usual changes in the fortnight. With U = 0 still σ(α): even busy
 *   areas have such fortnights. γ and δ weigh the two ways in which an absence shows. It speaks of changes, not of harm: work that
 *   waits two weeks may be none.
 * Source: Understudy; recalibration on log-odds: J. Platt, "Probabilistic outputs for support vector machines", 1999; D. Cox, "Two further
 *   applications of a model for binary regression", Biometrika 1958.
 * Weakness: what the absent would have done themselves is missing by definition, so most of the effect is their own share of the work; that
 *   the others do less as well is a smaller part (docs/evaluation.md). Fitted on fortnights: other lengths are said by the same map.
 */
export function slowdownOf(question: SlowdownQuestion): Slowdown | null {
  const parts = slowdownParts(question);
  return parts === null ? null : calibrateSlowdown(parts);
}

export interface SlowdownQuestion {
  readonly landscape: Landscape;
  readonly area: number;
  readonly loss: Loss;
  readonly days: number;
}

/** Null where too little is expected to say. */
export function slowdownParts({ landscape, area, loss, days }: SlowdownQuestion): SlowdownParts | null {
  const forecast = { shape: landscape.demand.shape[area]!, rate: landscape.demand.rate[area]!, days };
  if (expectedEvents(forecast) < LEAST_EXPECTED) return null;
  const usual = chanceToSlow(forecast, { mean: 1, variance: 0 });
  return {
    usual,
    knowledge: loss.touched[area] === 0 ? usual : Math.max(usual, chanceToSlow(forecast, shareLeft(landscape, area, loss))),
    recent: loss.recent[area] === 0 ? usual : chanceToSlow(forecast, { mean: recentLeft(loss, area), variance: 0 }),
  };
}

export function calibrateSlowdown({ usual, knowledge, recent }: SlowdownParts): Slowdown {
  const here = SLOWDOWN.intercept + SLOWDOWN.usual * usual;
  const more = SLOWDOWN.knowledge * (knowledge - usual) + SLOWDOWN.recent * (recent - usual);
  return { chance: sigmoid(here + more), usual: sigmoid(here), raw: knowledge };
}

/** The least count that is half of what is expected: fewer means that the area slowed. */
export function enoughChanges(forecast: EventForecast): number {
  return Math.ceil(SLOW * expectedEvents(forecast));
}

/** Share of the recent changes that the others made. */
export function recentLeft(loss: Loss, area: number): number {
  return Math.max(0, 1 - loss.recent[area]!);
}

/** P(fewer than half of the expected changes come) when a share `left` of them comes at all. */
function chanceToSlow(forecast: EventForecast, left: UncertainShare): number {
  const mixture = twoPoints(left).map(({ value, probability }) => ({
    probability,
    forecast: { ...forecast, days: forecast.days * value },
  }));
  return fewerEvents(mixture, enoughChanges(forecast));
}

/** What is served in an absence over what is served with everybody here. */
function shareLeft({ sums, present }: Landscape, area: number, loss: Loss): UncertainShare {
  const before = (n: number): number => Math.max(1e-9, sums.cover[n]![area]!);
  const ratio = (n: number): number => Math.min(1, Math.max(0, 1 - loss.lost[n]![area]! / before(n)));
  const mean = overNodes(ratio),
    whole = overNodes(before);
  let variance = overNodes((n) => (ratio(n) - mean) ** 2);
  for (let s = sums.slotStart[area]!; s < sums.slotStart[area + 1]!; s++) {
    const here = present[sums.slotPerson[s]!]!,
      moved = (sums.gain[s]! * (1 - mean) + loss.gainChange[s]!) / whole;
    variance += (moved * moved * (1 - here)) / here;
  }
  return { mean, variance };
}
