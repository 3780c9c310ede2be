import type { Moment } from '#core/terms/moment.ts';
import type { Area } from '#core/terms/area.ts';
import type { KnowledgeMatrix } from '#core/knowledge/matrix.ts';

/**
 * Everything the two-week question needs, at one moment: what is expected where, who knows it, who is there.
 * Built once per moment by `build-landscape.ts`; every absence is then a cheap read of it.
 */
export interface Landscape {
  readonly at: Moment;
  readonly areas: readonly Area[];
  /** Area row of each file, or NO_AREA. Same rows as Evidence.files. */
  readonly areaOfFile: Uint16Array;
  /** Share of its area's expected work that lands on this file; sums to 1 in each area with demand. */
  readonly weight: Float32Array;
  readonly knowledge: KnowledgeMatrix;
  /** P(person still works here) at `at`, per person row; 0 for bots and agents. */
  readonly present: Float32Array;
  /** Expected changes (commits) per day in each area: a Gamma posterior with `shape` and `rate` (days). */
  readonly demand: { readonly shape: Float64Array; readonly rate: Float64Array };
  /** Commits behind each area's judgement; below the floor an area is `not judged`. */
  readonly support: Uint32Array;
}
