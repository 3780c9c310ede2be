import type { AreaRow } from '#core/scene/area-row.ts';
import type { Scene } from '#core/scene/scene.ts';
import { DAY, type Moment, type Window } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** For how long a review or a decision shows that somebody can, days. */
export const SHOWN_DAYS = 365;

type Held = Window & { readonly person: PersonId };

/**
 * Who was able to do something in an area at a moment: evidence and right together. Evidence: `shown` (moments at which somebody did it) of
 * the year before, or knowing the area now. Right: whoever may merge there; where no such right is recorded, nobody is kept out by it.
 */
export function ablePeople(scene: Scene, shown: readonly Shown[]): (area: AreaRow, at: Moment) => ReadonlySet<PersonId> {
  const moments = byAreaAndPerson(shown);
  const rights = mergeRights(scene);
  return (area, at) => {
    const able = new Set<PersonId>();
    const held = rights.get(area);
    const may = (person: PersonId): boolean =>
      isHere(scene, person, at) && (held === undefined || held.some((one) => one.person === person && one.from <= at && at < one.to));
    for (const person of scene.areas[area]?.carriers ?? []) if (may(person)) able.add(person);
    for (const [person, at_] of moments.get(area) ?? [])
      if (at_.some((one) => one < at && one >= at - SHOWN_DAYS * DAY) && may(person)) able.add(person);
    return able;
  };
}

export interface Shown {
  readonly area: AreaRow;
  readonly person: PersonId;
  readonly at: Moment;
}

function byAreaAndPerson(shown: readonly Shown[]): ReadonlyMap<AreaRow, ReadonlyMap<PersonId, readonly Moment[]>> {
  const moments = new Map<AreaRow, Map<PersonId, Moment[]>>();
  for (const { area, person, at } of shown) {
    const people = moments.get(area) ?? new Map<PersonId, Moment[]>();
    moments.set(area, people);
    const of = people.get(person);
    if (of === undefined) people.set(person, [at]);
    else of.push(at);
  }
  return moments;
}

function mergeRights(scene: Scene): ReadonlyMap<AreaRow, readonly Held[]> {
  const rights = new Map<AreaRow, Held[]>();
  for (const held of scene.rights) {
    if (held.right !== 'merge' && held.right !== 'administer') continue;
    const known = rights.get(held.area);
    if (known === undefined) rights.set(held.area, [held]);
    else known.push(held);
  }
  return rights;
}

function isHere(scene: Scene, person: PersonId, at: Moment): boolean {
  const { kind, leftAt = Infinity } = scene.people[person]!;
  return kind === 'human' && at < leftAt;
}

/** Absences by person. */
export function absencesOf(scene: Scene): (person: PersonId) => readonly Window[] {
  const away = Map.groupBy(scene.absences, ({ person }) => person);
  return (person) => away.get(person) ?? [];
}
