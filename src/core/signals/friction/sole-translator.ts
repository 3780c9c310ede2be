import { memberships } from '#core/signals/spots/memberships.ts';
import { type HandledCase, sameHandsReading, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import { NO_SCENE_AREA } from '#core/scene/area-row.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** A team of two has no choice who speaks for it. */
const LEAST_MEMBERS = 3;

/**
 * # One translator between teams
 * What it says: what passes between a team and the others passes through one person.
 * Formula: hits ÷ n per team. n = threads that others began and members of the team answered, and meetings of both. Hit = the person who takes part in most of them
 *   was the only member of the team in it. Teams of fewer than three are left out. Raised when the low end passes 50 %.
 * Reading: high = the team and those around it understand each other through one person; low = others can explain it too.
 * Source: essay D, “the only reliable translator between complexity and execution” (R097).
 * Weakness: calls and direct messages are not seen, tickets are looked at by another signal (client-escalations); who is paid to translate (a product manager) looks the same. An organisation chart is not used.
 */
export const soleTranslator: Signal = {
  id: 'sole-translator',
  name: 'One translator between teams',
  requirements: ['R097'],
  asks: 'Does what passes between a team and others pass through one person?',
  needs: ['chat', 'people'],
  measures: 'exchanges with others in which the same person was the only member of the team ÷ exchanges with others',
  unit: 'share',
  move: 'Let a second person answer the next exchanges, with the first one listening.',
  personal: true,
  limits: { threshold: 0.5, least: 8, days: 90, risen: false },
  find: (scene, limits) => {
    const { needs } = soleTranslator;
    const say = ({ place, shows, n, before }: ShareTold): string =>
      `In ${shows} of ${n} exchanges between ${place} and others the same person was the only one of the team who took part${before}.`;
    const ofTeam = Map.groupBy(exchanges(scene), ({ team }) => team);
    return scene.teams.flatMap((_, team) => sameHandsReading({ scene, needs, limits, say }, { team }, ofTeam.get(team) ?? []));
  },
};

function exchanges(scene: Scene): readonly (HandledCase & { readonly team: number })[] {
  const teamsOf = memberships(scene),
    isLarge = scene.teams.map(({ members }) => new Set(members.map(({ person }) => person)).size >= LEAST_MEMBERS);
  return talks(scene).flatMap(({ item, at, people, begunBy }) => {
    const humans = [...new Set(people)].filter((one) => scene.people[one]!.kind === 'human');
    const inTeam = new Map<number, PersonId[]>();
    for (const person of humans)
      for (const team of teamsOf(person, at).filter((one) => isLarge[one])) inTeam.set(team, [...(inTeam.get(team) ?? []), person]);
    return [...inTeam]
      .filter(([, members]) => members.length < humans.length && (begunBy === null || !members.includes(begunBy)))
      .map(([team, members]) => ({
        item,
        at,
        team,
        area: NO_SCENE_AREA,
        by: members.length === 1 ? members[0]! : null,
        note: 'between the team and others',
      }));
  });
}

interface Talk {
  readonly item: string;
  readonly at: Moment;
  readonly people: readonly PersonId[];
  /** Who asked; null: it was agreed. */
  readonly begunBy: PersonId | null;
}

function talks({ threads, blocks }: Scene): readonly Talk[] {
  return [
    ...threads
      .filter(({ answers, askedBy }) => answers.some(({ person }) => person !== askedBy))
      .map(({ item, at, askedBy, answers }) => ({ item, at, people: [askedBy, ...answers.map(({ person }) => person)], begunBy: askedBy })),
    ...blocks
      .filter(({ what, kept, takesPart }) => what === 'meeting' && kept && takesPart.length > 0)
      .map(({ item, from, person, takesPart }) => ({ item, at: from, people: [person, ...takesPart], begunBy: null })),
  ];
}
