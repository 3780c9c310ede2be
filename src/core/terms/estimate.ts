/** A figure that wears its uncertainty: `low`–`high` holds the truth with probability `level`. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Probability that the interval holds the truth, e.g. 0.9. */
  readonly level: number;
  /** Number of observations behind the figure, where counting them makes sense. */
  readonly n?: number;
}
