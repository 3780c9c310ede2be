import type { RightKind } from '#core/facts/fact-details.ts';
import type { AreaRow } from '#core/scene/area-row.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { PersonId } from '#core/terms/person.ts';
import { isHeld } from './facet-verdict.ts';

/** A right of an area with at most one present holder. */
export interface SoleRight {
  readonly area: AreaRow;
  readonly right: RightKind;
  /** Nobody where all who held it have left or are away. */
  readonly holder: PersonId | null;
}

/**
 * # Rights that one person holds
 *
 * What it says: what only one account may do: merge, deploy, administer, open the console, read a secret, be paged.
 *
 * Formula: for each area and right that anybody ever held there: present holders = humans who hold it now, have not left, and are not among those
 * away; listed where there are fewer than two.
 *
 * Reading: each line is something that two people may know and one may do.
 *
 * Source: R029 (N−1 on permissions, not only on knowledge).
 *
 * Weakness: rights of machines and emergency accounts are not counted; a right given through a group that was not read is not seen.
 */
export function soleRights({ areas, rights, people, at }: Scene, away: ReadonlySet<PersonId> = new Set()): readonly SoleRight[] {
  const places = Map.groupBy(
    rights.filter(({ area }) => area >= 0),
    ({ area, right }) => `${area} ${right}`,
  );
  const sole = [...places.values()].flatMap((held): SoleRight[] => {
    const { area, right } = held[0]!;
    const holders = new Set(held.filter((one) => isHeld(one, at) && isPresent(one.person)).map(({ person }) => person));
    return holders.size < 2 ? [{ area, right, holder: [...holders][0] ?? null }] : [];
  });
  return sole.toSorted((a, b) => a.area - b.area || (a.right < b.right ? -1 : 1)).filter(({ area }) => areas[area] !== undefined);

  function isPresent(person: PersonId): boolean {
    const { kind, leftAt } = people[person]!;
    return kind === 'human' && !away.has(person) && (leftAt === undefined || leftAt > at);
  }
}
