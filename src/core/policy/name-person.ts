import type { Evidence, PersonRecord } from '#core/evidence/evidence.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Viewer } from './viewer.ts';

/** What stands for somebody where their name may not. */
export const NAMELESS: Readonly<Record<PersonRecord['kind'], string>> = { human: 'one carrier', bot: 'a bot', agent: 'an AI agent' };

/** From a person's row to words: the name on somebody's own machine, a role everywhere else. */
export function namePerson(evidence: Evidence, person: PersonId, viewer: Viewer): string {
  const { name, emails, kind } = evidence.people[person]!;
  if (maySeeNames(viewer)) return name || emails[0] || 'somebody without a name';
  return NAMELESS[kind];
}

export function maySeeNames(viewer: Viewer): boolean {
  return viewer.mode === 'solo';
}
