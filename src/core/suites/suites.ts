import type { Suite } from '#core/evaluation/suite.ts';
import { REVIEWERS_SUITE } from './reviewers.ts';
import { SPREADING } from './spreading.ts';
import { TRUCK_FACTOR } from './truck-factor.ts';

/** Every suite, in the order in which docs/evaluation.md tells of them. A new one is a file and a row. */
export const SUITES: readonly Suite<unknown>[] = [TRUCK_FACTOR, REVIEWERS_SUITE, SPREADING];
