import { openPast, type Past, type Project, standAtMoment } from '#core/evaluation/past.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import type { Moment } from '#core/terms/moment.ts';
import { type NaturalAbsence, naturalAbsences } from '#core/absence/natural-absences.ts';
import { type AreaCase, standingCases, type StandingQuestion } from './standing-cases.ts';

/** At most this many gaps of one history are asked about, spread evenly over its time. */
export const MOST_GAPS = 100;

/** One fortnight of somebody who leads an area: away, or there all the time (its placebo). */
export interface AreaWindow {
  readonly away: boolean;
  /** Number of the gap; its placebo has the same. */
  readonly gap: number;
  readonly cases: readonly AreaCase[];
}

/** What one history says about its natural absences. Holds no name: areas and figures only. */
export interface LookedBack {
  /** Hash of the oldest commit: tells whether this history was among those that the map was fitted on. */
  readonly root: string;
  /** Gaps found, and how many of them were asked about. */
  readonly found: number;
  readonly asked: number;
  readonly windows: readonly AreaWindow[];
}

export type Leaning = Pick<StandingQuestion, 'directoryCap' | 'caught'>;

/**
 * Every window is judged from the history as it stood at the last commit before its first day, cleaned as if nothing had followed: identities,
 * renames and boundaries of then. Who was away, and what came, is read from today's.
 */
export function lookBack(project: Project, leaning: Leaning = {}): LookedBack {
  const past = openPast(project);
  const gaps = [...naturalAbsences(past.evidence)].sort((a, b) => a.from - b.from || a.person - b.person);
  const asked = spread(gaps, MOST_GAPS);
  const windows = asked.flatMap((gap, number) => windowsOf(past, { gap, number, leaning }));
  return { root: oldestHash(project.history), found: gaps.length, asked: asked.length, windows };
}

interface Asked {
  readonly gap: NaturalAbsence;
  readonly number: number;
  readonly leaning: Leaning;
}

function windowsOf(past: Past, { gap: { person, from, placebo }, number, leaning }: Asked): readonly AreaWindow[] {
  const casesAt = (at: Moment): readonly AreaCase[] => {
    const stood = standAtMoment(past, at - 1);
    return stood === undefined ? [] : standingCases({ standing: { ...stood, at }, later: past.evidence, person, ...leaning });
  };
  const cases = casesAt(from);
  if (cases.length === 0) return [];
  const there = placebo === null ? [] : casesAt(placebo);
  return [{ away: true, gap: number, cases }, ...(there.length === 0 ? [] : [{ away: false, gap: number, cases: there }])];
}

function spread<One>(all: readonly One[], most: number): readonly One[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, i) => all[Math.floor(((i + 0.5) * all.length) / most)]!);
}

function oldestHash({ commits, hashBytes }: RawHistory): string {
  const from = Math.max(0, commits.count - 1) * hashBytes;
  return [...commits.hash.subarray(from, from + hashBytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
