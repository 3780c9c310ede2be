import { FEATURES, type FeatureName, LARGE_LOAD, shareOfLog } from '#core/succession/features.ts';
import type { Candidate } from '#core/succession/rank-successors.ts';
import { counted, percentOf, spanOf } from '#core/terms/figures.ts';

export interface Reasons {
  readonly for: readonly string[];
  readonly against: readonly string[];
}

/** Contributions to the log-odds smaller than this are not worth a word, and more than so many tire. */
const LEAST = 0.1;
const MOST = 3;

/** What speaks for a candidate and what against, strongest first, with its contribution to the log-odds against the mean of the first ten. */
export function sayReasons({ reasons, figures }: Candidate): Reasons {
  const told = FEATURES.map(({ name }, k) => ({ by: reasons[k]!, says: SAID[name](figures[k]!) }))
    .filter(({ by }) => Math.abs(by) >= LEAST)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const said = (sign: 1 | -1): readonly string[] =>
    told
      .filter(({ by }) => by * sign > 0)
      .slice(0, MOST)
      .map(({ by, says }) => `${says} (${signed(by)})`);
  return { for: said(1), against: said(-1) };
}

/** `+1.2`, `−0.4`. */
export function signed(x: number): string {
  return `${x < 0 ? '−' : '+'}${Math.abs(x).toFixed(1)}`;
}

/** Each feature with its figure, in words that fit whoever has much or little of it. */
const SAID: Readonly<Record<FeatureName, (figure: number) => string>> = {
  presence: (x) => `${sureOf(1 / (1 + Math.exp(-x)))} likely to be here in half a year`,
  silence: (x) => `last seen ${spanOf(Math.expm1(x))} before`,
  onGround: (x) => `${partOf(x)} of the recent work here`,
  onFiles: (x) => `${partOf(x)} of the recent work, file by file`,
  inFolder: (x) => `${partOf(x)} of the latest work in the very folders`,
  beside: (x) => `${partOf(x)} of the recent work in the folders around`,
  lately: (x) => `${counted(Math.round(Math.expm1(x)), 'commit')} in the last 90 days`,
  load: (x) =>
    shareOfLog(x) >= LARGE_LOAD
      ? `leads ${percentOf(LARGE_LOAD)} or more of all files`
      : shareOfLog(x) < 1e-6
        ? 'leads no file'
        : `leads ${partOf(x)} of all files`,
  organisation: (x) => (x > 0 ? 'writes from the same house' : 'writes from another house, or none that is known'),
  together: (x) => (x > 0.05 ? 'has worked together with them' : 'has hardly worked together with them'),
  kinship: (x) => `at home in ${percentOf(x)} of what the paths are called`,
};

/** Near certainty with a digit more: 99.9 % is ten times as sure as 99 %. */
function sureOf(chance: number): string {
  return chance > 0.99 ? `${(chance * 100).toFixed(1)} %` : percentOf(chance);
}

function partOf(x: number): string {
  const share = shareOfLog(x);
  return share < 0.001 ? 'none' : percentOf(share);
}
