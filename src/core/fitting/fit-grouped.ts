import { fitLogistic, type LogisticData, logOddsOf, sigmoid } from './fit-logistic.ts';

/** A logistic whose groups may each lie above or below the rest. */
export interface GroupedFit {
  /** Intercept first, then one per feature, for a group in the middle. */
  readonly coefficients: readonly number[];
  /** Deviation of the groups' own intercepts, log-odds. */
  readonly between: number;
  /** Own intercept of each group that was seen, shrunken towards 0. */
  readonly own: ReadonlyMap<string, number>;
}

const ROUNDS = 12;

/**
 * Random intercept per group by alternating steps: coefficients with the groups' intercepts as offsets, then each intercept one Newton
 * step, shrunken by the deviation between groups, which follows from the intercepts and how sure each is.
 */
export function fitGrouped({ rows, outcome }: LogisticData, group: readonly string[], ridge: number): GroupedFit {
  const own = new Map([...new Set(group)].map((name) => [name, 0]));
  let between = 0.5,
    coefficients: readonly number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const offset = group.map((name) => own.get(name)!);
    coefficients = fitLogistic({ rows, outcome, offset }, ridge).coefficients;
    const said = rows.map((row, i) => sigmoid(logOddsOf(coefficients, row) + offset[i]!));
    between = renew(own, { said, outcome, group, between });
  }
  return { coefficients, between, own };
}

/** Probability for somebody of a group that was never seen: the middle over the groups that might be. */
export function saidOfStranger({ coefficients, between }: GroupedFit, row: readonly number[]): number {
  return sigmoid(logOddsOf(coefficients, row) / Math.sqrt(1 + SHRINK * between ** 2));
}

/** (16√3 / 15π)²: logistic over normal, after Zeger, Liang and Albert 1988. */
const SHRINK = 0.346;

interface Round {
  readonly said: readonly number[];
  readonly outcome: readonly number[];
  readonly group: readonly string[];
  readonly between: number;
}

/** Moves each group's intercept (in place) and returns the deviation that they now show. */
function renew(own: Map<string, number>, { said, outcome, group, between }: Round): number {
  const sums = new Map([...own.keys()].map((name) => [name, { score: 0, weight: 0 }]));
  group.forEach((name, i) => {
    const sum = sums.get(name)!;
    sum.score += outcome[i]! - said[i]!;
    sum.weight += said[i]! * (1 - said[i]!);
  });
  const shrink = 1 / Math.max(1e-4, between ** 2);
  let variance = 0;
  for (const [name, { score, weight }] of sums) {
    const before = own.get(name)!;
    const after = before + (score - shrink * before) / (weight + shrink);
    own.set(name, after);
    variance += (after ** 2 + 1 / (weight + shrink)) / sums.size;
  }
  return Math.sqrt(variance);
}
