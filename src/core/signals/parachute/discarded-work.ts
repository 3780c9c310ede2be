import { isHuman, peopleOfAreas } from '#core/signals/people-of-areas.ts';
import { inAreasAndWhole } from '#core/signals/spots/areas-and-whole.ts';
import type { CountedCase, ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { ChangeCase } from '#core/scene/change-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import { DAY } from '#core/terms/moment.ts';
import { shapingChanges } from './shaping-changes.ts';

/** Another change makes one needless if it was merged so shortly before or after it was closed. */
const AROUND = 14 * DAY;
/** A change that was closed on the day it was opened was a mistake or a try. */
const LIVED = DAY;

/**
 * # Work that was not needed any more
 * What it says: changes of the people of an area are closed because somebody from elsewhere has merged another one.
 * Formula: hits ÷ n. n = changes of an area by its own people that were merged or closed. Hit = closed after a day or more, and within 14 days
 *   before or after that a change that landed from outside (see shaping-changes.ts), opened after it, closed an issue that its author had held.
 *   A closed change of which nothing says where it belongs (its branch is gone, and few sources tell its paths) counts where the other landed. Raised when the low end passes 10 %: one in ten (product's choice). Closed changes without such another are not hits.
 * Reading: high = their work might not be needed tomorrow; low = what is begun is finished or dropped by those who began it.
 * Source: essay B, “Their Work might not be needed tomorrow” (R025).
 * Weakness: only issues tell that two changes are about the same thing; what is dropped for other reasons and lies nowhere is not in n; whether its author agreed is not known, so it opens a question.
 */
export const discardedWork: Signal = {
  id: 'discarded-work',
  name: 'Work that was not needed any more',
  requirements: ['R025'],
  asks: 'Are changes of the people of an area closed because somebody from elsewhere merged another one?',
  needs: ['changes', 'issues'],
  measures: 'own changes closed around another one from elsewhere about the same issue ÷ own changes that were merged or closed',
  unit: 'share',
  move: 'Ask whoever has begun before beginning; review their draft instead of writing another.',
  personal: false,
  limits: { threshold: 0.1, least: 8, days: 365, risen: false },
  find: (scene, limits) => inAreasAndWhole({ scene, needs: discardedWork.needs, limits, say }, ownCases(scene)),
};

function say({ shows, n, place, before }: ShareTold): string {
  return `${shows} of ${n} changes by the people of ${place} were closed after somebody from elsewhere had solved the same issue${before}.`;
}

function ownCases(scene: Scene): readonly CountedCase[] {
  const { belongs } = peopleOfAreas(scene);
  const landed = new Map(shapingChanges(scene).flatMap((one) => (one.from === 'area' ? [] : [[one.change.item, one.change] as const])));
  const replaced = replacements(scene, landed);
  return scene.changes.flatMap((change) => {
    const { item, author, areas, mergedAt, closedAt, agent } = change;
    const at = mergedAt ?? closedAt;
    const by = mergedAt === null ? replaced(change) : null;
    const area = areas[0] ?? by?.areas[0];
    if (at === null || area === undefined || agent || landed.has(item) || !belongs({ person: author, area, at })) return [];
    const concerns = by === null ? [] : [author, by.author].filter((person) => isHuman(scene, person));
    return [{ item, at, area, shows: by !== null, note: 'closed after another had solved the same issue', concerns }];
  });
}

/** The landing that made a change needless, if there is one. */
function replacements(scene: Scene, landed: ReadonlyMap<string, ChangeCase>): (change: ChangeCase) => ChangeCase | null {
  const held = Map.groupBy(
    scene.issues.flatMap(({ byChange, holders }) =>
      byChange !== null && landed.has(byChange) ? holders.map(({ person }) => ({ person, byChange })) : [],
    ),
    ({ person }) => person,
  );
  return (discarded) => {
    const { author, openedAt, closedAt } = discarded;
    if (closedAt === null || closedAt - openedAt < LIVED) return null;
    const about = (held.get(author) ?? []).map(({ byChange }) => landed.get(byChange)!);
    return (
      about.filter((other) => isInstead(other, discarded)).toSorted((a, b) => a.mergedAt! - b.mergedAt! || (a.item < b.item ? -1 : 1))[0] ??
      null
    );
  };
}

function isInstead(other: ChangeCase, { author, openedAt, closedAt, areas }: ChangeCase): boolean {
  const soon = Math.abs(other.mergedAt! - closedAt!) <= AROUND;
  const there = areas.length === 0 || other.areas[0] === areas[0];
  return soon && there && other.author !== author && other.openedAt > openedAt;
}
