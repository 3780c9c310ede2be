/** One figure with its limit. */
export interface BenchRow {
  readonly what: string;
  /** What it was measured on. */
  readonly on: string;
  /** As it is shown, with its unit. */
  readonly figure: string;
  readonly limit: string;
  readonly holds: boolean;
  /** What it is compared with, and other figures of the same run. */
  readonly beside: string;
}

export interface BenchOrder {
  /** Git repositories to measure on. */
  readonly repositories: readonly string[];
  /** An empty folder that is removed afterwards. */
  readonly scratch: string;
}

/** A member of the table: what it asks, and how it is answered. */
export interface Bench {
  readonly name: string;
  readonly question: string;
  readonly run: (order: BenchOrder) => AsyncIterable<BenchRow>;
}
