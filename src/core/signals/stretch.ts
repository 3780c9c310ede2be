import type { Scene } from '#core/scene/scene.ts';
import { DAY, daysOf, type Window } from '#core/terms/moment.ts';
import type { Signal } from './signal.ts';

/** Days of which a family of facts must be known before anything is said of it: four weeks, so that each weekday and most rotas came round. */
export const LEAST_KNOWN_DAYS = 28;
/** Longest time before the window that a window is compared with: a year holds every season once. */
const MOST_BEFORE_DAYS = 365;

/** What a signal looks at, and the area's or team's own time before it. */
export interface Stretch {
  readonly window: Window;
  /** Null: nothing is known from before, or less than four weeks. */
  readonly before: Window | null;
}

/** As much of the last `days` as all families of facts that are needed are known for. */
export function stretchOf({ at, since }: Pick<Scene, 'at' | 'since'>, needs: Signal['needs'], days: number): Stretch {
  const known = needs.reduce((latest, family) => Math.max(latest, since[family] ?? at), 0);
  const from = Math.max(at - days * DAY, known);
  const before = { from: Math.max(from - MOST_BEFORE_DAYS * DAY, known), to: from };
  return { window: { from, to: at }, before: daysOf(before) >= LEAST_KNOWN_DAYS ? before : null };
}

/** Whether a moment lies in a window. */
export function isWithin(at: number, { from, to }: Window): boolean {
  return at >= from && at < to;
}

/** Why a signal cannot be judged by what is connected; null: it can. What is not judged is never shown as good. */
export function whyNotJudged({ needs }: Pick<Signal, 'needs'>, { at, since }: Pick<Scene, 'at' | 'since'>): string | null {
  const missing = needs.filter((family) => since[family] === undefined);
  if (missing.length > 0) return `Nothing is connected that tells of: ${missing.join(', ')}.`;
  const young = needs.filter((family) => at - since[family]! < LEAST_KNOWN_DAYS * DAY);
  return young.length > 0 ? `Known for less than ${LEAST_KNOWN_DAYS} days: ${young.join(', ')}.` : null;
}
