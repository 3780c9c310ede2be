import type { Scene } from '#core/scene/scene.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** Whether somebody is on call at a moment, for whatever area. */
export function onShift({ shifts }: Scene): (person: PersonId, at: Moment) => boolean {
  const known = Map.groupBy(shifts, ({ person }) => person);
  return (person, at) => (known.get(person) ?? []).some(({ from, to }) => from <= at && at < to);
}
