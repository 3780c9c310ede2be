import type { Settings } from '#core/terms/settings.ts';
import { spanOf } from '#core/terms/figures.ts';
import { numberWord } from './number-words.ts';
import { type Standing, standingOf } from './standing-of.ts';

/** How many carry an area, told by role. `silentDays`: days since the best-knowing absent carrier was last seen. */
export interface CarrierCounts {
  /** Know it and are here. */
  readonly firm: number;
  /** Know part of it and are here. */
  readonly thin: number;
  /** Know a little of it and are here. */
  readonly parts: number;
  /** Know it and have probably gone. */
  readonly gone: number;
  readonly silentDays: number;
}

type Known = readonly { readonly knows: number; readonly present: number; readonly silentDays: number }[];

/** Sorts the people of an area into firm, thin, parts and gone; only the counts go on. */
export function countCarriers(known: Known, settings: Settings): CarrierCounts {
  const standings = known.map((one) => standingOf(one, settings));
  const count = (standing: Standing): number => standings.filter((one) => one === standing).length;
  const silences = known.flatMap((one, i) => (standings[i] === 'knew it, seldom here' ? [one.silentDays] : []));
  return {
    firm: count('knows it'),
    thin: count('knows part of it'),
    parts: count('could learn it'),
    gone: silences.length,
    silentDays: silences.length === 0 ? 0 : Math.min(...silences),
  };
}

/** `one carrier`, `two, second thin`, `one carrier, silent for 9 months`, `nobody who knows it`. */
export function sayCarriers({ firm, thin, parts, gone, silentDays }: CarrierCounts): string {
  if (firm > 1) return `${numberWord(firm)} carriers`;
  if (firm === 1) return thin === 0 ? 'one carrier' : thin === 1 ? 'two, second thin' : `one carrier, ${numberWord(thin)} thin`;
  if (thin > 0) return thin === 1 ? 'one, thin' : `${numberWord(thin)}, all thin`;
  if (gone > 0) return `${gone === 1 ? 'one carrier' : `${numberWord(gone)} carriers`}, ${sayAway(silentDays)}`;
  if (parts > 0) return `${numberWord(parts)} who could learn it`;
  return 'nobody who knows it';
}

/** A short silence of somebody who is seldom here is no silence worth counting. */
function sayAway(silentDays: number): string {
  return silentDays < 21 ? 'seldom here' : `silent for ${spanOf(silentDays)}`;
}
