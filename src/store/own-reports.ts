import { createHash } from 'node:crypto';
import type { OwnReport } from '#core/terms/evaluation-record.ts';
import { SUITE_NAMES, type SuiteName } from '#core/terms/suite-report.ts';
import { Pieces } from './pieces.ts';

/** The newest report of each suite on one set of repositories. Close it when done. */
export class OwnReports {
  readonly #pieces: Pieces;
  readonly #keys: readonly string[];

  /** `keys` of the repositories, in any order. */
  constructor(folder: string, keys: readonly string[]) {
    this.#pieces = new Pieces(folder);
    this.#keys = keys.toSorted();
  }

  newest(): readonly OwnReport[] {
    return SUITE_NAMES.flatMap((suite) => {
      const json = this.#pieces.kept(this.#keyOf(suite));
      return json === undefined ? [] : [JSON.parse(json) as OwnReport];
    });
  }

  keep(own: OwnReport, keptAt: number): void {
    this.#pieces.keep({ key: this.#keyOf(own.report.suite), json: JSON.stringify(own), keptAt });
  }

  close(): void {
    this.#pieces.close();
  }

  #keyOf(suite: SuiteName): string {
    return createHash('sha256')
      .update(JSON.stringify(['own-report/1', suite, this.#keys]))
      .digest('hex');
  }
}
