import type { Estimate } from './estimate.ts';
import type { Facet } from './facet.ts';

/** A column of an answer's rows. `kind` tells printers how to write and align it. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'count' | 'number' | 'probability' | 'estimate' | 'date' | 'list';
  /** What an estimate counts: a share is written as per cent, a score with three decimals, anything else as an amount. Default: amount. */
  readonly unit?: 'share' | 'amount' | 'score';
  /** May be left away where the reader's screen is narrow; files and pages always carry it. */
  readonly detail?: boolean;
  /** Holds sentences: broken into lines where it does not fit, never cut. */
  readonly wraps?: boolean;
  /** One sentence that defines the figure, shown beside it. */
  readonly meaning: string;
}

/** One fact that a figure rests on. */
export interface EvidenceRef {
  readonly kind: 'commit' | 'path' | 'file' | 'item';
  /** Full commit hash, a path, or what a source beyond git calls a case. */
  readonly ref: string;
  readonly repository: string;
  /** Seconds since epoch, where it has a time. */
  readonly at?: number;
  readonly note?: string;
}

/** Why a figure is what it is: what a reader gets when they open a number. */
export interface Because {
  /** Rows point here by `row.because`; the headline value uses `value`. */
  readonly id: string;
  /** The claim in one sentence. */
  readonly claim: string;
  /** The formula in words and symbols. */
  readonly formula: string;
  readonly inputs: readonly { readonly name: string; readonly value: number | string; readonly unit?: string }[];
  readonly evidence: readonly EvidenceRef[];
  /** What would change the figure, as sentences. */
  readonly wouldChange: readonly string[];
  /** How sure, in words with the figure. */
  readonly confidence: string;
  /** Method name and version, e.g. `cover/1`. */
  readonly method: string;
}

/** What was set aside before any formula ran, counted. */
export interface LeftOut {
  readonly what: string;
  readonly count: number;
  readonly unit: string;
  readonly why: string;
  /** File changes (commit × path) that went with it, where it took any. */
  readonly touches?: number;
}

/** What this answer cannot speak about, and the smallest thing that would change that. */
export interface NotJudged {
  /** What is not judged: a facet of knowledge, an area, a person, or a suite of the evaluation. */
  readonly facet: Facet | 'area' | 'person' | 'suite';
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
}

export type Cell = string | number | null | Estimate | readonly string[];
export type Row = { readonly because?: string } & { readonly [key: string]: Cell | undefined };

/** The one envelope that every question returns (docs/guide/answers.md). */
export interface Answer<Value = unknown, R extends Row = Row> {
  /** Name and version of this answer's shape, e.g. `understudy/areas/1`. */
  readonly schema: string;
  /** The question as asked, in words. */
  readonly question: string;
  readonly value: Value;
  /** The answer in one sentence. */
  readonly reading: string;
  readonly columns: readonly Column[];
  readonly rows: readonly R[];
  readonly because: readonly Because[];
  readonly method: {
    readonly name: string;
    readonly version: string;
    readonly settings: Readonly<Record<string, string | number | boolean | null>>;
  };
  readonly asOf: { readonly at: string; readonly heads: readonly { readonly repository: string; readonly head: string }[] };
  readonly leftOut: readonly LeftOut[];
  readonly notJudged: readonly NotJudged[];
}
