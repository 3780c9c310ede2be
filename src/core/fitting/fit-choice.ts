import { inverse } from './fit-logistic.ts';

/** Choices that were made: in each group of alternatives exactly one was taken. */
export interface Choices {
  readonly width: number;
  /** One row of `width` figures per alternative; rows of a group stand together. */
  readonly rows: Float32Array | Float64Array;
  /** First alternative of each group; one longer than the number of groups. */
  readonly start: Uint32Array;
  /** The alternative that was taken, as a row of `rows`. */
  readonly taken: Uint32Array;
  readonly weight: Float64Array;
}

export interface ChoiceFit {
  /** One per figure, in its own units. */
  readonly coefficients: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  /** Mean log-probability of what was taken. */
  readonly logLikelihood: number;
}

/**
 * # Conditional logit
 * What it says: how much each property of an alternative speaks for its being chosen.
 * Formula: `P(i | group) = exp(β·xᵢ) / Σⱼ exp(β·xⱼ)`; β maximises the weighted log-likelihood minus `ridge/2 · Σ βₖ²sₖ²`, sₖ = the
 *   figure's deviation over all alternatives, by Newton's method. Covariance: the inverse of the penalised information.
 * Reading: one unit more of a figure multiplies the odds against any other alternative by `exp(β)`.
 * Source: D. McFadden, "Conditional logit analysis of qualitative choice behavior", 1974.
 * Weakness: two alternatives that are alike take from each other no more than from a third (independence of irrelevant alternatives).
 */
export function fitChoice(choices: Choices, ridge: number): ChoiceFit {
  const { width } = choices;
  const penalty = deviations(choices).map((s) => ridge * s * s + 1e-9);
  const beta = new Float64Array(width);
  let at = look(choices, beta);
  for (let round = 0; round < 50; round++) {
    const change = newtonChange(at, beta, penalty);
    const next = lineSearch({ choices, beta, change, penalty, from: objective(at, beta, penalty) });
    at = next.at;
    if (next.step === 0 || Math.max(...change.map((c, k) => Math.abs(c * next.step) * Math.sqrt(penalty[k]! / ridge))) < 1e-7) break;
  }
  const total = choices.weight.reduce((sum, w) => sum + w, 0);
  return {
    coefficients: [...beta],
    covariance: inverse(penalised(at.information, penalty)),
    logLikelihood: at.logLikelihood / total,
  };
}

/** What the data say at one β: log-likelihood, its gradient and the information matrix. */
interface Look {
  readonly logLikelihood: number;
  readonly gradient: Float64Array;
  readonly information: number[][];
}

function look(choices: Choices, beta: Float64Array): Look {
  const { width, start, taken, weight } = choices;
  const gradient = new Float64Array(width);
  const information = Array.from({ length: width }, () => new Array<number>(width).fill(0));
  let logLikelihood = 0;
  for (let group = 0; group + 1 < start.length; group++) {
    const w = weight[group]!;
    const probability = choiceProbabilities(choices, beta, [start[group]!, start[group + 1]!]);
    logLikelihood += w * Math.log(probability[taken[group]! - start[group]!]! + 1e-300);
    addMoments({ choices, probability, group, gradient, information });
  }
  return { logLikelihood, gradient, information };
}

/** P(taken) of each alternative of the rows `from … to`. */
export function choiceProbabilities(
  { width, rows }: Pick<Choices, 'width' | 'rows'>,
  beta: ArrayLike<number>,
  [from, to]: readonly [number, number],
): Float64Array {
  const score = new Float64Array(to - from);
  let most = -Infinity;
  for (let i = 0; i < score.length; i++) {
    for (let k = 0; k < width; k++) score[i]! += rows[(from + i) * width + k]! * beta[k]!;
    if (score[i]! > most) most = score[i]!;
  }
  let total = 0;
  for (let i = 0; i < score.length; i++) total += score[i] = Math.exp(score[i]! - most);
  return score.map((s) => s / total);
}

interface Moments {
  readonly choices: Choices;
  readonly probability: Float64Array;
  readonly group: number;
  readonly gradient: Float64Array;
  readonly information: number[][];
}

/** Adds one group's gradient (taken minus expected) and variance. The inner loop: columns are mutated. */
function addMoments({ choices, probability, group, gradient, information }: Moments): void {
  const { width, rows, start, taken, weight } = choices;
  const w = weight[group]!;
  const mean = new Float64Array(width);
  for (let i = 0; i < probability.length; i++) {
    const at = (start[group]! + i) * width;
    const p = probability[i]! * w;
    if (p === 0) continue;
    for (let k = 0; k < width; k++) {
      const x = rows[at + k]!;
      mean[k]! += probability[i]! * x;
      for (let l = 0; l <= k; l++) information[k]![l]! += p * x * rows[at + l]!;
    }
  }
  for (let k = 0; k < width; k++) {
    gradient[k]! += w * (rows[taken[group]! * width + k]! - mean[k]!);
    for (let l = 0; l <= k; l++) information[k]![l]! -= w * mean[k]! * mean[l]!;
  }
}

function newtonChange({ gradient, information }: Look, beta: Float64Array, penalty: readonly number[]): number[] {
  const slope = [...gradient].map((g, k) => g - penalty[k]! * beta[k]!);
  return inverse(penalised(information, penalty)).map((row) => row.reduce((sum, v, k) => sum + v * slope[k]!, 0));
}

function penalised(information: readonly (readonly number[])[], penalty: readonly number[]): number[][] {
  return information.map((row, k) => row.map((_, l) => (l <= k ? information[k]![l]! : information[l]![k]!) + (k === l ? penalty[k]! : 0)));
}

function objective({ logLikelihood }: Look, beta: Float64Array, penalty: readonly number[]): number {
  return logLikelihood - beta.reduce((sum, b, k) => sum + (penalty[k]! * b * b) / 2, 0);
}

interface Search {
  readonly choices: Choices;
  /** Moved to the best point found. */
  readonly beta: Float64Array;
  readonly change: readonly number[];
  readonly penalty: readonly number[];
  readonly from: number;
}

/** Halves the step until it no longer makes things worse. */
function lineSearch({ choices, beta, change, penalty, from }: Search): { readonly at: Look; readonly step: number } {
  const origin = beta.slice();
  for (let step = 1; step > 1e-6; step /= 2) {
    for (let k = 0; k < beta.length; k++) beta[k] = origin[k]! + step * change[k]!;
    const at = look(choices, beta);
    if (objective(at, beta, penalty) >= from - 1e-12) return { at, step };
  }
  beta.set(origin);
  return { at: look(choices, beta), step: 0 };
}

function deviations({ width, rows }: Choices): number[] {
  const count = rows.length / width;
  return Array.from({ length: width }, (_, k) => {
    let sum = 0,
      square = 0;
    for (let at = k; at < rows.length; at += width) {
      sum += rows[at]!;
      square += rows[at]! ** 2;
    }
    return Math.sqrt(Math.max(0, square / count - (sum / count) ** 2)) || 1;
  });
}
