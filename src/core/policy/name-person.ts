import type { Evidence } from '#core/evidence/evidence.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Viewer } from './viewer.ts';

/** The only way from a person's row to words: the name on somebody's own machine, a role everywhere else. */
export function namePerson(evidence: Evidence, person: PersonId, viewer: Viewer): string {
  const { name, emails, kind } = evidence.people[person]!;
  if (maySeeNames(viewer)) return name || emails[0] || 'somebody without a name';
  return kind === 'human' ? 'one carrier' : kind === 'bot' ? 'a bot' : 'an AI agent';
}

export function maySeeNames(viewer: Viewer): boolean {
  return viewer.mode === 'solo';
}
