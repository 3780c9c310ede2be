import type { Moment } from '#core/terms/moment.ts';

/** Something that holds for a while; without an end, until further notice. */
export interface Dated {
  readonly from: Moment;
  readonly until: Moment | null;
}

/** What holds at a moment: windows are half-open. */
export function inForce<One extends Dated>(all: readonly One[], at: Moment): readonly One[] {
  return all.filter(({ from, until }) => from <= at && (until === null || at < until));
}
