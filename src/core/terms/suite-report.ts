import type { LeftOut, NotJudged } from './answer.ts';
import type { Estimate } from './estimate.ts';
import type { Plot } from './plot.ts';

export const SUITE_NAMES = [
  'truck-factor',
  'calibration',
  'successors',
  'handovers',
  'reviewers',
  'spreading',
  'forecast',
  'plan',
  'signals',
] as const;
export type SuiteName = (typeof SUITE_NAMES)[number];

/** One figure of one way to answer: ours, or something trivial or published to compare with. */
export interface Figure {
  /** `auc`, `brier`, `ece`, `top1`, `top3`, `top5`, `mrr`, …: the field's standard terms. */
  readonly name: string;
  /** Who answered: the product's method, or a baseline's name. */
  readonly by: string;
  readonly ours: boolean;
  readonly better: 'higher' | 'lower';
  /** Interval over projects (or the clusters that `over` names). */
  readonly estimate: Estimate;
  readonly over?: string;
}

/** A bound of the specification: gates must hold; an aim says why it is missed. */
export interface Bar {
  readonly kind: 'gate' | 'aim';
  /** In words: `AUC on the 755 ratings given, at least 0.70`. */
  readonly says: string;
  readonly measured: number;
  readonly bound: number;
  readonly better: 'higher' | 'lower';
  /** Why the figure is where it is; a missed aim must say. */
  readonly why?: string;
}

export function isHeld({ measured, bound, better }: Pick<Bar, 'measured' | 'bound' | 'better'>): boolean {
  return better === 'higher' ? measured >= bound : measured <= bound;
}

/** What one suite found, failures included. */
export interface SuiteReport {
  readonly suite: SuiteName;
  /** The finding in one sentence, in the honest wording of docs/evaluation.md. */
  readonly reading: string;
  readonly figures: readonly Figure[];
  readonly bars: readonly Bar[];
  readonly plots: readonly Plot[];
  /** Where it fails, what was tried and did not help: sentences. */
  readonly negative: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly notJudged: readonly NotJudged[];
  /** How it was measured: sentences on cut, identities, split, clusters, truth. */
  readonly method: readonly string[];
}
