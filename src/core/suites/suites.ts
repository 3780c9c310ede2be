import type { Suite } from '#core/evaluation/suite.ts';
import { CALIBRATION } from './calibration.ts';
import { FORECAST } from './forecast.ts';
import { HANDOVERS } from './handovers.ts';
import { PLAN } from './plan.ts';
import { REVIEWERS_SUITE } from './reviewers.ts';
import { SIGNALS_SUITE } from '#core/staging/signals-suite.ts';
import { SPREADING } from './spreading.ts';
import { SUCCESSORS } from './successors.ts';
import { TRUCK_FACTOR } from './truck-factor.ts';

/** Every suite, in the order in which docs/evaluation.md tells of them. A new one is a file and a row. */
// biome-ignore format: a row each, so that several people can add one
export const SUITES: readonly Suite<unknown>[] = [
  TRUCK_FACTOR,
  CALIBRATION,
  SUCCESSORS,
  HANDOVERS,
  REVIEWERS_SUITE,
  SPREADING,
  FORECAST,
  PLAN,
  SIGNALS_SUITE,
];
