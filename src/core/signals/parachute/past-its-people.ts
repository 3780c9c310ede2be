import { isHuman, peopleOfAreas } from '#core/signals/people-of-areas.ts';
import { type CountedCase, shareReadings, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { ChangeCase } from '#core/scene/change-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import { DAY, type Window } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { mergedChanges } from './merged-changes.ts';

/**
 * # Changes without the people of the area
 * What it says: an area is changed without its own people: they neither write, review nor merge.
 * Formula: hits ÷ n. n = merged changes of an area where somebody was of it at the time (worked there on three days of half a year, or is in its
 *   team and does not lead), automations left out. Hit = nobody of the area wrote it, approved it, reviewed it with substance or merged it; or its
 *   branch rules were bypassed by somebody who is not of the area; where it has a team, such changes make nobody of it. Raised when the low end passes 25 % (product's choice).
 * Reading: high = whoever holds the area holds it only until somebody is in a hurry; low = nothing passes without its people.
 * Source: essay B, “Their Ownership is temporary” (R026). Who works there counts, not what an ownership file says.
 * Weakness: consent that was given aloud is not seen; teams that agreed to merge without review look the same.
 */
export const pastItsPeople: Signal = {
  id: 'past-its-people',
  name: 'Changes without the people of the area',
  requirements: ['R026', 'R037'],
  asks: 'Is an area changed without its own people?',
  needs: ['changes'],
  measures: 'merged changes that nobody of the area wrote, reviewed or merged ÷ merged changes',
  unit: 'share',
  move: 'Let somebody of the area merge what others write there, and take away the right to bypass its rules.',
  personal: false,
  limits: { threshold: 0.25, least: 8, days: 90, risen: false },
  find: (scene, limits) => shareReadings({ scene, needs: pastItsPeople.needs, limits, say }, changeCases(scene)),
};

function say({ shows, n, place, before }: ShareTold): string {
  return `${shows} of ${n} changes in ${place} were neither written, reviewed nor merged by anybody who works there${before}.`;
}

/** In time order: where an area has a team, what passed it by makes nobody of the area. */
function changeCases(scene: Scene): readonly CountedCase[] {
  const { belongs, isHeld } = peopleOfAreas(scene);
  const passed = new Map<number, Window[]>();
  return mergedChanges(scene).flatMap((change) => {
    const { item, author, mergedAt, areas, firstCommitAt, openedAt } = change;
    const at = mergedAt!;
    const area = areas[0]!;
    if (!isHeld(area, at)) return [];
    const key = (person: PersonId): number => area * scene.people.length + person;
    const isOf = (person: PersonId | null): boolean =>
      isHuman(scene, person) && belongs({ person, area, at, except: passed.get(key(person)) });
    const shows = !isOf(author) && (!consented(change, isOf) || (change.override && !isOf(change.mergedBy)));
    if (shows && scene.areas[area]!.teams.length > 0)
      passed.set(key(author), [
        ...(passed.get(key(author)) ?? []),
        { from: Math.min(firstCommitAt ?? openedAt, openedAt) - DAY, to: at + DAY },
      ]);
    return [{ item, at, area, shows, note: 'without anybody of the area', concerns: [] }];
  });
}

function consented({ mergedBy, reviews, mergedAt }: ChangeCase, isOf: (person: PersonId | null) => boolean): boolean {
  const agrees = ({ person, state, substance, at }: ChangeCase['reviews'][number]): boolean =>
    at <= mergedAt! && (state === 'approved' || substance) && isOf(person);
  return isOf(mergedBy) || reviews.some(agrees);
}
