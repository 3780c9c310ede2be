import type { Signal } from './signal.ts';

/** All that is looked for, in the order in which people are shown it. */
export const SIGNALS: readonly Signal[] = [];
