import { collectFileAuthors } from './file-authors.ts';
import type { FileAuthors } from './file-authors.ts';
import type { PairTally } from '#core/knowledge/pair-tally.ts';

/**
 * # Degree of authorship
 * What it says: how much a person is the author of a file, and who counts as one.
 * Formula: `DOA = 3.293 + 1.098·FA + 0.164·DL − 0.321·ln(1+AC)`, FA = 1 for who created the file (or added it again after somebody else
 *   had), DL = own changes, AC = changes by others, ever. Author: `DOA / max(DOA of the file) > 0.75` and (`DOA ≥ 3.293` or creator).
 * Reading: 3.293 is somebody with no trace in a file nobody else touched; 5 and more a strong author.
 * Source: T. Fritz, G. Murphy, E. Murphy-Hill, J. Ou, E. Hill, "Degree-of-knowledge", TOSEM 2014; thresholds and creators of later lives:
 *   G. Avelino, L. Passos, A. Hora, M. T. Valente, "A Novel Approach for Estimating Truck Factors", ICPC 2016, and its published tool.
 * Weakness: time is ignored: who left ten years ago is an author still. On public self-ratings its AUC is .63 (calibrated.ts: .71).
 */
export function degreeOfAuthorship({
  created,
  changes,
  others,
}: {
  readonly created: boolean;
  readonly changes: number;
  readonly others: number;
}): number {
  return 3.293 + (created ? 1.098 : 0) + 0.164 * changes - 0.321 * Math.log1p(others);
}

const SHARE_OF_BEST = 0.75;
const LEAST = 3.293;

/** Who is an author of each file. */
export function doaAuthors(tally: PairTally): FileAuthors {
  const degree = Float64Array.from(tally.person, (_, i) =>
    tally.lastAt[i] === 0 && tally.changes[i] === 0 && tally.created[i] === 0
      ? 0
      : degreeOfAuthorship({ created: tally.created[i]! > 0, changes: tally.changes[i]!, others: tally.others[i]! }),
  );
  const authors = collectFileAuthors(tally.person);
  for (let file = 0; file + 1 < tally.start.length; file++) {
    const from = tally.start[file]!,
      to = tally.start[file + 1]!;
    let best = 0;
    for (let i = from; i < to; i++) if (degree[i]! > best) best = degree[i]!;
    authors.addFile(from, to, (i) => degree[i]! / best > SHARE_OF_BEST && (degree[i]! >= LEAST || tally.created[i]! > 0));
  }
  return authors.finish();
}
