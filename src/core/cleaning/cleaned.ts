import type { Judged, Judgement } from './judge-commits.ts';
import type { Doers } from '#core/credit/doers.ts';

/** One history after every rule has spoken. */
export interface Cleaned extends Judged {
  readonly judgement: Judgement;
  readonly doers: (commit: number) => Doers;
}
