import { handsInAreasAndWhole } from '#core/signals/spots/areas-and-whole.ts';
import { byTeams } from '#core/signals/spots/memberships.ts';
import type { PersonId } from '#core/terms/person.ts';
import { type HandledCase, sameHandsReading, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { Scene } from '#core/scene/scene.ts';

/**
 * # Customers’ escalations end with one
 * What it says: whoever takes a customer’s escalation first, the same person ends it.
 * Formula: hits ÷ n, by area, by the team of whoever closed it, and for the whole. n = customers’ tickets that were escalated and closed by somebody. Hit = closed by the one person who closes most of them.
 *   Raised when the low end passes 50 %.
 * Reading: high = customers depend on one person’s calendar; low = several people end such trouble. To whom it was first given says nothing.
 * Source: essay D, “client escalations consistently reach the same person” (R112).
 * Weakness: some help desks let one person press the button for all; then it is that button that is counted.
 */
export const clientEscalations: Signal = {
  id: 'client-escalations',
  name: 'Customers’ escalations end with one',
  requirements: ['R112'],
  asks: 'Does the same person end the escalations of customers, whoever takes them first?',
  needs: ['tickets'],
  measures: 'escalated tickets closed by the same one person ÷ escalated tickets closed',
  unit: 'share',
  move: 'Let a second person end the next escalations, with the first one beside them.',
  personal: true,
  limits: { threshold: 0.5, least: 8, days: 90, risen: false },
  find: (scene, limits) => {
    const { needs } = clientEscalations;
    const say = ({ place, shows, n, before }: ShareTold): string =>
      `${shows} of ${n} escalated tickets of ${place} ended with the same person, ${n - shows} with others${before}.`;
    const question = { scene, needs, limits, say },
      ended = endedEscalations(scene),
      ofTeam = byTeams(scene, ended);
    return [
      ...handsInAreasAndWhole(question, ended),
      ...scene.teams.flatMap((_, team) => sameHandsReading(question, { team }, ofTeam.get(team) ?? [])),
    ];
  },
};

function endedEscalations({ tickets, people }: Scene): readonly EndedCase[] {
  return tickets
    .filter(
      ({ escalations, endedBy, closedAt }) =>
        escalations.length > 0 && endedBy !== null && people[endedBy]!.kind === 'human' && closedAt !== null,
    )
    .map(({ item, area, closedAt, endedBy }) => ({
      item,
      area,
      at: closedAt!,
      by: endedBy!,
      people: [endedBy!],
      note: 'escalated and closed',
    }));
}

interface EndedCase extends HandledCase {
  readonly people: readonly PersonId[];
}
