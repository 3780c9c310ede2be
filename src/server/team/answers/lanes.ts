import type { AskedName } from './thread-talk.ts';

/** How long a question will take, in milliseconds of one core, as far as its name and the size of its history say. */
export interface Cost {
  readonly loading: number;
  readonly answering: number;
}

export interface Weighed {
  readonly question: AskedName;
  /** Asked of an earlier moment: everything is weighed anew for it. */
  readonly past: boolean;
  readonly simulated: boolean;
  /** Pairs of commit and file, over all sources asked. */
  readonly touches: number;
}

/**
 * Milliseconds, and milliseconds for each thousand touches, on one core of a small server; measured on public repositories of
 * 500 to 210,000 touches (November 2026). Only their order of magnitude matters: they decide which lane a question goes into
 * and who comes first there, never what is said.
 */
const LOADING = [20, 4] as const;
const JUDGING = [20, 4] as const;
const MORE: Readonly<Partial<Record<AskedName, readonly [number, number]>>> = {
  trend: [100, 14],
  leavers: [50, 10],
  factor: [20, 5],
  loss: [20, 4],
  map: [5, 0.7],
};
const USUAL = [5, 0.2] as const;

export function costOf({ question, past, simulated, touches }: Weighed): Cost {
  const thousands = touches / 1000;
  const of = ([base, each]: readonly [number, number]): number => base + each * thousands;
  const answering = of(MORE[question] ?? USUAL) + (past ? of(JUDGING) : 0) + (simulated ? of(JUDGING) * 10 : 0);
  return { loading: of(LOADING) + of(JUDGING), answering };
}

/** Nobody in the quick lane waits for one question longer than about this, milliseconds. */
const QUICK_ANSWER = 100;
const QUICK_LOAD = 400;

export const LANES = ['quick', 'slow'] as const;
export type Lane = (typeof LANES)[number];

/** Large histories stay in the slow lane with all that is asked of them: loading one would hold up everybody else. */
export function laneOf({ loading, answering }: Cost): Lane {
  return answering <= QUICK_ANSWER && loading <= QUICK_LOAD ? 'quick' : 'slow';
}
