import { shareBelow, shareQuantile, twoPoints } from '#core/chance/beta.ts';
import type { UncertainShare } from '#core/chance/beta.ts';
import { atLeastOneEvent, eventQuantile, expectedEvents } from '#core/chance/event-forecast.ts';
import type { EventForecast, EventMixture } from '#core/chance/event-forecast.ts';
import { NODES, overNodes } from '#core/risk/cover-sums.ts';
import { areaWeights } from '#core/risk/landscape.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import { noLoss, removePeople } from '#core/risk/remove-people.ts';
import type { Loss } from '#core/risk/remove-people.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { daysOf } from '#core/terms/moment.ts';
import type { Settings } from '#core/terms/settings.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import { addHandover } from './handover.ts';
import { heirsOf, inheritedItems } from './heirs.ts';
import type { AbsenceOutcome, AreaOutcome } from './outcome.ts';
import { slowdownOf } from './slowdown.ts';
import { stretchesOf } from './scenario.ts';
import type { Scenario } from './scenario.ts';

/**
 * # The two-week question
 * What it says: which areas move, degrade or stop while these people are away, and how many changes would find nobody.
 * Formula: `served(area) = Σ share(stretch)·cover(area | away in the stretch)` over the stretches of the window between which somebody
 *   leaves or returns; away = chance 0, swamped = chance × 0.25, planned absence = an item that only the absent would carry is carried by the
 *   best-placed other person with 0.10 (one hand-over session). Its uncertainty: variance over the calibration's nodes plus presence,
 *   `Σ gain²·(1−q)/q` over people with presence q; the share is then a Beta with that mean and variance. `moves` from `movesFrom`, `stops`
 *   below `stopsBelow`, `degrades` between. `expected ~ NegativeBinomial(demand, days)`; `stalled` = the same thinned by `1 − served`.
 * Reading: the verdict follows the mean; `probability` says how the verdict would fall if presence and calibration were known.
 * Source: Understudy; variance by first-order (Hoeffding) terms: B. Efron & C. Stein, "The jackknife estimate of variance", Annals of
 *   Statistics 1981. Agrees with simulate.ts, which assumes none of these approximations.
 * Weakness: probabilities of verdicts differ from the simulation's by .01 in the middle, .05 in one of ten cases, .2 at worst (areas that hang
 *   on two or three people); an item needs one person who knows its file; work that needs two, or a decision, is not seen. An item lands in one area.
 */
export function judgeAbsence(landscape: Landscape, scenario: Scenario, settings: Settings): AbsenceOutcome {
  const loss = lossOf(landscape, scenario);
  const days = daysOf(scenario.window);
  const areas = landscape.areas.map((_, area) => judgeArea({ landscape, area, loss, settings, days }));
  const weights = areaWeights(landscape, settings.minimumCommits);
  const inherited = inheritedItems(landscape, scenario, loss);
  return {
    scenario,
    areas,
    served: estimateOf(wholeShare({ landscape, weights, loss })),
    servedBefore: estimateOf(wholeShare({ landscape, weights, loss: null })),
    inherited,
    heirs: heirsOf(landscape, inherited),
  };
}

/** What a scenario takes away, hand-overs counted; of one area only where that is asked. */
export function lossOf(landscape: Landscape, scenario: Scenario, onlyArea?: number): Loss {
  const loss = noLoss(landscape);
  for (const { away, share } of stretchesOf(scenario)) {
    if (away.length > 0) removePeople({ landscape, removals: away, share, into: loss, ...(onlyArea === undefined ? {} : { onlyArea }) });
  }
  addHandover({ landscape, scenario, loss });
  return loss;
}

/** 90 % intervals throughout. */
const LEVEL = 0.9;
const LOW = 0.05;
const HIGH = 0.95;

export interface AreaQuestion {
  readonly landscape: Landscape;
  readonly area: number;
  readonly loss: Loss;
  readonly settings: Settings;
  readonly days: number;
}

