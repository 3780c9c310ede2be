import type { Join } from './join-rules.ts';

/** A join, and whoever would say a word of it. */
export interface JoinSpeaking {
  /** What they may do, as policy says. */
  readonly right: 'nothing' | 'sees' | 'own' | 'decides';
  readonly state: Join['state'];
  /** The last word of it was theirs. */
  readonly saidThemself: boolean;
}

export type JoinSays = 'confirm' | 'reject' | 'undo';

/** Why somebody may not say this of a join; null where they may. Nobody alone makes more of a suggestion about themself. */
export function joinWordProblem({ right, state, saidThemself }: JoinSpeaking, says: JoinSays): string | null {
  if (right === 'nothing' || right === 'sees') return 'only administrators, and whom it speaks of, decide';
  if (says === 'undo') {
    if (state === 'guessed' || state === 'suggested') return 'nothing was said of it';
    return right === 'decides' || saidThemself ? null : 'somebody else said so, and they or another administrator take it back';
  }
  if (state === (says === 'confirm' ? 'confirmed' : 'rejected')) return `it is ${state} already`;
  if (says === 'reject' || right === 'decides' || state === 'guessed') return null;
  return 'nobody alone confirms of themself what is only suggested; an administrator can';
}
