import { choiceProbabilities } from '#core/fitting/fit-choice.ts';
import { placeOf } from '#core/evaluation/rank-figures.ts';
import { fitSuccessors, type FittedWeights, SHAPES } from './fit-successors.ts';
import type { Handover } from './handover-trials.ts';
import { type Choice, widthOf } from './trial-choices.ts';

/** A choice that was judged by weights which had never seen it. */
export interface Unseen {
  readonly place: number | null;
  readonly first: number;
  readonly nobody: number;
}

/** Which choices may teach the weights that judge a given one; undefined: too few to fit on. */
export type TeachersOf = (choice: number) => { readonly key: string; readonly teachers: readonly number[] } | undefined;

/** Judges hand-overs by weights fitted on others; choices with the same key share one fit. */
export function crossFit(
  choices: readonly Choice[],
  clusterOf: (choice: Choice) => string,
  teachersOf: TeachersOf,
): readonly (Unseen | undefined)[] {
  const fits = new Map<string, FittedWeights>();
  return choices.map((choice, at) => {
    const lesson = teachersOf(at);
    if (lesson === undefined) return undefined;
    const fit =
      fits.get(lesson.key) ??
      fitSuccessors(
        lesson.teachers.map((row) => choices[row]!),
        'handover',
        clusterOf,
      );
    fits.set(lesson.key, fit);
    return judge(choice, fit.coefficients);
  });
}

/** Rows of candidates first, nobody known yet last. */
function judge({ rows, wanted }: Choice, beta: readonly number[]): Unseen {
  const width = widthOf(SHAPES.handover);
  const count = rows.length / width;
  const probability = choiceProbabilities({ width, rows }, beta, [0, count]);
  const candidates = probability.subarray(0, count - 1);
  const place = placeOf(candidates, wanted);
  return {
    place: Number.isFinite(place) ? place : null,
    first: candidates.reduce((a, b) => Math.max(a, b), 0),
    nobody: probability[count - 1]!,
  };
}

/** A group number for each hand-over: two belong together when they share a person, directly or through others. */
export function togetherByPeople(handovers: readonly Pick<Handover, 'left' | 'came'>[]): readonly number[] {
  const group = new Map<string, number>();
  const members: string[][] = [];
  for (const { left, came } of handovers) {
    const names = [...left, ...came];
    const known = [...new Set(names.flatMap((name) => group.get(name) ?? []))];
    const into = known[0] ?? members.push([]) - 1;
    for (const other of known.slice(1)) members[into]!.push(...members[other]!.splice(0));
    members[into]!.push(...names);
    for (const name of members[into]!) group.set(name, into);
  }
  return handovers.map(({ left, came }) => group.get([...left, ...came][0]!) ?? -1);
}
