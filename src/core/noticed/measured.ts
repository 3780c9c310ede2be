import type { SignalUnit } from '#core/signals/signal.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { amountOf, amountWithBand, percentOf, percentWithBand } from '#core/terms/figures.ts';

/** `78 % (60–90)`, `12.3 hours (8–19)`. */
export function measured(value: Estimate, unit: SignalUnit): string {
  return unit === 'share' ? percentWithBand(value) : `${amountWithBand(value)} ${unit}`;
}

/** `50 %`, `24 hours`. */
export function bound(threshold: number, unit: SignalUnit): string {
  return unit === 'share' ? percentOf(threshold) : `${amountOf(threshold)} ${unit}`;
}
