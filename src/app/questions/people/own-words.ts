import { partsOf } from '#core/accounts/claim-state.ts';

/** Words of a spelling that answers are asked with. */
export function ownWords(spellings: readonly string[]): readonly string[] {
  return [...new Set(spellings.flatMap((spelling) => [spelling, partsOf(spelling).email]))];
}
