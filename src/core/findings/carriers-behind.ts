import { standingOf } from '#core/because/standing-of.ts';
import { findArea } from '#core/lookup/find-area.ts';
import type { PersonId } from '#core/terms/person.ts';
import { judge } from '#core/world/judge.ts';
import type { World } from '#core/world/world.ts';

/** Who stands behind an area: its carriers, or where it has none those who know part of it or knew it. */
export interface CarriersBehind {
  readonly area: string;
  readonly name: string;
  /** By row, which says nothing of how much anybody knows. */
  readonly people: readonly PersonId[];
}

/** Of each area that was asked for, by id or name, once; in the order of the areas. */
export function carriersBehind(world: World, asked: readonly string[]): readonly CarriersBehind[] {
  const rows = new Set(asked.map((word) => findArea(world.partition, word)));
  const { knowing } = judge(world);
  return [...rows]
    .toSorted((a, b) => a - b)
    .map((row) => {
      const { id, name } = world.partition.areas[row]!;
      return { area: id, name, people: meantBy(world, knowing[row]!) };
    });
}

type Knowing = ReturnType<typeof judge>['knowing'][number];

/** Whom people mean who work there: those who know it; where nobody does, those who know part of it or knew it. */
export function meantBy({ settings }: World, knowing: Knowing): readonly PersonId[] {
  const known = knowing.map((one) => ({ person: one.person, standing: standingOf(one, settings) }));
  const firm = known.filter(({ standing }) => standing === 'knows it');
  const rest = known.filter(({ standing }) => standing === 'knows part of it' || standing === 'knew it, seldom here');
  return (firm.length > 0 ? firm : rest).map(({ person }) => person).toSorted((a, b) => a - b);
}
