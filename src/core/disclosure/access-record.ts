import type { Moment } from '#core/terms/moment.ts';
import type { Sight, Topic } from '#core/policy/roles.ts';
import { sightOf } from '#core/policy/sight-of.ts';
import type { Viewer } from '#core/policy/viewer.ts';

/** That somebody looked, or was refused. Append-only; people and accounts stand in it by key, never by name. */
export interface AccessRecord {
  readonly id: string;
  readonly at: Moment;
  /** Key of the account or token that asked. */
  readonly by: string;
  /** Key of the token by which the account asked; absent where somebody was signed in. */
  readonly through?: string;
  /** What the account is called, where it is a service: a program, and no person. */
  readonly service?: string;
  readonly question: string;
  readonly topics: readonly Topic[];
  /** Keys of the people whom the answer spoke of one by one; empty for answers about areas. */
  readonly subjects: readonly string[];
  readonly outcome: 'answered' | 'refused';
  readonly sight: Sight;
  /** Why names were opened, where four eyes opened them. */
  readonly reason?: string;
}

/** Who reads the log: their own key, and what they may see. */
export interface LogReader {
  readonly key: string;
  readonly viewer: Viewer;
}

/**
 * The records that somebody may read, as they may read them. A subject sees everything that concerns them, without the other
 * subjects; whoever asked sees that they asked, without its subjects; the council sees all. Nobody else sees anything.
 */
export function recordsFor({ key, viewer }: LogReader, records: readonly AccessRecord[]): readonly AccessRecord[] {
  if (sightOf(viewer, 'log') === 'everything') return records;
  if (sightOf(viewer, 'ownLog') !== 'everything') return [];
  return records.flatMap((record) => {
    const concerned = record.subjects.includes(key);
    return concerned || record.by === key ? [{ ...record, subjects: concerned ? [key] : [] }] : [];
  });
}

/** Whether a question must be on record before its answer leaves: whatever speaks of somebody, and every refusal. */
export function mustBeRecorded({ topics, outcome }: Pick<AccessRecord, 'topics' | 'outcome'>): boolean {
  return outcome === 'refused' || topics.some((topic) => SPEAKS_OF_SOMEBODY.has(topic));
}

const SPEAKS_OF_SOMEBODY: ReadonlySet<Topic> = new Set([
  'self',
  'person',
  'shared',
  'helpers',
  'signals',
  'identities',
  'log',
  'evidence',
  'transfers',
]);
