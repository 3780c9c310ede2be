import type { Scene } from '#core/scene/scene.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** Teams (by index) to which somebody belongs at a moment. */
export function memberships({ teams }: Scene): (person: PersonId, at: Moment) => readonly number[] {
  const all = teams.flatMap(({ members }, team) => members.map((member) => ({ ...member, team })));
  const known = Map.groupBy(all, ({ person }) => person);
  return (person, at) => {
    const own = new Set<number>();
    for (const { from, to, team } of known.get(person) ?? []) if (from <= at && at < to) own.add(team);
    return own.size === 0 ? NONE : [...own];
  };
}

const NONE: readonly number[] = [];

/** What people took part in, by the teams that they then belonged to. */
export function byTeams<One extends { readonly at: Moment; readonly people: readonly PersonId[] }>(
  scene: Scene,
  cases: readonly One[],
): ReadonlyMap<number, readonly One[]> {
  const teamsOf = memberships(scene);
  const ofTeam = new Map<number, One[]>();
  for (const one of cases)
    for (const team of new Set(one.people.flatMap((person) => teamsOf(person, one.at)))) {
      const known = ofTeam.get(team);
      if (known === undefined) ofTeam.set(team, [one]);
      else known.push(one);
    }
  return ofTeam;
}
