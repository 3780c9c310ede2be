import { fitChoice } from '#core/fitting/fit-choice.ts';
import type { SuccessorQuestion, SuccessorWeights } from '#core/succession/rank-successors.ts';
import { type Choice, joinChoices, type Shape, weightsFrom, widthOf } from './trial-choices.ts';

/** Features of each question, the simplest set within the noise of the best; what else was tried stands in docs/evaluation.md. */
export const SHAPES: Readonly<Record<SuccessorQuestion, Shape>> = {
  handover: { names: ['silence', 'load', 'organisation', 'together', 'kinship'], nobody: 1 },
  work: { names: ['presence', 'onGround', 'onFiles', 'inFolder', 'beside', 'lately'], nobody: 2 },
};

/** Draws coefficients towards 0; in deviations of the features. */
const RIDGE = 0.5;

export interface FittedWeights {
  readonly weights: SuccessorWeights;
  /** The same in the order of the shape. */
  readonly coefficients: readonly number[];
  /** Standard errors in the order of the shape. */
  readonly errors: readonly number[];
  readonly logLikelihood: number;
}

/** Fits one question. Choices that hang together (`clusterOf`) count less each, so that a large group does not drown the others. */
export function fitSuccessors(
  choices: readonly Choice[],
  question: SuccessorQuestion,
  clusterOf: (choice: Choice) => string,
): FittedWeights {
  const shape = SHAPES[question];
  const size = new Map<string, number>();
  for (const choice of choices) size.set(clusterOf(choice), (size.get(clusterOf(choice)) ?? 0) + 1);
  const joined = joinChoices(choices, widthOf(shape), (choice) => size.get(clusterOf(choice))! ** -0.7);
  const fit = fitChoice(joined, RIDGE);
  return {
    weights: weightsFrom(shape, fit.coefficients),
    coefficients: fit.coefficients,
    errors: fit.covariance.map((row, k) => Math.sqrt(row[k]!)),
    logLikelihood: fit.logLikelihood,
  };
}
