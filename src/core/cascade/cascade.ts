import { type EventForecast, eventQuantile, expectedEvents, moreEventsThan } from '#core/chance/event-forecast.ts';
import { areaWeights, type Landscape } from '#core/risk/landscape.ts';
import { busyOf, FORTNIGHT, LEAST_FORTNIGHTS, type Paces } from '#core/risk/pace.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { daysOf } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Settings } from '#core/terms/settings.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import { LEAST_ITEMS } from '#core/absence/heirs.ts';
import { areaShare, estimateOf, lossOf, verdictOf, wholeShare } from '#core/absence/judge-absence.ts';
import type { AbsenceOutcome } from '#core/absence/outcome.ts';
import type { Scenario } from '#core/absence/scenario.ts';

/**
 * # Load and cascade
 * What it says: whether the work that an absence leaves would overload those who meet it, and what would give way then.
 * Formula: a person's changes over the time judged (the fortnights that hold the window) = own pace (pace.ts, a Gamma rate) + inherited (heirs.ts;
 *   each area's Gamma rate thinned by the person's part of it, given that they are here); the two rates are added by mean and variance and the
 *   count is negative binomial. *Overloaded* = more than the person's own busy stretch of as many fortnights (95 % of them, past two years):
 *   `P(overload) = present · P(own + inherited > busy)`. Second round: whoever is overloaded more likely than not counts as swamped (one day in
 *   four, scenario.ts), and the two-week question is asked once more.
 * Reading: seldom true of one short absence: of 238 single absences over eleven public histories none overloads somebody for two weeks, 11 for
 *   eight and 42 for sixteen, and then 6 change a further verdict. Compare with the same person's figure without the absence: about one fortnight
 *   in twenty is busier than busy anyway. The second round names areas that nobody who is away has touched.
 * Source: Understudy; load that moves to neighbours until they fail: A. Motter & Y.-C. Lai, "Cascade-based attacks on complex networks",
 *   Physical Review E 2002.
 * Weakness: own and inherited work are taken as independent; an overloaded person is judged for the whole window; only one further round; people
 *   with fewer than six fortnights with a change have no pace of their own and are never counted as overloaded.
 */
export function cascade({ landscape, paces, outcome, settings }: CascadeQuestion): Cascade {
  const { scenario } = outcome;
  const heirs = loadsOf({ landscape, paces, outcome });
  const swamped = heirs.filter((heir) => (heir.overload ?? 0) > MORE_LIKELY).map((heir) => heir.person);
  const absences = swamped.map((person) => ({ person, window: scenario.window, kind: 'saturated' as const }));
  const second = swamped.length === 0 ? null : { ...scenario, absences: [...scenario.absences, ...absences] };
  return { heirs, swamped, second: second === null ? null : secondRound(landscape, second, settings) };
}

/** Only what is asked of it: verdicts and the whole, without the chances of each verdict. */
function secondRound(landscape: Landscape, scenario: Scenario, settings: Settings): SecondOutcome {
  const loss = lossOf(landscape, scenario);
  const weights = areaWeights(landscape, settings.minimumCommits);
  const judged = (area: number): boolean => landscape.support[area]! >= settings.minimumCommits;
  return {
    scenario,
    served: estimateOf(wholeShare({ landscape, weights, loss })),
    verdicts: landscape.areas.map((_, area) => (judged(area) ? verdictOf(areaShare(landscape, area, loss).mean, settings) : 'not judged')),
  };
}

const MORE_LIKELY = 0.5;
const LEVEL = 0.9;

export interface CascadeQuestion {
  readonly landscape: Landscape;
  readonly paces: Paces;
  readonly outcome: AbsenceOutcome;
  readonly settings: Settings;
}

export interface Cascade {
  /** In row order of people, never by amount. */
  readonly heirs: readonly HeirLoad[];
  /** Whose load passes a busy stretch of their own more likely than not. */
  readonly swamped: readonly PersonId[];
  /** The same absence with those swamped as well; null where nobody is. */
  readonly second: SecondOutcome | null;
}

export interface SecondOutcome {
  readonly scenario: Scenario;
  readonly served: Estimate;
  /** In order of `Landscape.areas`. */
  readonly verdicts: readonly Verdict[];
}

/** What one person meets more, against their own pace. */
export interface HeirLoad {
  readonly person: PersonId;
  /** Areas they inherit from. */
  readonly areas: readonly number[];
  /** Expected changes more in the window. */
  readonly inherited: number;
  /** Their own changes over the time judged, and what a busy one holds; null where their pace is not known. */
  readonly usual: Estimate | null;
  readonly busy: number | null;
  readonly overloadBefore: number | null;
  readonly overload: number | null;
}

/** Everybody who inherits at least a twentieth of a change. */
export function loadsOf({ landscape, paces, outcome }: Omit<CascadeQuestion, 'settings'>): HeirLoad[] {
  const { sums } = landscape;
  const days = daysOf(outcome.scenario.window);
  const gains = new Map<PersonId, Gain>();
  outcome.inherited.forEach((items, s) => {
    if (items <= 0) return;
    const gain = gains.get(sums.slotPerson[s]!) ?? { items: 0, variance: 0, areas: [] };
    gain.items += items;
    gain.variance += (items * items) / landscape.demand.shape[sums.slotArea[s]!]!;
    if (items >= LEAST_ITEMS) gain.areas.push(sums.slotArea[s]!);
    gains.set(sums.slotPerson[s]!, gain);
  });
  return [...gains]
    .filter(([, { items }]) => items >= LEAST_ITEMS)
    .sort(([a], [b]) => a - b)
    .map(([person, gain]) => loadOf({ person, gain, paces, days, present: landscape.present[person]! }));
}

/** Expected changes gained, and the variance of that expectation over the areas' unknown rates. */
interface Gain {
  items: number;
  variance: number;
  readonly areas: number[];
}

interface Bearer {
  readonly person: PersonId;
  readonly gain: Gain;
  readonly paces: Paces;
  readonly days: number;
  readonly present: number;
}

function loadOf({ person, gain, paces, days, present }: Bearer): HeirLoad {
  const base = { person, areas: gain.areas.sort((a, b) => a - b), inherited: gain.items };
  if (paces.active[person]! < LEAST_FORTNIGHTS) return { ...base, usual: null, busy: null, overloadBefore: null, overload: null };
  const fortnights = Math.ceil(days / FORTNIGHT);
  const own = { shape: paces.shape[person]!, rate: paces.rate[person]!, days: fortnights * FORTNIGHT };
  const busy = busyOf(paces, person, fortnights);
  const more = { mean: gain.items / present, variance: gain.variance / present ** 2 };
  return {
    ...base,
    usual: usualOf(own),
    busy,
    overloadBefore: present * moreEventsThan(own, Math.floor(busy)),
    overload: present * moreEventsThan(together(own, more), Math.floor(busy)),
  };
}

/** Two independent Gamma expectations as one of the same mean and variance. */
function together(own: EventForecast, { mean, variance }: { readonly mean: number; readonly variance: number }): EventForecast {
  const sum = expectedEvents(own) + mean;
  const shape = sum ** 2 / (own.shape * (own.days / own.rate) ** 2 + variance);
  return { shape, rate: (shape * own.days) / sum, days: own.days };
}

function usualOf(own: EventForecast): Estimate {
  const at = (p: number): number => eventQuantile([{ probability: 1, forecast: own }], p);
  const value = expectedEvents(own);
  return { value, low: Math.min(value, at((1 - LEVEL) / 2)), high: Math.max(value, at((1 + LEVEL) / 2)), level: LEVEL };
}
