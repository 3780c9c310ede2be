/**
 * # Share of recent change
 * What it says: how much of a repository's recent work landed on each file, so that the tree can be cut where work is.
 * Formula: s(f) = Σ over commits c that touch f of 0.5^(age(c) / H) / files(c), plus ε · S / n; age in days before the
 *   moment judged, H = 365 days, files(c) = counted living files that c touches, S = sum over all files, n = number of
 *   living counted files, ε = 0.05 (a file nobody touches still belongs somewhere). Unit: commits, discounted.
 * Reading: high where the team worked in the last year or two; a repository at rest keeps the proportions of its past.
 * Source: exponential discounting of change history as in T. Graves, A. Karr, J. Marron, H. Siy, "Predicting fault
 *   incidence using software change history", IEEE TSE 26(7), 2000; one commit one unit is our choice.
 * Weakness: a commit that touches many files spreads itself thin; the discount is a convention, not fitted.
 */
import type { Evidence } from '#core/evidence/evidence.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';

const HALF_LIFE_DAYS = 365;
const FLOOR_SHARE = 0.05;

/** One figure per file row; 0 for files that are gone or set aside. */
export function changeShares(evidence: Evidence, at: Moment): Float64Array {
  const { acts, files, commits } = evidence;
  const shares = new Float64Array(files.count);
  const touched = new Uint32Array(commits.count);
  for (let a = 0; a < acts.count; a++) if (counts(evidence, a, at)) touched[acts.commit[a]!]!++;
  for (let a = 0; a < acts.count; a++) {
    if (!counts(evidence, a, at)) continue;
    const age = (at - acts.at[a]!) / DAY;
    shares[acts.file[a]!]! += 0.5 ** (age / HALF_LIFE_DAYS) / touched[acts.commit[a]!]!;
  }
  return withFloor(shares, evidence);
}

/** Authored, in time, on a living counted file. */
function counts({ acts, files }: Evidence, a: number, at: Moment): boolean {
  const file = acts.file[a]!;
  return acts.kind[a] === 0 && acts.at[a]! < at && files.alive[file] === 1 && files.exclusion[file] === 0;
}

function withFloor(shares: Float64Array, { files }: Evidence): Float64Array {
  let sum = 0;
  let living = 0;
  for (let f = 0; f < files.count; f++) {
    sum += shares[f]!;
    if (files.alive[f] === 1 && files.exclusion[f] === 0) living++;
  }
  const floor = (FLOOR_SHARE * (sum || 1)) / Math.max(1, living);
  for (let f = 0; f < files.count; f++) if (files.alive[f] === 1 && files.exclusion[f] === 0) shares[f]! += floor;
  return shares;
}
