import type { SignalReading } from '#core/signals/signal.ts';
import {
  type CountedCase,
  type HandledCase,
  sameHandsReading,
  sameHandsReadings,
  type ShareQuestion,
  shareReading,
  shareReadings,
} from '#core/signals/share-readings.ts';

/** One reading for each area, and one for the whole where more than one area (or none) is in it: few decisions and tickets say which area they are about. */
export function inAreasAndWhole(question: ShareQuestion, cases: readonly CountedCase[]): readonly SignalReading[] {
  return [...shareReadings(question, cases), ...(isMore(cases) ? shareReading(question, {}, cases) : [])];
}

/** The same for cases that go through somebody's hands. */
export function handsInAreasAndWhole(question: ShareQuestion, cases: readonly HandledCase[]): readonly SignalReading[] {
  return [...sameHandsReadings(question, cases), ...(isMore(cases) ? sameHandsReading(question, {}, cases) : [])];
}

function isMore(cases: readonly { readonly area: number }[]): boolean {
  return cases.some(({ area }) => area < 0 || area !== cases[0]!.area);
}
