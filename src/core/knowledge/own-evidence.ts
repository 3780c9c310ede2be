import type { Evidence } from '#core/evidence/evidence.ts';
import type { Moment } from '#core/terms/moment.ts';
import { DAY } from '#core/terms/moment.ts';
import { COEFFICIENTS } from './coefficients.ts';
import type { PairTally } from './pair-tally.ts';
import { AI_ASSISTED, either, REVIEW, saturate } from './saturating-evidence.ts';

/** Bytes in a line of source, to turn sizes into lines: in 23 public repositories 34.5 over whole trees, 29.3 in the middle file; between the two. */
export const BYTES_PER_LINE = 33;
/** Log-odds spread of what rests on reviews or AI-assisted changes alone: those weights are argued, not fitted. */
const UNFITTED_SPREAD = 0.8;

const { value: BETA, covariance: COVARIANCE, betweenSystems: BETWEEN } = COEFFICIENTS;

/** The five measured features of one (file, person) pair, before any transformation. */
export interface Traces {
  readonly created: boolean;
  /** Own changes without AI assistance, after creating it. */
  readonly own: number;
  readonly othersSince: number;
  readonly days: number;
  readonly lines: number;
}

/** Log-odds that a person who changed a file calls themself a maintainer of it. */
export function changeLogOdds({ created, own, othersSince, days, lines }: Traces): number {
  return (
    BETA.intercept +
    (created ? BETA.first : 0) +
    BETA.own * Math.log1p(own) +
    BETA.othersSince * Math.log1p(othersSince) +
    BETA.days * Math.log1p(days) +
    BETA.lines * Math.log1p(lines)
  );
}

/** Standard error of `changeLogOdds`: coefficients' covariance, and how much one project differs from another. */
export function changeSpread({ created, own, othersSince, days, lines }: Traces): number {
  const x = [1, created ? 1 : 0, Math.log1p(own), Math.log1p(othersSince), Math.log1p(days), Math.log1p(lines)];
  let variance = BETWEEN ** 2;
  for (let i = 0; i < 6; i++) {
    const row = COVARIANCE[i]!;
    for (let j = 0; j < 6; j++) variance += x[i]! * row[j]! * x[j]!;
  }
  return Math.sqrt(variance);
}

export function linesOf(bytes: number): number {
  return bytes === 0 ? COEFFICIENTS.middleLines : bytes / BYTES_PER_LINE;
}

/** How a team's own answers move the log-odds of the fitted model (core/calibration/refit.ts); nothing until it has given some. */
export interface Correction {
  readonly shift: number;
  readonly slope: number;
}

export const UNCORRECTED: Correction = { shift: 0, slope: 1 };

/** What one pair of a tally shows, as of a moment at which the person has changed the file. */
export function tracesOf(tally: PairTally, pair: number, { lines, at }: { readonly lines: number; readonly at: Moment }): Traces {
  return {
    created: tally.createdUnaided[pair]! > 0,
    own: tally.own[pair]!,
    othersSince: tally.othersSince[pair]!,
    days: (at - tally.lastAt[pair]!) / DAY,
    lines,
  };
}

interface OwnQuestion {
  readonly evidence: Evidence;
  readonly tally: PairTally;
  readonly at: Moment;
  readonly correction: Correction;
}

/** P(know) and its spread for every pair of a tally, from the person's own acts on the file alone. */
export function ownEvidence({ evidence, tally, at, correction: { shift, slope } }: OwnQuestion): {
  readonly probability: Float32Array;
  readonly spread: Float32Array;
} {
  const pairs = tally.person.length;
  const probability = new Float32Array(pairs),
    spread = new Float32Array(pairs);
  for (let file = 0; file < evidence.files.count; file++) {
    const lines = linesOf(evidence.files.bytes[file]!);
    for (let i = tally.start[file]!; i < tally.start[file + 1]!; i++) {
      const weak = either(
        saturate(AI_ASSISTED.base * tally.assisted[i]!, AI_ASSISTED.cap),
        saturate(REVIEW.base * tally.reviewed[i]!, REVIEW.cap),
      );
      if (tally.lastAt[i] === 0) {
        probability[i] = weak;
        spread[i] = UNFITTED_SPREAD;
        continue;
      }
      const traces = tracesOf(tally, i, { lines, at });
      const changed = 1 / (1 + Math.exp(-(shift + slope * changeLogOdds(traces))));
      probability[i] = either(changed, weak);
      spread[i] = spreadAfter({ changed, weak, spread: slope * changeSpread(traces) });
    }
  }
  return { probability, spread };
}

/** Spread on the log-odds of `1 − (1−p)(1−g)` when that of p is known and g is taken as given (delta method). */
function spreadAfter({ changed, weak, spread }: { readonly changed: number; readonly weak: number; readonly spread: number }): number {
  const total = either(changed, weak);
  return weak === 0 ? spread : (spread * changed * (1 - changed) * (1 - weak)) / (total * (1 - total));
}
