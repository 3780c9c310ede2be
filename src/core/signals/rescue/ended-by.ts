import { oncePerScene } from '#core/scene/once-per-scene.ts';
import { isHuman } from '#core/signals/people-of-areas.ts';
import type { IncidentCase } from '#core/scene/incident-case.ts';
import { NO_SCENE_AREA } from '#core/scene/area-row.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { PersonId } from '#core/terms/person.ts';

/** Before this hour, and from the other on, it is night where somebody lives (R086). */
const MORNING = 7;
const EVENING = 22;

/**
 * Who ended an incident, not who was on the rota for it: whoever it says resolved it; but if they left no other trace and exactly one other human
 * did something, that one; and if it says nobody, whoever acted last. Null: it ended by itself, or nothing says who did.
 */
export function endedBy(scene: Scene, { auto, resolvedAt, resolvedBy, acted }: IncidentCase): PersonId | null {
  if (auto || resolvedAt === null) return null;
  const people = new Set(acted.filter(({ person, at }) => isHuman(scene, person) && at <= resolvedAt).map(({ person }) => person));
  const [only] = people;
  if (isHuman(scene, resolvedBy) && (people.has(resolvedBy) || people.size !== 1)) return resolvedBy;
  if (people.size === 1) return only!;
  const last = acted.reduce<number>(
    (latest, { at, person }) => (people.has(person) && at <= resolvedAt ? Math.max(latest, at) : latest),
    -1,
  );
  const latest = new Set(acted.filter(({ at, person }) => at === last && people.has(person)).map(({ person }) => person));
  return latest.size === 1 ? [...latest][0]! : null;
}

/** An incident that somebody ended, in an area. */
export interface EndedIncident {
  readonly incident: IncidentCase;
  readonly at: number;
  readonly by: PersonId;
}

/** In time order. */
export const endedIncidents = oncePerScene((scene: Scene): readonly EndedIncident[] =>
  scene.incidents
    .flatMap((incident) => {
      const by = endedBy(scene, incident);
      return by === null || incident.area === NO_SCENE_AREA ? [] : [{ incident, at: incident.openedAt, by }];
    })
    .toSorted((a, b) => a.at - b.at || (a.incident.item < b.incident.item ? -1 : 1)),
);

/** Whether it is between 22:00 and 07:00 where somebody is; judged in UTC where nothing says where that is. */
export function isNight(scene: Scene, person: PersonId, at: number): boolean {
  const hour = (((at / 3600 + (scene.people[person]?.zone ?? 0) / 60) % 24) + 24) % 24;
  return hour >= EVENING || hour < MORNING;
}

/** Night of somebody, by number: evening and morning after belong together. */
export function nightOf(scene: Scene, person: PersonId, at: number): number {
  return Math.floor((at / 3600 + (scene.people[person]?.zone ?? 0) / 60 + 24 - EVENING) / 24);
}
