import type { Scene } from '#core/scene/scene.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** Teams (by index) to which somebody belongs at a moment. */
export function memberships({ teams }: Scene): (person: PersonId, at: Moment) => readonly number[] {
  const all = teams.flatMap(({ members }, team) => members.map((member) => ({ ...member, team })));
  const known = Map.groupBy(all, ({ person }) => person);
  return (person, at) => [...new Set((known.get(person) ?? []).filter(({ from, to }) => from <= at && at < to).map(({ team }) => team))];
}
