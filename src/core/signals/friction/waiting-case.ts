import type { CountedCase } from '#core/signals/share-readings.ts';
import type { SignalLimits } from '#core/signals/signal.ts';

/** A case that cost hours. */
export interface WaitingCase extends CountedCase {
  readonly hours: number;
}

/** Hours a week that the cases of a window that show the pattern cost together. */
export function hoursAWeek(cases: readonly CountedCase[], { days }: SignalLimits): number {
  const hours = cases.reduce((sum, one) => sum + (one.shows && 'hours' in one && typeof one.hours === 'number' ? one.hours : 0), 0);
  return Math.round((hours * 7) / days);
}
