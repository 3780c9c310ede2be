import type { PersonId } from '#core/terms/person.ts';
import { judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';
import { meantBy } from './carriers-behind.ts';

/** An area in whose finding one person can be recognised. */
export interface PersonalArea {
  readonly area: string;
  readonly name: string;
  readonly person: PersonId;
}

/** Areas that one person carries, or that only one ever knew, in their usual order: whoever works there knows who is meant. */
export function personalAreas(world: World): readonly PersonalArea[] {
  const { rows, knowing } = judge(world);
  return rows.flatMap(({ id, area, verdict }, row) => {
    if (verdict === 'not judged') return [];
    const meant = meantBy(world, knowing[row]!);
    return meant.length === 1 ? [{ area: id, name: area, person: meant[0]! }] : [];
  });
}
