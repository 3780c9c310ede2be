import { handsInAreasAndWhole } from '#core/signals/spots/areas-and-whole.ts';
import { byTeams } from '#core/signals/spots/memberships.ts';
import { type HandledCase, sameHandsReading, type ShareTold } from '#core/signals/share-readings.ts';
import { onShift } from '#core/signals/on-shift.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { ThreadCase } from '#core/scene/talk-cases.ts';

/**
 * # Urgent threads go to one
 * What it says: whatever is urgent is carried to the same person, whoever is on call.
 * Formula: hits ÷ n. n = urgent threads in which somebody was called by name or, where nobody was, somebody answered, and which did not simply go to
 *   whoever was on call. Hit = the person to whom most of them go was the one. Areas, teams of
 *   those to whom they went, and the whole. Raised when the low end passes 50 %.
 * Reading: high = one person is interrupted for everything; low = urgent things find different people, or the rota.
 * Source: essay D, “Deep work disappears. Every urgent thread routes to one person” (R090).
 * Weakness: direct messages and calls are not seen; a thread is urgent when its channel or a mark says so.
 */
export const urgentRouting: Signal = {
  id: 'urgent-routing',
  name: 'Urgent threads go to one',
  requirements: ['R090'],
  asks: 'Is whatever is urgent carried to the same person?',
  needs: ['chat'],
  measures: 'urgent threads that went to the same one person ÷ urgent threads that went past whoever was on call',
  unit: 'share',
  move: 'Send urgent threads to the rota first, and keep a window for the rest.',
  personal: true,
  limits: { threshold: 0.5, least: 8, days: 180, risen: false },
  find: (scene, limits) => {
    const { needs } = urgentRouting;
    const say = ({ place, shows, n, before }: ShareTold): string =>
      `${shows} of ${n} urgent threads in ${place} went to the same person, past whoever was on call${before}.`;
    const question = { scene, needs, limits, say };
    const routes = urgentRoutes(scene),
      ofTeam = byTeams(scene, routes);
    return [
      ...handsInAreasAndWhole(question, routes),
      ...scene.teams.flatMap((_, team) => sameHandsReading(question, { team }, ofTeam.get(team) ?? [])),
    ];
  },
};

function urgentRoutes(scene: Scene): readonly Route[] {
  const isOnCall = onShift(scene);
  return scene.threads.flatMap((thread) => {
    if (!thread.urgent) return [];
    const to = routedTo(thread).filter((person) => scene.people[person]!.kind === 'human');
    if (to.every((person) => isOnCall(person, thread.at))) return [];
    return [
      {
        item: thread.item,
        area: thread.area,
        at: thread.at,
        by: to.length === 1 ? to[0]! : null,
        people: to,
        note: 'urgent, and past the rota',
      },
    ];
  });
}

interface Route extends HandledCase {
  readonly people: readonly PersonId[];
}

/** Everybody who was called; else who answered first. */
function routedTo({ askedBy, mentioned, answers }: ThreadCase): readonly PersonId[] {
  const called = new Set(mentioned.map(({ person }) => person).filter((person) => person !== askedBy));
  if (called.size > 0) return [...called];
  const first = answers.filter(({ person }) => person !== askedBy).toSorted((a, b) => a.at - b.at)[0];
  return first === undefined ? [] : [first.person];
}
