import { HOUR, type Moment } from '#core/terms/moment.ts';

/** That the names of those who carry some areas be opened to one person under a works agreement, for a reason and a short time. */
export interface Opening {
  /** Key of the account that asks. */
  readonly askedBy: string;
  readonly askedAt: Moment;
  /** How long, from the moment in which it is agreed to. */
  readonly hours: number;
  readonly words: readonly OpeningWord[];
}

export interface OpeningWord {
  readonly by: string;
  readonly at: Moment;
  readonly says: 'yes' | 'no' | 'withdraw';
}

/** `lapsed`: nobody decided in time. `over`: it was open, and its time has passed. */
export type OpeningState = 'waiting' | 'open' | 'refused' | 'withdrawn' | 'lapsed' | 'over';

/** A request that nobody decides on in this time has lapsed. */
export const WAITS = 72 * HOUR;
/** Names are open for this long at most. */
export const LASTS = 24 * HOUR;
/** A reason shorter than this says nothing. */
export const LEAST_REASON = 20;

export interface OpeningNow {
  readonly state: OpeningState;
  /** From when to when names are open, or were until it ended; null where they never were. */
  readonly open: { readonly from: Moment; readonly until: Moment } | null;
}

/** What has become of it by now. One no closes it at any time, and so does whoever asked. */
export function openingNow({ askedBy, askedAt, hours, words }: Opening, now: Moment): OpeningNow {
  const said = words.filter(({ at }) => at >= askedAt && at <= now);
  const first = (of: (word: OpeningWord) => boolean): Moment => Math.min(...said.filter(of).map(({ at }) => at));
  const yes = first(({ by, says, at }) => says === 'yes' && by !== askedBy && at < askedAt + WAITS);
  const no = first(({ by, says }) => says === 'no' && by !== askedBy);
  const withdrawn = first(({ by, says }) => says === 'withdraw' && by === askedBy);
  const ended = Math.min(no, withdrawn);
  const until = Math.min(yes + Math.min(hours * HOUR, LASTS), ended);
  const open = yes < ended ? { from: yes, until } : null;
  if (ended <= now && (open === null || until === ended)) return { state: no <= withdrawn ? 'refused' : 'withdrawn', open };
  if (open !== null) return { state: now < until ? 'open' : 'over', open };
  return { state: now < askedAt + WAITS ? 'waiting' : 'lapsed', open };
}

/** Who wants to decide on it, and what is known of them. */
export interface Decider {
  readonly account: string;
  /** Marks of the addresses that are theirs. */
  readonly marks: readonly string[];
}

/** Whether these are other eyes than those that ask, and none of those whose names would be seen. Two accounts of one person are one pair of eyes. */
export function areOtherEyes({ account, marks }: Decider, asker: Decider, subjects: readonly string[]): boolean {
  return account !== asker.account && !marks.some((mark) => subjects.includes(mark) || asker.marks.includes(mark));
}
