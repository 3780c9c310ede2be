import type { Scene } from '#core/scene/scene.ts';
import type { Window } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** Whether somebody had a session with others that began in a window, and that was kept. */
export function sessionsOfTwo(scene: Scene): (person: PersonId, window: Window) => boolean {
  const sessions = scene.blocks
    .filter(({ what, kept, takesPart }) => what === 'session' && kept && takesPart.length > 1)
    .flatMap(({ takesPart, from }) => takesPart.map((person) => ({ person, from })));
  const byPerson = Map.groupBy(sessions, ({ person }) => person);
  return (person, { from, to }) => (byPerson.get(person) ?? []).some((session) => session.from >= from && session.from < to);
}
