import type { JoinWishes } from '#core/joins/join-words.ts';
import type { PersonId } from '#core/terms/person.ts';

/** A team as one source names it. */
export interface TeamSeen {
  /** `team:github.com/acme/payments`, `team:default/payments`, `team:payments`. */
  readonly place: string;
  readonly names: readonly string[];
  /** Teams that the source says are the same. */
  readonly sameAs: readonly string[];
  /** Who is in it now; where nobody is any more, whoever was. */
  readonly members: ReadonlySet<PersonId>;
  /** What its members are called by: `github`, `backstage`, `mail`. */
  readonly vendors: ReadonlySet<string>;
}

export interface TeamsToJoin {
  /** In alphabetical order. */
  readonly teams: readonly TeamSeen[];
  /** By whose accounts somebody is known. */
  readonly vendorsOf: (person: PersonId) => ReadonlySet<string>;
  readonly wishes: JoinWishes;
}
