import { drawFrom } from '#core/chance/draw.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Unit } from './crew.ts';
import { gatherCrew } from './crew.ts';
import type { Landscape } from '#core/risk/landscape.ts';

/** Random orders tried for the average. */
const ORDERS = 40;

/**
 * # Degradation curve
 * What it says: how much of the expected work is still carried when one, two, three … people are away, in the worst order and on average.
 * Formula: worst: each time whoever's absence costs most (greedy); average: mean cover over 40 seeded random orders of the people who are
 *   likely present (`presence ≥ 0.5`), with the 5 % and 95 % orders.
 * Reading: a worst curve that drops in one step is a system that depends on one; a worst curve near the average has no such person.
 * Source: attack against error tolerance of networks: R. Albert, H. Jeong, A.-L. Barabási, Nature 2000; for people in projects: A. Rigby
 *   et al., "Quantifying and mitigating turnover-induced knowledge loss", ICSE 2016.
 * Weakness: who leaves is neither the worst case nor drawn by lot.
 */
export function degradation(
  landscape: Landscape,
  unit: Unit,
  { most, seed }: { readonly most: number; readonly seed: number },
): DegradationStep[] {
  const people = [...landscape.present.keys()].filter((p) => landscape.present[p]! >= 0.5);
  const steps = Math.min(most, people.length);
  const worst = worstOrder(landscape, unit, steps);
  const draw = drawFrom(seed);
  const orders = Array.from({ length: ORDERS }, () =>
    inOrder(landscape, unit, shuffled(people, (below) => draw.index(below)).slice(0, steps)),
  );
  return worst.map(({ cover, person }, k) => {
    const values = orders.map((o) => o[k] ?? 0).sort((a, b) => a - b);
    return {
      away: k,
      worst: cover,
      person,
      average: values.reduce((s, v) => s + v, 0) / ORDERS,
      low: values[2]!,
      high: values[ORDERS - 3]!,
    };
  });
}

export interface DegradationStep {
  /** People away. */
  readonly away: number;
  readonly worst: number;
  /** Who is sent away in this step of the worst order; null at the start. */
  readonly person: PersonId | null;
  readonly average: number;
  /** 5 % and 95 % of the random orders. */
  readonly low: number;
  readonly high: number;
}

function worstOrder(landscape: Landscape, unit: Unit, steps: number): { readonly cover: number; readonly person: PersonId | null }[] {
  const crew = gatherCrew(landscape, unit);
  const curve: { cover: number; person: PersonId | null }[] = [{ cover: crew.cover(), person: null }];
  for (let k = 0; k < steps; k++) {
    const person = crew.mostMissed();
    if (person === null) break;
    crew.remove(person);
    curve.push({ cover: crew.cover(), person });
  }
  return curve;
}

function inOrder(landscape: Landscape, unit: Unit, people: readonly PersonId[]): number[] {
  const crew = gatherCrew(landscape, unit);
  return [
    crew.cover(),
    ...people.map((person) => {
      crew.remove(person);
      return crew.cover();
    }),
  ];
}

/** Fisher–Yates on a copy. */
function shuffled<T>(list: readonly T[], index: (below: number) => number): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = index(i + 1);
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}