export function judgeArea({ landscape, area, loss, settings, days }: AreaQuestion): AreaOutcome {
  const { share: before, estimate: servedBefore } = withEverybody(landscape)[area]!;
  const after = loss.touched[area] === 0 ? before : areaShare(landscape, area, loss);
  const judged = landscape.support[area]! >= settings.minimumCommits;
  const forecast = { shape: landscape.demand.shape[area]!, rate: landscape.demand.rate[area]!, days };
  const stalls = stalledMixture(forecast, after);
  return {
    area,
    verdict: judged ? verdictOf(after.mean, settings) : 'not judged',
    probability: judged ? chances(after, settings) : { moves: 0, degrades: 0, stops: 0 },
    servedBefore,
    served: after === before ? servedBefore : estimateOf(after),
    expected: countEstimate([{ probability: 1, forecast }]),
    stalled: countEstimate(stalls),
    atLeastOne: atLeastOneEvent(forecast),
    atLeastOneStalls: stalls.reduce((sum, s) => sum + s.probability * atLeastOneEvent(s.forecast), 0),
    slows: judged ? slowdownOf({ landscape, area, loss, days }) : null,
  };
}

interface Carried {
  readonly share: UncertainShare;
  readonly estimate: Estimate;
}
const carriedByAll = new WeakMap<Landscape, readonly Carried[]>();

/** What every area carries with nobody away: the same for every absence, so worked out once per landscape. */
function withEverybody(landscape: Landscape): readonly Carried[] {
  const known = carriedByAll.get(landscape);
  if (known !== undefined) return known;
  const carried = landscape.areas.map((_, area) => {
    const share = areaShare(landscape, area, null);
    return { share, estimate: estimateOf(share) };
  });
  carriedByAll.set(landscape, carried);
  return carried;
}

export function verdictOf(served: number, { movesFrom, stopsBelow }: Settings): Verdict {
  return served >= movesFrom ? 'moves' : served < stopsBelow ? 'stops' : 'degrades';
}

function chances(share: UncertainShare, { movesFrom, stopsBelow }: Settings): AreaOutcome['probability'] {
  const stops = shareBelow(share, stopsBelow),
    notMoves = Math.max(stops, shareBelow(share, movesFrom));
  return { moves: 1 - notMoves, degrades: notMoves - stops, stops };
}

/** The share of an area's work that is carried, with nobody away (`null`) or after a loss. */
export function areaShare({ sums, present }: Landscape, area: number, loss: Loss | null): UncertainShare {
  const at = (n: number): number => Math.max(0, sums.cover[n]![area]! - (loss?.lost[n]![area] ?? 0));
  const mean = overNodes(at);
  let variance = overNodes((n) => (at(n) - mean) ** 2);
  for (let s = sums.slotStart[area]!; s < sums.slotStart[area + 1]!; s++) {
    const gain = sums.gain[s]! + (loss?.gainChange[s] ?? 0),
      here = present[sums.slotPerson[s]!]!;
    variance += (gain * gain * (1 - here)) / here;
  }
  return { mean, variance };
}

/** The same over all judged areas: calibration and presence are shared by them. */
export function wholeShare({
  landscape,
  weights,
  loss,
}: {
  readonly landscape: Landscape;
  readonly weights: Float64Array;
  readonly loss: Loss | null;
}): UncertainShare {
  const { sums, present } = landscape;
  const perNode = NODES.map((_, n) =>
    weights.reduce((sum, w, a) => sum + w * Math.max(0, sums.cover[n]![a]! - (loss?.lost[n]![a] ?? 0)), 0),
  );
  const mean = overNodes((n) => perNode[n]!);
  const gain = new Float64Array(present.length);
  for (let s = 0; s < sums.gain.length; s++)
    gain[sums.slotPerson[s]!]! += weights[sums.slotArea[s]!]! * (sums.gain[s]! + (loss?.gainChange[s] ?? 0));
  const byPresence = gain.reduce((sum, g, p) => (g === 0 ? sum : sum + (g * g * (1 - present[p]!)) / present[p]!), 0);
  return { mean, variance: overNodes((n) => (perNode[n]! - mean) ** 2) + byPresence };
}

export function estimateOf(share: UncertainShare): Estimate {
  const low = shareQuantile(share, LOW),
    high = shareQuantile(share, HIGH);
  return { value: share.mean, low: Math.min(low, share.mean), high: Math.max(high, share.mean), level: LEVEL };
}

function stalledMixture(forecast: EventForecast, served: UncertainShare): EventMixture {
  // Thinning a Poisson process by u divides time by 1/u: the same Gamma over u·days.
  return twoPoints(served).map(({ value, probability }) => ({ probability, forecast: { ...forecast, days: forecast.days * (1 - value) } }));
}

function countEstimate(mixture: EventMixture): Estimate {
  const value = mixture.reduce((sum, m) => sum + m.probability * expectedEvents(m.forecast), 0);
  return { value, low: eventQuantile(mixture, LOW), high: eventQuantile(mixture, HIGH), level: LEVEL };
}
