import { importantChanges } from '#core/signals/important.ts';
import { isHuman } from '#core/signals/people-of-areas.ts';
import { type CountedCase, shareReadings, type ShareTold } from '#core/signals/share-readings.ts';
import { sessionsOfTwo } from '#core/signals/sessions-of-two.ts';
import type { Signal } from '#core/signals/signal.ts';
import { type AreaRow, NO_SCENE_AREA } from '#core/scene/area-row.ts';
import type { ChangeCase } from '#core/scene/change-case.ts';
import type { Scene } from '#core/scene/scene.ts';
import { DAY } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { type EndedIncident, endedIncidents } from './ended-by.ts';

/** A change that says nothing of its beginning was worked on for so long before it was opened. */
const WORKED_FOR = 7 * DAY;

/**
 * # Senior work that nobody shadows
 * What it says: important work of those who know an area is done with nobody beside them.
 * Formula: hits ÷ n. n = merged important changes by somebody who knows the area (above the threshold of knowledge; where that is not judged, by
 *   anybody), and urgent incidents that such a person ended. Hit = nobody else acted: no commit, comment or review with substance by another
 *   human before it was merged, nobody else who acted in the incident, no session of two in that time. An approval alone is no shadowing. Raised
 *   when the low end passes 60 % (product's choice).
 * Reading: high = what experienced people do is seen by nobody who could learn it; low = somebody is there.
 * Source: essay D, “senior technical work is happening without shadowing or pairing” (R114).
 * Weakness: pairing at one screen leaves a trace only if it is in the calendar or the commit names both.
 */
export const unshadowedWork: Signal = {
  id: 'unshadowed-work',
  name: 'Senior work that nobody shadows',
  requirements: ['R114', 'R099'],
  asks: 'Is important work of those who know an area done with nobody beside them?',
  needs: ['changes'],
  measures: 'important changes and urgent incidents by people who know the area in which nobody else acted ÷ all of those',
  unit: 'share',
  move: 'Invite one person to shadow the next one: they watch, then drive, then lead and explain back.',
  personal: false,
  limits: { threshold: 0.6, least: 8, days: 180, risen: false },
  find: (scene, limits) => shareReadings({ scene, needs: unshadowedWork.needs, limits, say }, seniorCases(scene)),
};

function say({ shows, n, place, before }: ShareTold): string {
  return `In ${shows} of ${n} important changes and urgent incidents in ${place} nobody else acted beside those who know it${before}.`;
}

function seniorCases(scene: Scene): readonly CountedCase[] {
  const together = sessionsOfTwo(scene);
  const knows = (person: PersonId, area: AreaRow): boolean => scene.areas[area]?.carriers?.includes(person) ?? true;
  const changes = importantChanges(scene).flatMap((change) => {
    const { item, mergedAt, author, areas, firstCommitAt, openedAt } = change;
    const area = areas[0] ?? NO_SCENE_AREA;
    if (mergedAt === null || !isHuman(scene, author) || !knows(author, area)) return [];
    const alone = !othersActed(scene, change) && !together(author, { from: firstCommitAt ?? openedAt - WORKED_FOR, to: mergedAt });
    return [{ item, at: mergedAt, area, shows: alone, note: 'an important change with nobody beside it', concerns: [author] }];
  });
  const incidents = endedIncidents(scene).flatMap(({ incident, at, by }) =>
    incident.urgent && knows(by, incident.area)
      ? [
          {
            item: incident.item,
            at,
            area: incident.area,
            shows: actedAlone(scene, { incident, at, by }),
            note: 'an urgent incident with nobody beside it',
            concerns: [by],
          },
        ]
      : [],
  );
  return [...changes, ...incidents];
}

function othersActed(scene: Scene, { author, others, reviews, mergedAt }: ChangeCase): boolean {
  const acted = [...others, ...reviews.filter(({ substance }) => substance)];
  return acted.some(({ person, at }) => person !== author && isHuman(scene, person) && at <= mergedAt!);
}

function actedAlone(scene: Scene, { incident, by }: EndedIncident): boolean {
  return ![...incident.acted, ...incident.roles].some(({ person }) => person !== by && isHuman(scene, person));
}
