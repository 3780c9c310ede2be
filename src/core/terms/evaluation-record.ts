import type { NotJudged } from './answer.ts';
import type { SuiteName, SuiteReport } from './suite-report.ts';

/** What one run of the evaluation found, and of what: docs/evaluation.json, which the page shows as it was written. */
export interface EvaluationRecord {
  readonly schema: 'understudy/evaluation-record/1';
  /** Day on which it was measured. */
  readonly on: string;
  /** Of the product. */
  readonly version: string;
  readonly seed: number;
  readonly heads: readonly { readonly repository: string; readonly head: string }[];
  /** Data files by name, with the beginning of their SHA-256. */
  readonly data: readonly { readonly name: string; readonly sha256: string }[];
  readonly reports: readonly SuiteReport[];
  /** Suites that could not be asked, each with what it lacks. */
  readonly unjudged: readonly NotJudged[];
  /** Runs that found what was not run again. */
  readonly earlier?: readonly EvaluationRun[];
}

/** When, by what and on what some of the suites were measured. */
export interface EvaluationRun extends Pick<EvaluationRecord, 'on' | 'version' | 'seed' | 'heads' | 'data'> {
  readonly suites: readonly SuiteName[];
}

/** What a suite found on somebody's own repositories when it was last run there. */
export interface OwnReport {
  readonly on: string;
  readonly heads: EvaluationRecord['heads'];
  readonly report: SuiteReport;
}
