import type { PersonRecord } from '#core/evidence/evidence.ts';
import type { Handle } from '#core/facts/fact.ts';
import { openUnion, type Union } from '#core/identity/union.ts';
import type { PersonId } from '#core/terms/person.ts';
import { keysOfHandle, keysOfPerson, type SomebodyKeys } from './handle-keys.ts';
import type { HandleSeen } from './handles-seen.ts';
import type { JoinRule } from '#core/joins/join-rules.ts';
import type { JoinWishes } from '#core/joins/join-words.ts';
import { spellingFits } from './spelling-of.ts';

export interface PeopleToJoin {
  readonly people: readonly PersonRecord[];
  /** In alphabetical order. */
  readonly handles: readonly HandleSeen[];
  /** Whether a person of the history acted in a repository, as sources name it. */
  readonly worksIn: (person: PersonId, repository: string) => boolean;
  /** Persons who wrote the commits that changes opened under a handle became. */
  readonly wrote: (handle: Handle) => ReadonlySet<PersonId>;
  readonly wishes: JoinWishes;
}

/** Everybody who is compared: rows of the history first, then handles. */
export interface PeopleTable extends PeopleToJoin {
  readonly keys: readonly SomebodyKeys[];
  readonly union: Union<JoinRule>;
}

export function openTable(order: PeopleToJoin): PeopleTable {
  const { people, handles, wishes } = order;
  const refused = wishes.different
    .filter(({ kind }) => kind === 'person')
    .flatMap((wish) => rowsOf(order, wish.from).flatMap((left) => rowsOf(order, wish.to).map((right) => [left, right] as const)))
    .filter(([left, right]) => left !== right);
  return {
    ...order,
    keys: [...people.map(keysOfPerson), ...handles.map(keysOfHandle)],
    union: openUnion(people.length + handles.length, refused),
  };
}

/** Rows that a handle or a spelling means. */
export function rowsOf({ people, handles }: PeopleToJoin, text: string): readonly number[] {
  const handle = handles.findIndex((one) => one.handle === text);
  if (handle >= 0) return [people.length + handle];
  return people.flatMap((person, row) => (spellingFits(person, text) ? [row] : []));
}
