import { handsInAreasAndWhole } from '#core/signals/spots/areas-and-whole.ts';
import type { PersonId } from '#core/terms/person.ts';
import { byTeams } from '#core/signals/spots/memberships.ts';
import { type CountedCase, type HandledCase, sameHandsReading, type ShareTold } from '#core/signals/share-readings.ts';
import type { Signal } from '#core/signals/signal.ts';
import type { Scene } from '#core/scene/scene.ts';
import { proposals } from './proposals.ts';

/**
 * # Ideas pass one approver
 * What it says: one person alone settles most of what is proposed.
 * Formula: hits ÷ n, by area, by the team of whoever proposed it, and for the whole. n = proposals (decision records; issues labelled rfc, proposal, decision, design) that were settled by somebody. Hit = settled
 *   by the one person who settles most of them, alone. Beside it: of how many different people ideas were accepted, and of how many for the
 *   first time. Raised when the low end passes 50 %.
 * Reading: high = new ideas pass through one point of view; low = several people say yes and no. How many ideas there are says nothing.
 * Source: essay C, “New ideas get filtered through a narrow set of perspectives” (R053).
 * Weakness: what is settled in a conversation is not seen; where two people decide everything, one of them is often ahead by chance.
 */
export const oneApprover: Signal = {
  id: 'one-approver',
  name: 'Ideas pass one approver',
  requirements: ['R053'],
  asks: 'Does one person alone settle most of what is proposed?',
  needs: ['decisions'],
  measures: 'proposals settled by the same one person alone ÷ proposals settled',
  unit: 'share',
  move: 'Let proposals be decided by those who will live with them, with a second voice that is heard first.',
  personal: true,
  limits: { threshold: 0.5, least: 6, days: 365, risen: false },
  find: (scene, limits) => {
    const { needs } = oneApprover;
    const settled = settledAlone(scene);
    const say = ({ place, shows, n, before, cases }: ShareTold): string =>
      `One person alone settled ${shows} of ${n} proposals in ${place}${before}; ideas of ${voices(settled, cases)} were accepted.`;
    const question = { scene, needs, limits, say },
      ofTeam = byTeams(scene, settled);
    return [
      ...handsInAreasAndWhole(question, settled),
      ...scene.teams.flatMap((_, team) => sameHandsReading(question, { team }, ofTeam.get(team) ?? [])),
    ];
  },
};

function settledAlone(scene: Scene): readonly SettledCase[] {
  return proposals(scene)
    .filter(({ settledAt, deciders }) => settledAt !== null && deciders.some((person) => scene.people[person]!.kind === 'human'))
    .map(({ item, area, settledAt, by, deciders, accepted }) => ({
      item,
      area,
      at: settledAt!,
      by: deciders.length === 1 ? deciders[0]! : null,
      note: deciders.length === 1 ? 'settled by one' : 'settled by several',
      proposer: accepted ? by : null,
      people: by === null ? [] : [by],
    }));
}

interface SettledCase extends HandledCase {
  /** Whoever proposed it. */
  readonly people: readonly PersonId[];
  /** Whose idea was accepted; null: it was not, or nothing says whose it was. */
  readonly proposer: PersonId | null;
}

/** `4 people, 1 of them for the first time`. */
function voices(settled: readonly SettledCase[], cases: readonly CountedCase[]): string {
  const items = new Set(cases.map(({ item }) => item)),
    from = Math.min(...cases.map(({ at }) => at));
  const people = new Set(settled.flatMap(({ item, proposer }) => (proposer !== null && items.has(item) ? [proposer] : [])));
  const known = new Set(settled.filter(({ at }) => at < from).map(({ proposer }) => proposer));
  const fresh = [...people].filter((person) => !known.has(person)).length;
  return `${people.size} ${people.size === 1 ? 'person' : 'people'}, ${fresh} of them for the first time,`;
}
