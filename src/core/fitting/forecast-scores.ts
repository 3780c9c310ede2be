/** How good a set of stated probabilities is. */
export interface ForecastScores {
  /** Chance that a random yes was given a higher probability than a random no; 0.5 = blind. */
  readonly auc: number;
  /** Mean squared difference between probability and outcome; 0.25 = always saying one half. */
  readonly brier: number;
  /** Expected calibration error: mean gap between what was said and what happened over ten equal bins, weighted by size. */
  readonly ece: number;
  readonly n: number;
}

export function scoreForecasts(said: readonly number[], outcome: readonly number[]): ForecastScores {
  return { auc: auc(said, outcome), brier: brier(said, outcome), ece: calibrationError(said, outcome, 10), n: said.length };
}

function brier(said: readonly number[], outcome: readonly number[]): number {
  return said.reduce((sum, p, i) => sum + (p - outcome[i]!) ** 2, 0) / said.length;
}

/** Mann–Whitney with ties counted as one half. */
function auc(said: readonly number[], outcome: readonly number[]): number {
  const order = said.map((_, i) => i).sort((a, b) => said[a]! - said[b]!);
  let rankSum = 0,
    yes = 0;
  for (let i = 0; i < order.length; ) {
    let j = i;
    while (j < order.length && said[order[j]!] === said[order[i]!]) j++;
    for (let k = i; k < j; k++)
      if (outcome[order[k]!] === 1) {
        rankSum += (i + 1 + j) / 2;
        yes++;
      }
    i = j;
  }
  const no = order.length - yes;
  return yes === 0 || no === 0 ? 0.5 : (rankSum - (yes * (yes + 1)) / 2) / (yes * no);
}

function calibrationError(said: readonly number[], outcome: readonly number[], bins: number): number {
  const gap = new Float64Array(bins);
  said.forEach((p, i) => {
    gap[Math.min(bins - 1, Math.floor(p * bins))]! += p - outcome[i]!;
  });
  return gap.reduce((sum, g) => sum + Math.abs(g), 0) / said.length;
}
