import { type Field, featuresFor } from '#core/succession/field.ts';
import { type SuccessorWeights, scoresUnder } from '#core/succession/rank-successors.ts';
import { placeOf } from '#core/evaluation/rank-figures.ts';
import type { SimpleRule, SimpleScores } from './simple-rules.ts';

/** One moment of the past at which somebody could have asked who comes next, and what then happened. */
export interface Trial {
  readonly project: string;
  /** What hangs together inside the project: one leaver, one commit. */
  readonly group: string;
  readonly field: Field;
  readonly rules: (files: readonly number[]) => SimpleScores;
  readonly asks: readonly Ask[];
}

export interface Ask {
  readonly level: 'file' | 'all';
  readonly files: readonly number[];
  /** Places in `field.people` of who it was; empty: somebody with no act by then. */
  readonly wanted: readonly number[];
}

/** Who answers: the product's ranker, or a simple rule. */
export const RANKER = 'ranker';
export type Way = SimpleRule | typeof RANKER;

/** Where who it was stood in each order, and what probability was said. */
export interface Outcome {
  readonly project: string;
  readonly group: string;
  readonly level: Ask['level'];
  /** Place of who it was; null: somebody with no act by then, whom no order can hold. */
  readonly place: Readonly<Record<Way, number | null>>;
  /** Probability said for the first candidate, and for nobody known yet. */
  readonly said: { readonly first: number; readonly nobody: number };
}

export function judgeTrial(trial: Trial, weights: SuccessorWeights): readonly Outcome[] {
  return trial.asks.map((ask) => judgeAsk(trial, ask, weights));
}

function judgeAsk(trial: Trial, ask: Ask, weights: SuccessorWeights): Outcome {
  const { project, group, field } = trial;
  const { score, nobody } = scoresUnder(weights, field, featuresFor(field, ask.files));
  const place = { [RANKER]: seen(placeOf(score, ask.wanted)), ...placesOfRules(trial, ask) };
  return { project, group, level: ask.level, place, said: saidOf(score, nobody) };
}

/** Where each simple rule puts who it was. */
export function placesOfRules({ field, rules }: Trial, { files, wanted }: Ask): Readonly<Record<SimpleRule, number | null>> {
  const places = Object.entries(rules(files)).map(([rule, byPerson]) => {
    const scores = Float64Array.from(field.people, (person) => byPerson[person]!);
    return [rule, seen(placeOf(scores, wanted))] as const;
  });
  return Object.fromEntries(places) as Record<SimpleRule, number | null>;
}

function seen(place: number): number | null {
  return Number.isFinite(place) ? place : null;
}

function saidOf(score: Float64Array, nobody: number): Outcome['said'] {
  const first = score.reduce((a, b) => Math.max(a, b), -Infinity);
  const most = Math.max(first, nobody);
  const total = score.reduce((sum, s) => sum + Math.exp(s - most), Math.exp(nobody - most));
  return { first: Math.exp(first - most) / total, nobody: Math.exp(nobody - most) / total };
}
