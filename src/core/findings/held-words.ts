import type { LeftOut } from '#core/terms/answer.ts';

/** That something is held back, as every answer says it: how many areas, and from which day on they are shown. */
export interface HeldTold {
  readonly count: number;
  /** `2026-11-24` */
  readonly from: string;
}

const UNIT = 'areas';

/** A line of what an answer left out. */
export function heldLine({ count, from }: HeldTold): LeftOut {
  return {
    what: count === 1 ? 'a finding about one area' : 'findings about areas',
    count,
    unit: UNIT,
    why: `Shown from ${from} on; whom it concerns looks first.`,
  };
}

/** The same read back, for pages that say it in plain sight; by date. */
export function heldIn(leftOut: readonly LeftOut[]): readonly HeldTold[] {
  return leftOut.flatMap(({ unit, count, why }) => {
    const from = /^Shown from (\d{4}-\d\d-\d\d) on;/.exec(why)?.[1];
    return unit === UNIT && from !== undefined ? [{ count, from }] : [];
  });
}
