import { LEAVER_KINDS as KINDS } from '#core/cascade/leaver-loss.ts';

/** Whose leaving may be asked about, for whoever asks. */
export const LEAVER_KINDS = KINDS;
