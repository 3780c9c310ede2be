import type { AreaAt, Organisation } from '#core/organisation/organisation.ts';
import { ALONE } from './alone.ts';
import { INCIDENTS } from './incidents.ts';
import { PRESSURE } from './pressure.ts';
import { viewOf } from './view-of.ts';
import { VISITS } from './visits.ts';
import { WAITS } from './waits.ts';
import type { Witness } from './witness.ts';

/** For each pattern that can be planted, by the name of its signal. */
export const WITNESSES: Readonly<Record<string, Witness>> = { ...ALONE, ...VISITS, ...INCIDENTS, ...WAITS, ...PRESSURE };

/** So many times as much as in the twin. */
const TIMES_TWIN = 1.5;

/** What happened in a company, and in its twin without any pattern. */
export interface Twins {
  readonly there: Organisation;
  readonly clean: Organisation;
}

/** Whether what happened in these areas bears a pattern out: there is enough of it, and half as much again as where nothing was planted. */
export function bearsOut({ there, clean }: Twins, pattern: string, areas: ReadonlySet<AreaAt>): boolean {
  const { figure, from } = WITNESSES[pattern]!;
  const seen = figure(viewOf(there, areas));
  return seen >= from && seen >= TIMES_TWIN * figure(viewOf(clean, areas));
}
