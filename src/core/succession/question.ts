import type { Evidence } from '#core/evidence/evidence.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** Who could carry what these people leave, asked at a moment. Nothing after `at` is seen. */
export interface SuccessionQuestion {
  readonly evidence: Evidence;
  readonly at: Moment;
  /** Those who leave; may be empty when the question is only who else could carry the files. */
  readonly leaving: readonly PersonId[];
  /** File rows that they leave: the ground that is asked about. */
  readonly ground: readonly number[];
  /** People who are no candidates although they stay (they carry it already, or are away too). */
  readonly notAsked?: readonly PersonId[];
}

/** 1 for everybody who may be a candidate: a human who stays and was asked. */
export function mayFollow({ evidence, leaving, notAsked = [] }: SuccessionQuestion): Uint8Array {
  const may = Uint8Array.from(evidence.people, ({ kind }) => (kind === 'human' ? 1 : 0));
  for (const person of [...leaving, ...notAsked]) may[person] = 0;
  return may;
}

/** 1 for those who leave. */
export function whoLeaves({ evidence, leaving }: SuccessionQuestion): Uint8Array {
  const leaves = new Uint8Array(evidence.people.length);
  for (const person of leaving) leaves[person] = 1;
  return leaves;
}
