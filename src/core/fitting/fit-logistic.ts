/** A fitted logistic regression: coefficients on the original scale of the features, and how sure they are. */
export interface LogisticFit {
  /** Intercept first, then one per feature. */
  readonly coefficients: readonly number[];
  /** Covariance of the coefficients (inverse of the penalised information), same order. */
  readonly covariance: readonly (readonly number[])[];
}

export interface LogisticData {
  /** One row per observation, one number per feature, without the intercept. */
  readonly rows: readonly (readonly number[])[];
  /** 1 = yes, 0 = no. */
  readonly outcome: readonly number[];
  /** Log-odds that each row has before its features speak; 0 where nothing is said. */
  readonly offset?: readonly number[];
}

/**
 * Ridge logistic regression by Newton's method on standardised features; the intercept is not penalised.
 * `ridge` is the penalty λ in λ/2·Σβ² on the standardised scale, so one value suits features of any unit.
 */
export function fitLogistic(data: LogisticData, ridge: number): LogisticFit {
  const scale = scaleOf(data.rows);
  const design = data.rows.map((row) => [1, ...row.map((x, j) => (x - scale.mean[j]!) / scale.deviation[j]!)]);
  const width = scale.mean.length + 1;
  const beta = new Array<number>(width).fill(0);
  let information = identity(width, 1);
  for (let round = 0; round < 60; round++) {
    const step = newtonStep({ design, outcome: data.outcome, offset: data.offset, beta, ridge });
    information = step.information;
    step.change.forEach((d, j) => {
      beta[j]! += d;
    });
    if (Math.max(...step.change.map(Math.abs)) < 1e-10) break;
  }
  return unscale(beta, inverse(information), scale);
}

/** Log-odds of one row under a fit. */
export function logOddsOf(coefficients: readonly number[], row: readonly number[]): number {
  return row.reduce((sum, x, j) => sum + x * coefficients[j + 1]!, coefficients[0]!);
}

export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

interface Step {
  readonly design: readonly (readonly number[])[];
  readonly outcome: readonly number[];
  readonly offset: readonly number[] | undefined;
  readonly beta: readonly number[];
  readonly ridge: number;
}

function newtonStep({ design, outcome, offset, beta, ridge }: Step): { change: number[]; information: number[][] } {
  const width = beta.length;
  const gradient = beta.map((b, j) => (j === 0 ? 0 : -ridge * b));
  const information = identity(width, ridge);
  information[0]![0] = 1e-9;
  design.forEach((x, i) => {
    const p = sigmoid(x.reduce((sum, v, j) => sum + v * beta[j]!, offset?.[i] ?? 0));
    const weight = p * (1 - p);
    for (let j = 0; j < width; j++) {
      gradient[j]! += x[j]! * (outcome[i]! - p);
      for (let k = 0; k < width; k++) information[j]![k]! += weight * x[j]! * x[k]!;
    }
  });
  const inverted = inverse(information);
  return { change: inverted.map((row) => row.reduce((sum, v, k) => sum + v * gradient[k]!, 0)), information };
}

interface Scale {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

function scaleOf(rows: readonly (readonly number[])[]): Scale {
  const width = rows[0]!.length;
  const mean = Array.from({ length: width }, (_, j) => rows.reduce((s, r) => s + r[j]!, 0) / rows.length);
  const deviation = mean.map((m, j) => Math.sqrt(rows.reduce((s, r) => s + (r[j]! - m) ** 2, 0) / rows.length) || 1);
  return { mean, deviation };
}

/** Back to original units: β = A·b with A linear, so the covariance is A·Σ·Aᵀ. */
function unscale(beta: readonly number[], covariance: readonly (readonly number[])[], { mean, deviation }: Scale): LogisticFit {
  const a = beta.map((_, i) =>
    beta.map((_, j) => {
      if (i === 0) return j === 0 ? 1 : -mean[j - 1]! / deviation[j - 1]!;
      return i === j ? 1 / deviation[i - 1]! : 0;
    }),
  );
  const times = (m: readonly (readonly number[])[], n: readonly (readonly number[])[]): number[][] =>
    m.map((row) => n[0]!.map((_, j) => row.reduce((s, v, k) => s + v * n[k]![j]!, 0)));
  const transposed = a[0]!.map((_, j) => a.map((row) => row[j]!));
  return {
    coefficients: a.map((row) => row.reduce((s, v, j) => s + v * beta[j]!, 0)),
    covariance: times(times(a, covariance), transposed),
  };
}

function identity(width: number, value: number): number[][] {
  return Array.from({ length: width }, (_, i) => Array.from({ length: width }, (_, j) => (i === j ? value : 0)));
}

/** Gauss–Jordan with partial pivoting; matrices here are at most a dozen wide. */
export function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let r = column + 1; r < n; r++) if (Math.abs(work[r]![column]!) > Math.abs(work[pivot]![column]!)) pivot = r;
    [work[column], work[pivot]] = [work[pivot]!, work[column]!];
    const head = work[column]![column]!;
    work[column] = work[column]!.map((v) => v / head);
    for (let r = 0; r < n; r++) {
      const factor = work[r]![column]!;
      if (r !== column && factor !== 0) work[r] = work[r]!.map((v, j) => v - factor * work[column]![j]!);
    }
  }
  return work.map((row) => row.slice(n));
}
