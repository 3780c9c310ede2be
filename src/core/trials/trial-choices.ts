import type { Choices } from '#core/fitting/fit-choice.ts';
import { featuresFor } from '#core/succession/field.ts';
import { FEATURES, type FeatureName, NOBODY_FEATURES, WIDTH } from '#core/succession/features.ts';
import type { SuccessorWeights } from '#core/succession/rank-successors.ts';
import type { Ask, Trial } from './trial.ts';

/** One question with all its alternatives, ready to be fitted: candidates first, nobody known yet last. */
export interface Choice {
  readonly project: string;
  readonly group: string;
  readonly level: Ask['level'];
  /** Alternatives × width. */
  readonly rows: Float32Array;
  /** Row of who it was, the first of them where there were several; the last row: nobody known yet. */
  readonly taken: number;
  /** Rows of all of them; empty: nobody known yet. */
  readonly wanted: readonly number[];
}

/** Candidates of whom nothing near the ground and hardly any presence is known are left out of fitting unless it was one of them. */
const LEAST_PRESENCE = Math.log(0.005 / 0.995);

/** Which features a question weighs: those of candidates, and the first so many of those that speak for nobody known yet. */
export interface Shape {
  readonly names: readonly FeatureName[];
  readonly nobody: number;
}

export function widthOf({ names, nobody }: Shape): number {
  return names.length + nobody;
}

/** What happened in a trial as choices over the named features; an ask with several truths becomes one choice of the first. */
export function choicesOf(trial: Trial, shape: Shape): Choice[] {
  const columns = shape.names.map((name) => FEATURES.findIndex((feature) => feature.name === name));
  const width = widthOf(shape);
  return trial.asks.map(({ files, level, wanted }) => {
    const all = featuresFor(trial.field, files);
    const kept = [...trial.field.people.keys()].filter((i) => wanted.includes(i) || mayMatter(all, i));
    const rows = new Float32Array((kept.length + 1) * width);
    kept.forEach((i, row) => {
      for (const [k, column] of columns.entries()) rows[row * width + k] = all[i * WIDTH + column]!;
    });
    for (let k = 0; k < shape.nobody; k++) rows[kept.length * width + columns.length + k] = trial.field.nobody[k]!;
    const places = wanted.map((i) => kept.indexOf(i));
    return { project: trial.project, group: trial.group, level, rows, taken: places[0] ?? kept.length, wanted: places };
  });
}

const PRESENCE = FEATURES.findIndex(({ name }) => name === 'presence');
const KINSHIP = FEATURES.findIndex(({ name }) => name === 'kinship');

function mayMatter(rows: Float64Array, candidate: number): boolean {
  return rows[candidate * WIDTH + PRESENCE]! > LEAST_PRESENCE || rows[candidate * WIDTH + KINSHIP]! > 0.02;
}

/** Lays choices one behind the other; `weigh` says how much each counts. */
export function joinChoices(choices: readonly Choice[], width: number, weigh: (choice: Choice) => number): Choices {
  const start = new Uint32Array(choices.length + 1);
  for (const [i, { rows }] of choices.entries()) start[i + 1] = start[i]! + rows.length / width;
  const rows = new Float32Array(start[choices.length]! * width);
  choices.forEach((choice, i) => rows.set(choice.rows, start[i]! * width));
  return {
    width,
    rows,
    start,
    taken: Uint32Array.from(choices, ({ taken }, i) => start[i]! + taken),
    weight: Float64Array.from(choices, weigh),
  };
}

/** Fitted figures under the names of the features. */
export function weightsFrom({ names, nobody: count }: Shape, coefficients: readonly number[]): SuccessorWeights {
  const nobody = NOBODY_FEATURES.map(({ name }, k) => [name, k < count ? coefficients[names.length + k]! : 0] as const);
  return {
    candidate: Object.fromEntries(names.map((name, k) => [name, coefficients[k]!])),
    nobody: Object.fromEntries(nobody) as SuccessorWeights['nobody'],
  };
}
