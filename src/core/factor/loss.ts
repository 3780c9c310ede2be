import { drawFrom } from '#core/chance/draw.ts';
import { drawnWay } from './absence-factor.ts';
import type { Unit } from './crew.ts';
import { gatherCrew } from './crew.ts';
import type { Landscape } from '#core/risk/landscape.ts';

/** The tail that is looked at: the worst twentieth of the draws. */
const TAIL = 0.95;

/**
 * # Expected and tail loss
 * What it says: how much of the expected work finds nobody: on average, in a bad case, and on average over the bad cases.
 * Formula: `L = 1 − cover` in seeded draws: every person is still there or gone by their presence, the calibration is shifted for everybody
 *   together by `N(0,1)·spread`. Expected loss = mean of L; quantile loss = its 95 % value; tail loss = mean of L beyond that.
 * Reading: an expected loss of .1 with a tail of .6 is a system that mostly works and at times hardly: the mean hides it.
 * Source: conditional value at risk: R. T. Rockafellar & S. Uryasev, Journal of Risk 2000; for knowledge loss: Rigby et al., ICSE 2016.
 * Weakness: people leave independently here; teams that leave together (a sold product, a strike) are not drawn.
 */
export function lossMeasures(
  landscape: Landscape,
  unit: Unit,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): LossMeasures {
  const draw = drawFrom(seed);
  const buffer = new Float32Array(landscape.knowledge.person.length);
  const drawn = (): number => 1 - gatherCrew(landscape, unit, [drawnWay({ landscape, files: unit.files, draw, buffer })]).cover();
  const losses = Array.from({ length: draws }, drawn).sort((a, b) => a - b);
  const from = Math.min(draws - 1, Math.floor(TAIL * draws));
  const tail = losses.slice(from);
  return { expected: mean(losses), quantile: losses[from]!, tail: mean(tail), level: TAIL, draws };
}

export interface LossMeasures {
  /** Shares of the unit's expected work. */
  readonly expected: number;
  readonly quantile: number;
  readonly tail: number;
  readonly level: number;
  readonly draws: number;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}
