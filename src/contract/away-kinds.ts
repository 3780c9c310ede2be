import { ABSENCE_KINDS } from '#core/absence/scenario.ts';

/** The ways of not being there, for whoever asks. */
export const AWAY_KINDS = ABSENCE_KINDS;
