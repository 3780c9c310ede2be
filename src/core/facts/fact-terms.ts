import type { FactFamily } from './fact-kinds.ts';

/**
 * Which term of retention ends facts that name somebody. What somebody did to a system is evidence of what they know; what happened to them
 * (was paged, was away, sat in a meeting) is an event; who wrote to whom is a message and ends first.
 */
export const TERM_OF_FAMILY: Readonly<Record<FactFamily, 'evidence' | 'events' | 'messages'>> = {
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
};

/** Families whose facts hold until something else is said: their term runs from their end, and never while they have none. */
export const LASTING_FAMILIES: readonly FactFamily[] = ['rights', 'people', 'catalog'];
