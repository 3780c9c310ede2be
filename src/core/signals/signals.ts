import { quietSolo } from './alone/quiet-solo.ts';
import { pageConcentration } from './rescue/page-concentration.ts';
import type { Signal } from './signal.ts';

/** All that is looked for, in the order in which people are shown it. */
export const SIGNALS: readonly Signal[] = [quietSolo, pageConcentration];
