import type { ReplyOf } from '#contract/operations.ts';

export type ClaimState = ReplyOf<'see-claim'>['state'];

/** What became of what somebody said. */
export const STATE_WORDS: Readonly<Record<ClaimState, string>> = {
  proposed: 'waits for somebody else’s word',
  confirmed: 'confirmed',
  refused: 'refused',
  withdrawn: 'taken back',
};
