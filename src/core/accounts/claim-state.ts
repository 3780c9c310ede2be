import type { Moment } from '#core/terms/moment.ts';

/** What somebody said of a claim or a merge. */
export interface Word {
  /** Id of an account. */
  readonly by: string;
  readonly at: Moment;
  readonly says: 'confirm' | 'refuse' | 'withdraw';
}

/** That a spelling of the history is oneself. */
export interface Claim {
  readonly account: string;
  readonly spelling: string;
  readonly madeAt: Moment;
  readonly words: readonly Word[];
}

export type WordState = 'proposed' | 'confirmed' | 'refused' | 'withdrawn';

const AFTER: Readonly<Record<Word['says'], WordState>> = { confirm: 'confirmed', refuse: 'refused', withdraw: 'withdrawn' };

/** What a claim is at a moment: the last word counts, but what was refused or withdrawn stays so; a new claim is made instead. */
export function claimState({ words }: Pick<Claim, 'words'>, at: Moment = Infinity): WordState {
  return words
    .filter((word) => word.at <= at)
    .reduce<WordState>((state, { says }) => (state === 'refused' || state === 'withdrawn' ? state : AFTER[says]), 'proposed');
}

/** Who would say a word of a claim. */
export interface Speaker {
  readonly account: string;
  readonly isAdministrator: boolean;
  /** They are themselves somebody whom the history knows, and whom somebody else has confirmed. */
  readonly isConfirmed: boolean;
}

/** Why somebody may not say this of a claim; null where they may. Nobody confirms themself. */
export function claimWordProblem(claim: Claim, { account, isAdministrator, isConfirmed }: Speaker, says: Word['says']): string | null {
  const own = claim.account === account;
  const state = claimState(claim);
  if (state === 'refused' || state === 'withdrawn') return `it is ${state} already; a new one can be made`;
  if (says === 'confirm' && state === 'confirmed') return 'it is confirmed already';
  if (says === 'withdraw') return own ? null : 'only whoever made it takes it back';
  if (own) return 'nobody decides on their own claim';
  if (says === 'confirm')
    return isAdministrator || isConfirmed ? null : 'only administrators, and people who are confirmed themselves, confirm';
  return isAdministrator ? null : 'only administrators refuse';
}

/** Whether two spellings can be the same row of the history: one address, and no two different names. */
export function claimsOverlap(left: string, right: string): boolean {
  const [one, other] = [partsOf(left), partsOf(right)];
  return one.email === other.email && (one.name === '' || other.name === '' || one.name === other.name);
}

/** `Name <e-mail>` or an e-mail address. */
export function partsOf(spelling: string): { readonly name: string; readonly email: string } {
  const both = /^\s*(.*?)\s*<([^<>]*)>\s*$/.exec(spelling);
  return { name: (both?.[1] ?? '').toLowerCase(), email: (both?.[2] ?? spelling).trim().toLowerCase() };
}
