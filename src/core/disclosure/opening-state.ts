import { HOUR, type Moment } from '#core/terms/moment.ts';
import type { Role } from '#core/policy/roles.ts';

/** That names behind one finding be opened under a works agreement, for a stated reason and a short time. */
export interface Opening {
  readonly askedBy: string;
  readonly askedAt: Moment;
  readonly reason: string;
  /** Keys of the people whose names would be seen. */
  readonly subjects: readonly string[];
  readonly words: readonly { readonly by: string; readonly role: Role; readonly at: Moment; readonly says: 'yes' | 'no' }[];
}

export type OpeningState = 'waiting' | 'open' | 'over' | 'refused';

/** Two different people, neither the one who asks nor a subject, one of them of the council. */
const EYES = 2;
/** A request that nobody decides on in this time is over, and so are names that were opened. */
export const WAITS = 72 * HOUR;
export const LASTS = 24 * HOUR;
/** A reason shorter than this says nothing. */
export const LEAST_REASON = 20;

/** What four eyes have decided by now; one no is enough to refuse. */
export function openingState(opening: Opening, now: Moment): OpeningState {
  const { askedAt, reason } = opening;
  const words = wordsThatCount(opening, now);
  if (reason.trim().length < LEAST_REASON || words.some(({ says }) => says === 'no')) return 'refused';
  const opened = openedAt(words);
  if (opened === null) return now < askedAt + WAITS ? 'waiting' : 'over';
  return now < opened + LASTS ? 'open' : 'over';
}

function wordsThatCount({ askedBy, askedAt, subjects, words }: Opening, now: Moment): Opening['words'] {
  return words.filter(({ by, at }) => by !== askedBy && !subjects.includes(by) && at >= askedAt && at < askedAt + WAITS && at <= now);
}

/** When the last word came that was needed; null as long as one is missing. */
function openedAt(words: Opening['words']): Moment | null {
  const first = [...Map.groupBy(words, ({ by }) => by).values()].map((own) => own.reduce((a, b) => (b.at < a.at ? b : a)));
  const council = first.filter(({ role }) => role === 'council').map(({ at }) => at);
  if (first.length < EYES || council.length === 0) return null;
  const byTime = first.map(({ at }) => at).sort((a, b) => a - b);
  return Math.max(byTime[EYES - 1]!, Math.min(...council));
}
