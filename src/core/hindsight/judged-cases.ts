import { SLOWDOWN } from '#core/absence/slowdown-coefficients.ts';
import type { LookedBack } from './look-back.ts';
import type { AreaCase } from './standing-cases.ts';
import { slowed } from './ways-to-warn.ts';

/** One area in one window of one project. */
export interface JudgedCase extends AreaCase {
  readonly project: string;
  /** Project and number of the gap: a placebo has that of its gap. */
  readonly absence: string;
  readonly away: boolean;
  readonly slowed: 0 | 1;
}

/** Whether the map has seen this history while it was fitted. */
export function wasFitted({ root }: Pick<LookedBack, 'root'>): boolean {
  return (SLOWDOWN.provenance.roots as readonly string[]).includes(root);
}

export function casesOf({ windows }: LookedBack, project: string): readonly JudgedCase[] {
  return windows.flatMap(({ away, gap, cases }) =>
    cases.map((one) => ({ ...one, project, absence: `${project} ${gap}`, away, slowed: slowed(one) })),
  );
}

/** What warnings are judged by: areas that the absent led or had a share in, while they were away. */
export function isWarned({ away, part }: JudgedCase): boolean {
  return away && part !== 'other';
}
