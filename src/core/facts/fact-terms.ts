import type { Moment } from '#core/terms/moment.ts';
import type { Fact } from './fact.ts';
import { type FactFamily, familyOf } from './fact-kinds.ts';

/**
 * Which term of retention ends facts that name somebody. What somebody did to a system is evidence of what they know; what happened to them
 * (was paged, was away, sat in a meeting) is an event; who wrote to whom is a message and ends first.
 */
export const TERM_OF_FAMILY = {
  changes: 'evidence',
  issues: 'evidence',
  rights: 'events',
  incidents: 'events',
  rota: 'events',
  absences: 'events',
  calendar: 'events',
  catalog: 'events',
  decisions: 'evidence',
  documents: 'evidence',
  chat: 'messages',
  tickets: 'events',
  recognition: 'events',
  people: 'events',
  deployments: 'evidence',
} as const satisfies Readonly<Record<FactFamily, 'evidence' | 'events' | 'messages'>>;

/** Families whose facts hold until something else is said: their term runs from their end, and never while they have none. */
export const LASTING_FAMILIES: readonly FactFamily[] = ['rights', 'people', 'catalog'];

export type FactTerm = (typeof TERM_OF_FAMILY)[FactFamily];

/** The term that a fact has passed; none for what names nobody, and for what still holds, however old. `ends`: before which moment facts of each term are over. */
export function termPassed(
  { kind, actor, other, at, until }: Pick<Fact, 'kind' | 'actor' | 'other' | 'at' | 'until'>,
  ends: Readonly<Record<FactTerm, Moment>>,
): FactTerm | undefined {
  if (actor === undefined && other === undefined) return undefined;
  const family = familyOf(kind);
  const over = until ?? (LASTING_FAMILIES.includes(family) ? undefined : at);
  const term = TERM_OF_FAMILY[family];
  return over !== undefined && over < ends[term] ? term : undefined;
}
