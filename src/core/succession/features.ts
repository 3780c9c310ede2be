/** What is known of a candidate before the moment asked, as the rankers see it. Order = order of the columns. */
export const FEATURES = [
  { name: 'presence', says: 'likely to be here in half a year', formula: 'log-odds of presence (core/risk/presence.ts)' },
  { name: 'silence', says: 'days since the last act', formula: 'ln(1 + days)' },
  { name: 'onGround', says: 'share of the recent work on what is left', formula: 'ln(0.01 + share), half-life 90 days' },
  { name: 'onFiles', says: 'share of the recent work on the very files', formula: 'ln(0.01 + mean share), half-life 180 days' },
  { name: 'inFolder', says: 'share of the latest work in the very folders', formula: 'ln(0.01 + mean share), half-life 30 days' },
  { name: 'beside', says: 'share of the recent work on the folders beside them', formula: 'ln(0.01 + mean share), half-life 180 days' },
  { name: 'lately', says: 'commits in the last 90 days', formula: 'ln(1 + commits)' },
  { name: 'load', says: 'share of all files that they lead already', formula: 'ln(0.01 + share), share at most 0.05' },
  { name: 'organisation', says: 'writes from the same house as those who leave', formula: '1/√(1 + people of that house)' },
  { name: 'together', says: 'has worked with those who leave', formula: 'ln(1 + 3·commits together/(1 + √busy))' },
  { name: 'kinship', says: 'works on things that are called alike', formula: 'BM25 over the words of paths, 0–1' },
] as const;

export type FeatureName = (typeof FEATURES)[number]['name'];
export const WIDTH = FEATURES.length;

/** What speaks for a successor nobody would think of today; the first is always 1. */
export const NOBODY_FEATURES = [
  { name: 'base', says: 'in general' },
  { name: 'here', says: 'candidates likely to be here: ln(0.1 + sum of their presence)' },
] as const;

/** Share of all files from which on a load is simply large: few were larger where the weights were fitted. */
export const LARGE_LOAD = 0.05;

/** Smallest share that is told apart from none. */
export const LEAST_SHARE = 0.01;

export function logShare(share: number): number {
  return Math.log(LEAST_SHARE + share);
}

/** Back from `logShare`. */
export function shareOfLog(log: number): number {
  return Math.max(0, Math.exp(log) - LEAST_SHARE);
}
