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
 * What it says: what passes between a team and others (teams, customers) passes through one person.
 * Formula: hits ÷ n per team. n = exchanges with others: threads asked in one team and answered in another, tickets of customers that ended in
 *   the team, meetings with members of several teams. Hit = the person who takes part in most of them was the only member of the team in it.
 *   Teams of fewer than three are left out. Raised when the low end passes 50 %.
 * Reading: high = the team and those around it understand each other through one person; low = others can explain it too.
 * Source: essay D, “the only reliable translator between complexity and execution” (R097).
 * Weakness: calls and direct messages are not seen; who is paid to translate (a product manager) looks the same. An organisation chart is not used.
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
  const memberships = teamsOf(scene);
  return met(scene).flatMap(({ item, at, people, customer }) => {
    const inTeam = new Map<number, Set<PersonId>>();
    for (const person of people.filter((one) => scene.people[one]!.kind === 'human'))
      for (const team of memberships(person, at)) inTeam.set(team, (inTeam.get(team) ?? new Set()).add(person));
    if (!customer && inTeam.size < 2) return [];
    const note = customer ? 'with a customer' : 'with another team';
    return [...inTeam].map(([team, members]) => ({
      item,
      at,
      team,
      area: NO_SCENE_AREA,
      by: members.size === 1 ? [...members][0]! : null,
      note,
    }));
  });
}

interface Meeting {
  readonly item: string;
  readonly at: Moment;
  readonly people: readonly PersonId[];
  readonly customer: boolean;
}

function met({ threads, tickets, blocks }: Scene): readonly Meeting[] {
  return [
    ...threads
      .filter(({ answers, askedBy }) => answers.some(({ person }) => person !== askedBy))
      .map(({ item, at, askedBy, answers }) => ({ item, at, people: [askedBy, ...answers.map(({ person }) => person)], customer: false })),
    ...tickets
      .filter(({ endedBy }) => endedBy !== null)
      .map(({ item, openedAt, closedAt, endedBy }) => ({ item, at: closedAt ?? openedAt, people: [endedBy!], customer: true })),
    ...blocks
      .filter(({ what, kept, takesPart }) => what === 'meeting' && kept && takesPart.length > 0)
      .map(({ item, from, person, takesPart }) => ({ item, at: from, people: [person, ...takesPart], customer: false })),
  ];
}

/** Teams of a person at a moment that have members enough. */
function teamsOf({ teams }: Scene): (person: PersonId, at: Moment) => readonly number[] {
  const known = new Map<PersonId, { readonly team: number; readonly from: Moment; readonly to: Moment }[]>();
  for (const [team, { members }] of teams.entries()) {
    if (new Set(members.map(({ person }) => person)).size < LEAST_MEMBERS) continue;
    for (const { person, from, to } of members) {
      const of = known.get(person);
      if (of === undefined) known.set(person, [{ team, from, to }]);
      else of.push({ team, from, to });
    }
  }
  return (person, at) => (known.get(person) ?? []).filter(({ from, to }) => from <= at && at < to).map(({ team }) => team);
}
