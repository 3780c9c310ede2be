import type { Evidence } from '#core/evidence/evidence.ts';
import type { PersonId } from '#core/terms/person.ts';

/** What stands for somebody where no word of theirs may stand: the marks of all their addresses. */
export type MarksOfPerson = (person: PersonId, mark: (word: string) => string) => readonly string[];

/** Taken from evidence before it is redacted. Out come marks only: whoever makes them decides how they are salted. */
export function marksOfPeople({ people }: Pick<Evidence, 'people'>): MarksOfPerson {
  const addresses = people.map(({ emails }) => emails);
  return (person, mark) => [...new Set(addresses[person]!.map((address) => mark(address)))];
}
