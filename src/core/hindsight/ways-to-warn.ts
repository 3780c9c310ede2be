import { calibrateSlowdown } from '#core/absence/slowdown.ts';
import { logOddsOf, sigmoid } from '#core/fitting/fit-logistic.ts';
import { SIMPLE_WARNINGS } from './simple-warnings.ts';
import type { AreaCase } from './standing-cases.ts';

/** One way to say how likely an area slows while somebody is away. */
export interface WayToWarn {
  readonly by: string;
  readonly ours: boolean;
  readonly says: (one: AreaCase) => number;
}

export const OURS: WayToWarn = { by: 'slowdown, calibrated', ours: true, says: ({ parts }) => calibrateSlowdown(parts).chance };
export const BEFORE_CALIBRATION: WayToWarn = { by: 'slowdown before calibration', ours: false, says: ({ parts }) => parts.knowledge };

/**
 * What the specification wants beaten. Each may say the two shares that suit it best on the fitting half, not just 0 and 1: a warning that
 * is only badly scaled would be too easy to beat.
 */
export const TO_BEAT: readonly WayToWarn[] = [
  { by: 'truck factor is one, and it is them', ours: false, says: ({ truck }) => SIMPLE_WARNINGS.truck[truck] },
  { by: 'absence factor is one, and it is them', ours: false, says: ({ factor }) => SIMPLE_WARNINGS.factor[factor] },
  { by: 'they made the last change', ours: false, says: ({ last }) => SIMPLE_WARNINGS.last[last] },
];

export const BASE_RATE: WayToWarn = { by: 'always the base rate', ours: false, says: () => SIMPLE_WARNINGS.baseRate };

/** All that are compared: the last three say a plain 0 or 1. */
export const WAYS_TO_WARN: readonly WayToWarn[] = [
  OURS,
  BEFORE_CALIBRATION,
  { by: 'verdict: degrades or stops', ours: false, says: ({ degrades, stops }) => degrades + stops },
  ...TO_BEAT,
  { by: 'their share of the half year’s changes', ours: false, says: ({ share }) => sigmoid(logOddsOf(SIMPLE_WARNINGS.share, [share])) },
  BASE_RATE,
  { by: 'truck factor, yes or no', ours: false, says: ({ truck }) => truck },
  { by: 'absence factor, yes or no', ours: false, says: ({ factor }) => factor },
  { by: 'last change, yes or no', ours: false, says: ({ last }) => last },
];

/** Whether the area slowed: fewer than half of the expected changes came. */
export function slowed({ came, enough }: AreaCase): 0 | 1 {
  return came < enough ? 1 : 0;
}
