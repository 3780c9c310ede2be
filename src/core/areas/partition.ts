import type { Area } from '#core/terms/area.ts';

/** Which area each file of the evidence belongs to. Every counted file has exactly one area. */
export interface Partition {
  readonly areas: readonly Area[];
  /** Index into `areas` per file row, or NO_AREA (excluded files). */
  readonly ofFile: Uint16Array;
  /** How the boundaries were found, in one sentence. */
  readonly reading: string;
}

export const NO_AREA = 0xffff;
