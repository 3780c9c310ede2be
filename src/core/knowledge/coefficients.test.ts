import { describe, expect, it } from 'vitest';
import { COEFFICIENTS } from './coefficients.ts';
import { fitLogistic, logOddsOf, sigmoid } from '#core/fitting/fit-logistic.ts';
import { scoreForecasts } from '#core/fitting/forecast-scores.ts';
import { drawFrom } from '#core/chance/draw.ts';

describe('the fitted coefficients', () => {
  it('[knowledge.9] point the way the theory says', () => {
    const { first, own, othersSince, days, lines } = COEFFICIENTS.value;
    expect([first > 0, own > 0, othersSince < 0, days < 0, lines < 0]).toEqual([true, true, true, true, true]);
  });

  it('[knowledge.9] say what they rest on, and pass the gate on systems they never saw', () => {
    const { provenance } = COEFFICIENTS;
    expect([provenance.n, provenance.systems, provenance.sha256.length]).toEqual([755, 10, 64]);
    expect(provenance.crossValidation.auc).toBeGreaterThanOrEqual(0.7);
    expect(provenance.crossValidation.brier).toBeLessThanOrEqual(0.22);
    expect(provenance.crossValidation.ece).toBeLessThanOrEqual(0.06);
  });

  it('[knowledge.9] the fit finds coefficients that made the data, within their standard errors', () => {
    const draw = drawFrom(5),
      truth = [-0.5, 1.2, -0.8];
    const rows = Array.from({ length: 4000 }, () => [draw.normal(), 3 + 2 * draw.normal()]);
    const outcome = rows.map((row) => (draw.uniform() < sigmoid(logOddsOf(truth, row)) ? 1 : 0));
    const fit = fitLogistic({ rows, outcome }, 1e-6);
    fit.coefficients.forEach((b, j) => expect(Math.abs(b - truth[j]!)).toBeLessThan(3.5 * Math.sqrt(fit.covariance[j]![j]!)));
    expect(Math.sqrt(fit.covariance[1]![1]!)).toBeLessThan(0.1);
  });

  it('[knowledge.9] scores are those of the textbook', () => {
    expect(scoreForecasts([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toEqual({
      auc: 0.75,
      brier: expect.closeTo(0.158_125, 9),
      ece: expect.closeTo((0.1 + 0.4 + 0.65 + 0.2) / 4, 9),
      n: 4,
    });
    expect(scoreForecasts([0.5, 0.5], [0, 1]).auc).toBe(0.5);
  });
});
