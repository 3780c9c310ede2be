import { describe, expect, it } from 'vitest';
import { drawFrom } from '#core/chance/draw.ts';
import { type Choices, choiceProbabilities, fitChoice } from './fit-choice.ts';

/** Choices among `size` alternatives with two properties, made by a known β. */
function madeBy(beta: readonly number[], groups: number, size: number): Choices {
  const draw = drawFrom(7);
  const rows = Float64Array.from({ length: groups * size * 2 }, (_, i) => (i % 2 === 0 ? draw.normal() : 5 + 3 * draw.normal()));
  const start = Uint32Array.from({ length: groups + 1 }, (_, g) => g * size);
  const taken = Uint32Array.from({ length: groups }, (_, g) => {
    const probability = choiceProbabilities({ width: 2, rows }, beta, [g * size, (g + 1) * size]);
    let u = draw.uniform();
    const i = probability.findIndex((p) => (u -= p) < 0);
    return g * size + Math.max(0, i);
  });
  return { width: 2, rows, start, taken, weight: new Float64Array(groups).fill(1) };
}

describe('conditional logit', () => {
  it('[fitting.1] finds the coefficients that made the choices, within their standard errors', () => {
    const truth = [0.8, -0.4];
    const fit = fitChoice(madeBy(truth, 3000, 6), 1e-6);
    fit.coefficients.forEach((b, k) => expect(Math.abs(b - truth[k]!)).toBeLessThan(3.5 * Math.sqrt(fit.covariance[k]![k]!)));
    expect(Math.sqrt(fit.covariance[0]![0]!)).toBeLessThan(0.05);
  });

  it('[fitting.2] two alternatives: the textbook logistic', () => {
    const rows = Float64Array.from([1, 0, 1, 0, 1, 0, 1, 0]);
    const choices = {
      width: 1,
      rows,
      start: Uint32Array.of(0, 2, 4, 6, 8),
      taken: Uint32Array.of(0, 2, 4, 7),
      weight: new Float64Array(4).fill(1),
    };
    const fit = fitChoice(choices, 1e-9);
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(3), 6);
    expect(fit.covariance[0]![0]).toBeCloseTo(1 / (4 * 0.75 * 0.25), 4);
    expect(fit.logLikelihood).toBeCloseTo((3 * Math.log(0.75) + Math.log(0.25)) / 4, 9);
  });

  it('[fitting.3] a penalty draws towards nothing, and a weight of two counts twice', () => {
    const one = madeBy([1, 0], 200, 4);
    const free = fitChoice(one, 1e-6).coefficients[0]!;
    expect(fitChoice(one, 200).coefficients[0]).toBeLessThan(free);
    expect(fitChoice(one, 200).coefficients[0]).toBeGreaterThan(0);
    const doubled = fitChoice({ ...one, weight: one.weight.map((w) => w * 2) }, 2e-6);
    expect(doubled.coefficients[0]).toBeCloseTo(free, 5);
    expect(doubled.covariance[0]![0]! * 2).toBeCloseTo(fitChoice(one, 1e-6).covariance[0]![0]!, 6);
  });

  it('[fitting.4] probabilities sum to 1 whatever the size of the scores', () => {
    for (const scale of [1, 1e3, -1e3]) {
      const probability = choiceProbabilities({ width: 1, rows: Float64Array.of(scale, 0, scale / 2) }, [1], [0, 3]);
      expect(probability.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    }
  });
});
