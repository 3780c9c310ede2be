import type { PersonId } from '#core/terms/person.ts';

/**
 * # The floor of five
 *
 * What it says: whether a figure over a group of people may be let out, given every group over which the same figure was let
 * out before.
 *
 * Formula: the groups let out cut everybody into atoms: people who stand in exactly the same of these groups. A group is let
 * out when afterwards every atom still holds at least 5 people. Each sum, difference or other linear combination of figures
 * that somebody can build from what was let out is constant within an atom, so it speaks of at least 5 people or of nobody.
 *
 * Reading: a group that is refused is not small in itself; together with what is known it would speak of fewer than five.
 *
 * Source: Dinur and Nissim, Revealing information while preserving privacy, PODS 2003, for why single answers cannot be judged
 * alone; the rule itself is the usual cell floor, held against differences (Willenborg and de Waal, Elements of Statistical
 * Disclosure Control, 2001).
 *
 * Weakness: somebody who knows the figures of members of a group themselves can take them off. That a group is refused says
 * that it differs little from another. A figure that everybody of a group shares tells it of each: letOutShares sees to that.
 */
export const FLOOR = 5;

export type Cohort = ReadonlySet<PersonId>;

/** May a figure over this group be let out, when it was let out over those before? */
export function keepsFloor(before: readonly Cohort[], asked: Cohort, floor: number = FLOOR): boolean {
  return asked.size > 0 && smallestAtom([...before, asked]) >= floor;
}

export interface LetOut<Key extends string> {
  /** Keys of groups over which the figure may be told, in the order given. */
  readonly told: readonly Key[];
  readonly kept: readonly Key[];
}

/** Of several groups those that may be let out together; earlier ones come first, so give them in an order that no figure decides. */
export function letOutOf<Key extends string>(
  asked: ReadonlyMap<Key, Cohort>,
  before: readonly Cohort[] = [],
  floor: number = FLOOR,
): LetOut<Key> {
  const known = [...before];
  const told: Key[] = [];
  for (const [key, cohort] of asked)
    if (keepsFloor(known, cohort, floor)) {
      known.push(cohort);
      told.push(key);
    }
  return { told, kept: [...asked.keys()].filter((key) => !told.includes(key)) };
}

/** People of the smallest atom; infinitely many where there is none. */
function smallestAtom(groups: readonly Cohort[]): number {
  const signatures = new Map<PersonId, string>();
  groups.forEach((group, g) => {
    for (const person of group) signatures.set(person, `${signatures.get(person) ?? ''}${g},`);
  });
  const sizes = new Map<string, number>();
  for (const signature of signatures.values()) sizes.set(signature, (sizes.get(signature) ?? 0) + 1);
  return Math.min(...sizes.values());
}
