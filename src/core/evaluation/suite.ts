import type { SuiteName, SuiteReport } from '#core/terms/suite-report.ts';
import type { Project } from './past.ts';

/** A repository that takes part; it is opened only for steps that have to run. */
export interface Entrant {
  readonly name: string;
  /** Full hash of the commit it was read at. */
  readonly head: string;
  /** Which of the commits that the data file names (column `commit`) its history holds; empty unless the suite asks for them. */
  readonly holds: readonly string[];
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
  /** Names the step within its suite; results are kept under suite, version, key, seed, head and data. */
  readonly key: string;
  readonly label: string;
  /** Row of the project it needs opened; undefined: none. */
  readonly project?: number;
  /** Full hash: the project is handed over as it stood at this commit, with the tree that git has there. */
  readonly at?: string;
  /** Rough cost against the suite's other steps, for progress. */
  readonly weight: number;
  readonly run: (project: Project | undefined) => Piece;
}

/** One question about how good the product is. Every suite is a row of core/suites/suites.ts. */
export interface Suite<Piece, Made = Piece> {
  readonly name: SuiteName;
  /** Raised whenever steps would come out differently: kept pieces of older versions are not used. */
  readonly version: number;
  readonly question: string;
  /**
   * `some`: asks of every repository given; `named`: those whose history holds commits that the data file names in its column
   * `commit`; `none`: data only.
   */
  readonly repositories: 'none' | 'some' | 'named';
  /** Columns that its data file must have; undefined: it takes none. */
  readonly columns?: readonly string[];
  /** Its data only adds something to compare with. */
  readonly dataIsOptional?: true;
  /** `Made`: a piece, or the promise of one. */
  steps(input: SuiteInput): readonly Step<Made>[];
  conclude(pieces: readonly Piece[], input: SuiteInput): SuiteReport;
}
