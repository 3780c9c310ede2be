import type { Evidence } from '#core/evidence/evidence.ts';
import type { Moment } from '#core/terms/moment.ts';
import { DAY } from '#core/terms/moment.ts';
import { collectFileAuthors } from './file-authors.ts';
import type { FileAuthors } from './file-authors.ts';
import { linesOf } from '#core/knowledge/own-evidence.ts';
import type { PairTally } from '#core/knowledge/pair-tally.ts';

/**
 * # Degree of expertise
 * What it says: how well a person knows a file, from lines added, recency and size.
 * Formula: `DOE = 5.28223 + 0.23173·ln(1+Adds) + 0.36151·FA − 0.19421·ln(1+Days) − 0.28761·ln(Size)`, Adds = lines added by the person, FA =
 *   created the file, Days = days since their last change, Size = lines of the file. Knows it: at least 0.70 of the file's best DOE. Lines
 *   added are not read from git here (that costs 7 to 30 times the reading): Adds = Size × the person's share of the changes, the creation
 *   counted as one.
 * Reading: only the comparison inside one file means something.
 * Source: O. Cury, G. Avelino, P. Santos Neto, R. Britto, M. T. Valente, "Source Code Expert Identification: Models and Application",
 *   2022 (arXiv 2208.07501).
 * Weakness: with estimated line counts it is a relative of the published model, not its twin. The
 *   threshold lets almost everybody in who ever touched a file, so its factor is high and says little.
 */
export function doeOf({ adds, created, days, size }: Traces): number {
  return (
    5.28223 + 0.23173 * Math.log1p(adds) + (created ? 0.36151 : 0) - 0.19421 * Math.log1p(days) - 0.28761 * Math.log(Math.max(1, size))
  );
}

interface Traces {
  readonly adds: number;
  readonly created: boolean;
  readonly days: number;
  readonly size: number;
}

const SHARE_OF_BEST = 0.7;

/** Who knows each file by this model. */
export function doeAuthors(evidence: Evidence, tally: PairTally, at: Moment): FileAuthors {
  const authors = collectFileAuthors(tally.person);
  for (let file = 0; file < evidence.files.count; file++) {
    const from = tally.start[file]!,
      to = tally.start[file + 1]!,
      size = linesOf(evidence.files.bytes[file]!);
    let best = 0;
    const degree = (i: number): number => {
      const acts = tally.changes[i]! + (tally.created[i]! > 0 ? 1 : 0);
      if (acts === 0) return 0;
      const share = acts / (tally.changes[i]! + tally.others[i]! + 1);
      return doeOf({ adds: size * share, created: tally.created[i] === 1, days: (at - tally.seenAt[i]!) / DAY, size });
    };
    for (let i = from; i < to; i++) best = Math.max(best, degree(i));
    authors.addFile(from, to, (i) => best > 0 && degree(i) >= SHARE_OF_BEST * best);
  }
  return authors.finish();
}
