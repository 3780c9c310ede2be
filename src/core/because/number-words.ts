import { countOf } from '#core/terms/figures.ts';

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;

/** Small numbers in words, as a sentence wants them: `one carrier`, `12 carriers`. */
export function numberWord(n: number): string {
  return WORDS[n] ?? countOf(n);
}
