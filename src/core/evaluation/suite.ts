import type { LeftOut, NotJudged } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import type { Plot } from '#core/terms/plot.ts';
import type { Project } from './past.ts';

export const SUITE_NAMES = ['truck-factor', 'calibration', 'successors', 'handovers', 'reviewers', 'spreading', 'forecast', 'plan'] as const;
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

/** A repository that takes part; it is opened only for steps that have to run. */
export interface Entrant {
  readonly name: string;
  /** Full hash of the commit it was read at. */
  readonly head: string;
}

/** A data file of a stated shape, as given by `--data`. */
export interface DataFile {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

export interface SuiteInput {
  readonly projects: readonly Entrant[];
  readonly data?: DataFile;
  readonly seed: number;
}

/** A part of a suite that is kept once it is done, so that an interrupted run goes on where it stopped. `Piece` must survive JSON. */
export interface Step<Piece> {
  /** Names the step within its suite; results are kept under suite, version, key, head and data. */
  readonly key: string;
  readonly label: string;
  /** Row of the project it needs opened; undefined: none. */
  readonly project?: number;
  /** Rough cost against the suite's other steps, for progress. */
  readonly weight: number;
  readonly run: (project: Project | undefined) => Piece;
}

/** One question about how good the product is. */
export interface Suite<Piece> {
  readonly name: SuiteName;
  /** Raised whenever steps would come out differently: kept pieces of older versions are not used. */
  readonly version: number;
  readonly question: string;
  /** `some`: asks of every repository given; `named`: those whose history holds the commits that the data file names; `none`: data only. */
  readonly repositories: 'none' | 'some' | 'named';
  /** Columns that its data file must have; undefined: it takes none. */
  readonly columns?: readonly string[];
  readonly steps: (input: SuiteInput) => readonly Step<Piece>[];
  readonly conclude: (pieces: readonly Piece[], input: SuiteInput) => SuiteReport;
}
