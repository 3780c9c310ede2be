import type { PersonId } from '#core/terms/person.ts';
import { SUCCESSOR_COEFFICIENTS } from './coefficients.ts';
import { type Field, featuresFor } from './field.ts';
import { FEATURES, type FeatureName, NOBODY_FEATURES, WIDTH } from './features.ts';

/**
 * `handover`: who would be named; fitted on hand-overs that were written down. `work`: who will probably do most of the work that
 * comes; fitted on what happened to the files of people who stopped.
 */
export const SUCCESSOR_QUESTIONS = ['handover', 'work'] as const;
export type SuccessorQuestion = (typeof SUCCESSOR_QUESTIONS)[number];

/** Fitted weights of one question: features that are not named weigh nothing. */
export interface SuccessorWeights {
  readonly candidate: Readonly<Partial<Record<FeatureName, number>>>;
  readonly nobody: Readonly<Record<(typeof NOBODY_FEATURES)[number]['name'], number>>;
}

export interface Candidate {
  readonly person: PersonId;
  /** That it will be this person. */
  readonly probability: number;
  /** What spoke for and against, in log-odds against the mean of the first ten, in the order of FEATURES. */
  readonly reasons: readonly number[];
  /** The features themselves, in the same order. */
  readonly figures: readonly number[];
}

export interface SuccessorAnswer {
  /** That it will be somebody with no act up to the moment. */
  readonly nobodyYet: number;
  /** Likeliest first; equal chances in the order of rows. */
  readonly candidates: readonly Candidate[];
}

/**
 * # Successors
 * What it says: for work that people leave, how likely each of the others is to carry it next, and how likely it is nobody known yet.
 * Formula: `P(p) = exp(β·x(p)) / (exp(γ·z) + Σ exp(β·x))`; x = the features of features.ts (presence, silence, recent work on the
 *   ground, the files, in their folders and beside them, commits lately, load, organisation, work together, kinship of paths); z = (1, ln of how many are likely here) speaks for
 *   nobody yet. β, γ in coefficients.ts, one set per question, fitted as a conditional logit.
 * Reading: 0.5 = as likely as not. The order is what was tested; several small probabilities mean an open field.
 * Source: Understudy; choice model D. McFadden 1974; features from the papers that each file names. How often it is right, against
 *   simple rules: docs/evaluation.md.
 * Weakness: what people agree on outside the history is not seen, nor is who wants to. For a single file the first candidate is named too
 *   surely: who takes it up may be anybody who needs it changed once.
 */
export function rankSuccessors(
  field: Field,
  { asked, files }: { readonly asked: SuccessorQuestion; readonly files?: readonly number[] },
): SuccessorAnswer {
  const rows = featuresFor(field, files ?? field.question.ground);
  return chancesUnder(SUCCESSOR_COEFFICIENTS[asked], field, rows);
}

/** The same under stated weights. */
export function chancesUnder(weights: SuccessorWeights, field: Field, rows: Float64Array): SuccessorAnswer {
  const { score, nobody } = scoresUnder(weights, field, rows);
  const most = score.reduce((a, b) => Math.max(a, b), nobody);
  const total = score.reduce((sum, s) => sum + Math.exp(s - most), Math.exp(nobody - most));
  const order = [...score.keys()].sort((a, b) => score[b]! - score[a]! || field.people[a]! - field.people[b]!);
  const figuresOf = (i: number): number[] => FEATURES.map((_, k) => rows[i * WIDTH + k]!);
  const beta = weightsInOrder(weights);
  const middle = meansOf(order.slice(0, COMPARED).map(figuresOf));
  return {
    nobodyYet: Math.exp(nobody - most) / total,
    candidates: order.map((i) => {
      const figures = figuresOf(i);
      const reasons = beta.map((b, k) => b * (figures[k]! - middle[k]!));
      return { person: field.people[i]!, probability: Math.exp(score[i]! - most) / total, reasons, figures };
    }),
  };
}

/** Log-odds of each candidate, in the order of `field.people`, and of nobody known yet. */
export function scoresUnder(
  weights: SuccessorWeights,
  field: Field,
  rows: Float64Array,
): { readonly score: Float64Array; readonly nobody: number } {
  const beta = weightsInOrder(weights);
  return {
    score: Float64Array.from(field.people, (_, i) => beta.reduce((sum, b, k) => sum + b * rows[i * WIDTH + k]!, 0)),
    nobody: NOBODY_FEATURES.reduce((sum, { name }, k) => sum + weights.nobody[name] * field.nobody[k]!, 0),
  };
}

function weightsInOrder({ candidate }: SuccessorWeights): number[] {
  return FEATURES.map(({ name }) => candidate[name] ?? 0);
}

/** Candidates whose mean the reasons are measured against: those whom a reader would compare. */
const COMPARED = 10;

function meansOf(rows: readonly (readonly number[])[]): readonly number[] {
  return FEATURES.map((_, k) => rows.reduce((sum, row) => sum + row[k]!, 0) / Math.max(1, rows.length));
}
