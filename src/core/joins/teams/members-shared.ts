import type { PersonId } from '#core/terms/person.ts';
import type { TeamSeen } from './team-seen.ts';

/** Of the members whom both sources could know, how many are in both teams; `of`: those of the smaller team. */
export interface MembersShared {
  readonly shared: number;
  readonly of: number;
  /** All of either team whom both sources could know. */
  readonly together: number;
}

/** Share of the smaller team from which on members say that two teams are one. Ours: half of a team may have changed since one of the lists was written. */
const LEAST_SHARED = 0.5;

/**
 * Null where the members say nothing: one of the lists is empty, or its people are not known by any account that the other list is written in.
 * Whoever could not be in the other list is no sign that the teams are two.
 */
export function membersShared(one: TeamSeen, other: TeamSeen, vendorsOf: (person: PersonId) => ReadonlySet<string>): MembersShared | null {
  const left = knownAlsoBy(one, other.vendors, vendorsOf);
  const right = knownAlsoBy(other, one.vendors, vendorsOf);
  if (left.length === 0 || right.length === 0) return null;
  const shared = left.filter((person) => other.members.has(person)).length;
  return { shared, of: Math.min(left.length, right.length), together: left.length + right.length - shared };
}

function knownAlsoBy(
  { members }: TeamSeen,
  vendors: ReadonlySet<string>,
  vendorsOf: (person: PersonId) => ReadonlySet<string>,
): readonly PersonId[] {
  return [...members].filter((person) => [...vendorsOf(person)].some((vendor) => vendors.has(vendor)));
}

export function areMostlyShared({ shared, of }: MembersShared): boolean {
  return shared >= LEAST_SHARED * of;
}
