import type { RawIdentity } from '#core/evidence/raw-history.ts';
import type { RepositoryFacts } from '#core/evidence/repository-facts.ts';

/** What becomes of somebody: nothing of theirs is left, or what they made stays under a pseudonym. */
export interface Forgotten {
  readonly how: 'erased' | 'left';
  readonly pseudonym: string;
}

export type WhoIsForgotten = (address: string) => Forgotten | undefined;

/** The words of a scan: each identity as it was spelled and as `.mailmap` says, and the small texts that declare something. */
export interface WordsOfScan {
  readonly spelled: readonly RawIdentity[];
  readonly mapped: readonly RawIdentity[];
  readonly texts: RepositoryFacts['texts'];
}

/**
 * The same scan without the words of whoever is forgotten. What was erased is done by an automation, which counts as nobody;
 * what somebody who left has done stays one person's. Rows stay, because every column points at them.
 */
export function forgetIdentities({ spelled, mapped, texts }: WordsOfScan, who: WhoIsForgotten): WordsOfScan {
  const found = spelled.map(({ email }, row) => who(email) ?? who(mapped[row]!.email));
  return {
    spelled: spelled.map((one, row) => (found[row] === undefined ? one : aliasOf(found[row], row))),
    mapped: mapped.map((one, row) => (found[row] === undefined ? one : aliasOf(found[row], row))),
    texts: texts.map((one) => ({ ...one, text: withoutAddresses(one.text, who) })),
  };
}

/** No two rows are alike: whoever reads on tells rows by their words. One name keeps the rows of one person together. */
function aliasOf({ how, pseudonym }: Forgotten, row: number): RawIdentity {
  return how === 'erased'
    ? { name: 'erased[bot]', email: `erased-${row}@erased.invalid` }
    : { name: `Somebody Who-Left ${pseudonym}`, email: `${pseudonym}-${row}@left.invalid` };
}

const ADDRESS = /(?:[^\n<>"',[\]{}:]*<)?[\w.+%-]+@[\w.-]+\w>?/g;

function withoutAddresses(text: string, who: WhoIsForgotten): string {
  return text.replaceAll(ADDRESS, (said) => {
    const address = /[\w.+%-]+@[\w.-]+\w/.exec(said)![0];
    return who(address) === undefined ? said : 'forgotten@forgotten.invalid';
  });
}
