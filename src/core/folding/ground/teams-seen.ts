import type { FactOf } from '#core/facts/fact.ts';
import type { Naming } from '#core/facts/told.ts';
import type { TeamSeen } from '#core/joins/teams/team-seen.ts';
import type { PeopleJoined } from '#core/joins/people/join-people.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Stay } from './stays-in-teams.ts';

export interface TeamsTold {
  readonly at: Moment;
  /** Where facts are. */
  readonly places: ReadonlySet<string>;
  readonly namings: readonly Naming[];
  readonly stays: readonly Stay[];
  readonly declared: readonly FactOf<'declared'>[];
  readonly rights: readonly FactOf<'right-held'>[];
  readonly people: PeopleJoined;
}

/** Every name of a team that facts speak of: where they are, as an owner, as what a right comes by. In alphabetical order. */
export function teamsSeen(told: TeamsTold): readonly TeamSeen[] {
  const names = Map.groupBy(told.namings, ({ of }) => of as string);
  const members = Map.groupBy(told.stays, ({ team }) => team as string);
  const spoken = [
    ...told.places,
    ...told.namings.flatMap(({ of, sameAs = [] }) => [of, ...sameAs]),
    ...told.declared.flatMap(({ detail }) => detail?.owner ?? []),
    ...told.rights.flatMap(({ actor, detail }) => [...(actor === undefined ? [] : [actor]), ...throughOf(detail)]),
  ];
  return [...new Set(spoken.filter(isTeam))].toSorted().map((place) => {
    const own = names.get(place) ?? [];
    return {
      place,
      names: [...new Set(own.flatMap(({ name }) => name ?? []))].toSorted(),
      sameAs: [...new Set(own.flatMap(({ sameAs = [] }) => sameAs.filter(isTeam)))].toSorted(),
      ...membersOf(members.get(place) ?? [], told),
    };
  });
}

function isTeam(place: string): boolean {
  return place.startsWith('team:') && place.length > 'team:'.length;
}

function throughOf(detail: FactOf<'right-held'>['detail']): readonly string[] {
  return detail?.through === undefined ? [] : [teamThrough(detail.through)];
}

/** The team that a right comes by, as its source names it. */
export function teamThrough(through: string): string {
  return through.startsWith('team:') ? through : `team:${through}`;
}

/** Who is in it now; where nobody is any more, whoever was. */
function membersOf(stays: readonly Stay[], { at, people: { personOf } }: TeamsTold): Pick<TeamSeen, 'members' | 'vendors'> {
  const now = stays.filter(({ from, to }) => from <= at && at < to);
  const counted = now.length > 0 ? now : stays;
  return {
    members: new Set(counted.flatMap(({ actor }) => personOf.get(actor) ?? [])),
    vendors: new Set(counted.map(({ actor }) => vendorOf(actor))),
  };
}

/** By whose accounts somebody is known. */
export function vendorsOf({ personOf }: PeopleJoined): (person: PersonId) => ReadonlySet<string> {
  const vendors = new Map<PersonId, Set<string>>();
  for (const [handle, person] of personOf) {
    const known = vendors.get(person);
    if (known === undefined) vendors.set(person, new Set([vendorOf(handle)]));
    else known.add(vendorOf(handle));
  }
  return (person) => vendors.get(person) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();

function vendorOf(handle: string): string {
  return handle.slice(0, handle.indexOf(':'));
}
