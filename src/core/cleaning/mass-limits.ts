/**
 * # Mass changes
 * What it says: from how many files on a commit is a sweep (reformat, rename, import) rather than work on each file.
 * Formula: limit = max(50, 10 · q95), q95 = files per commit that 19 of 20 commits stay at or below, over commits that touch a counted file and are no root; a root commit is an initial import above max(100, limit). Unit: files.
 * Reading: a high limit means that wide commits are usual here; a commit above the limit still moves files and ends lives, it just shows no knowledge.
 * Source: the idea of hiding bulk commits from ownership: R. Robbes, A. Hindle et al., "What do large commits tell us?", MSR 2008; the multiple of a quantile is our own choice, looked at on 23 public repositories (sets aside 0–1 % of commits).
 * Weakness: somebody who really wrote 200 files in one commit gets no credit for it; `ignored revisions` and `keep` in the configuration decide the other way.
 */
const FLOOR = 50;
const IMPORT_FLOOR = 100;
const MULTIPLE = 10;
const QUANTILE = 0.95;

export interface MassLimits {
  readonly mass: number;
  readonly initialImport: number;
}

/** Limits from the files per commit of one repository (roots and empty commits left out; any order). */
export function massLimits(filesPerCommit: ArrayLike<number>): MassLimits {
  const mass = Math.max(FLOOR, MULTIPLE * quantile(filesPerCommit));
  return { mass, initialImport: Math.max(IMPORT_FLOOR, mass) };
}

/** The smallest count that `QUANTILE` of the commits stay at or below; counting, since files per commit are small numbers. */
function quantile(counts: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < counts.length; i++) if (counts[i]! > most) most = counts[i]!;
  const commitsWith = new Uint32Array(most + 1);
  for (let i = 0; i < counts.length; i++) commitsWith[counts[i]!]!++;
  let files = 0;
  for (let left = Math.ceil(QUANTILE * counts.length) - commitsWith[0]!; left > 0; left -= commitsWith[files]!) files++;
  return files;
}
