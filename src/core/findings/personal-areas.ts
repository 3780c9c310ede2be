import { standingOf } from '#core/because/standing-of.ts';
import type { PersonId } from '#core/terms/person.ts';
import { judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';

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
    const known = knowing[row]!.map((one) => ({ person: one.person, standing: standingOf(one, world.settings) }));
    const firm = known.filter(({ standing }) => standing === 'knows it');
    const rest = known.filter(({ standing }) => standing === 'knows part of it' || standing === 'knew it, seldom here');
    const meant = firm.length > 0 ? firm : rest;
    return meant.length === 1 ? [{ area: id, name: area, person: meant[0]!.person }] : [];
  });
}
