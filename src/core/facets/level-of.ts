import { DAY, type Moment } from '#core/terms/moment.ts';
import { knowledgeOf, type Tally } from './tally.ts';

/** None, aware, able with help, able alone. Teaching and teaching to teach want records of transfers, which are not kept yet. */
export type Level = 0 | 1 | 2 | 3;

/** Capped evidence from which on a level is reached; `alone` wants a demonstration besides. */
export const LEVEL_FROM = { aware: 0.1, withHelp: 0.3, alone: 0.6 } as const;
/** Days that a demonstration lasts. */
export const DEMONSTRATION_LASTS = 180;

export interface Standing {
  readonly level: Level;
  /** Capped evidence, 0 to 1. */
  readonly knowledge: number;
  readonly lastDemonstration: Moment | null;
  /** When the level falls if nothing new is seen; null: it does not rest on a demonstration. */
  readonly expires: Moment | null;
}

/** What somebody is able to do in one facet of an area; K ≥ .60 alone is not enough, because nobody has seen them do it alone. */
export function levelOf(tally: Tally): Standing {
  const { at, lastDemonstration } = tally;
  const knowledge = knowledgeOf(tally);
  const fresh = lastDemonstration !== null && at - lastDemonstration <= DEMONSTRATION_LASTS * DAY;
  const level = knowledge >= LEVEL_FROM.alone && fresh ? 3 : knowledge >= LEVEL_FROM.withHelp ? 2 : knowledge >= LEVEL_FROM.aware ? 1 : 0;
  return { level, knowledge, lastDemonstration, expires: level === 3 ? lastDemonstration! + DEMONSTRATION_LASTS * DAY : null };
}
