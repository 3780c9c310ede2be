import type { Word, WordState } from './claim-state.ts';
import type { Moment } from '#core/terms/moment.ts';

/** That spellings are one person, or that they are not. */
export interface Merge {
  readonly proposedBy: string;
  readonly words: readonly Word[];
  /** Accounts whose own spellings it speaks of: nothing is said of somebody without them. */
  readonly concerned: readonly string[];
}

/**
 * What a merge is at a moment. It holds when everybody concerned has said yes, proposing counts, and somebody other than the
 * one who proposed it; one no, or taking it back, ends it at any time.
 */
export function mergeState({ proposedBy, words, concerned }: Merge, at: Moment = Infinity): WordState {
  const said = words.filter((word) => word.at <= at);
  const end = said.find(({ says }) => says !== 'confirm');
  if (end !== undefined) return end.says === 'refuse' ? 'refused' : 'withdrawn';
  const yes = new Set(said.map(({ by }) => by));
  const others = [...yes].filter((by) => by !== proposedBy);
  return others.length > 0 && concerned.every((one) => one === proposedBy || yes.has(one)) ? 'confirmed' : 'proposed';
}

/** Why somebody may not say this of a merge; null where they may. */
export function mergeWordProblem(
  merge: Merge,
  { account, isAdministrator }: { readonly account: string; readonly isAdministrator: boolean },
  says: Word['says'],
): string | null {
  const state = mergeState(merge);
  if (state === 'refused' || state === 'withdrawn') return `it is ${state} already; a new one can be proposed`;
  const own = merge.proposedBy === account;
  if (says === 'withdraw') return own ? null : 'only whoever proposed it takes it back';
  if (own) return 'nobody decides on their own proposal';
  if (says === 'confirm' && merge.words.some(({ by, says: said }) => by === account && said === 'confirm'))
    return 'you have said so already';
  return isAdministrator || merge.concerned.includes(account) ? null : 'only administrators, and the people it speaks of, decide';
}
