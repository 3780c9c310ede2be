import { z } from 'zod';
import { DAY } from '#core/terms/moment.ts';

/** A date as people write it; becomes the moment at which that day begins. */
export const dayAsked = z.iso.date().transform((text) => Date.parse(`${text}T00:00:00Z`) / 1000);

/** Judged as of the end of this day; absent = the newest commit. */
export const dateJudged = dayAsked.transform((start) => start + DAY).optional();
