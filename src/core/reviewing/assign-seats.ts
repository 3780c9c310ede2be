import type { PersonId } from '#core/terms/person.ts';
import { bestFlow } from './best-flow.ts';
import { LEAST_GAIN } from './thin-cover.ts';

/** Somebody who could take a seat of a change, and what that is worth; 0 or less: they may not take this one. */
export interface SeatBid {
  readonly person: PersonId;
  readonly knowing: number;
  readonly learning: number;
}

/** Changes that are open at once, and how many more reviews each person has room for. */
export interface SeatsWanted {
  readonly changes: readonly (readonly SeatBid[])[];
  readonly roomOf: (person: PersonId) => number;
}

export interface SeatsGiven {
  readonly knowing?: PersonId;
  readonly learning?: PersonId;
}

export interface SeatPlan {
  readonly seats: readonly SeatsGiven[];
  /** Sum of what the seats given are worth. */
  readonly worth: number;
}

/** Filling a seat comes before filling another one better. */
const FILLED = 1;

/** What speaks for a person: the share of the model's belief that they are here and review it, and the files they would save. */
export interface Merits {
  readonly belief: number;
  readonly gain: number;
  /** Gain from which a learning seat is given. */
  readonly least?: number;
}

/** What the seats of one change are worth with this person: `1 + P(reviews)·P(here)` and, where enough is saved, `gain/(1 + gain)`. */
export function bidOf(person: PersonId, { belief, gain, least = LEAST_GAIN }: Merits): SeatBid {
  return { person, knowing: FILLED + belief, learning: gain > least ? gain / (1 + gain) : 0 };
}

/**
 * # Seats of several changes
 * What it says: who should review which of several open changes, so that the seats together are worth most and nobody gets more than
 *   there is room for.
 * Formula: maximise `Σ worth` over seats, with at most one person for each seat, at most one seat of a change for each person, and at most
 *   `room` seats for each person. It is a flow of greatest worth (change → seat → person → room), so the answer in whole seats is exact: a
 *   further seat is given, or seats change hands, as long as that adds to the sum.
 * Reading: an empty seat means that everybody who could take it is worth more elsewhere or has no room.
 * Source: successive shortest paths: R. Ahuja, T. Magnanti, J. Orlin, "Network Flows", 1993, §9.7. The suite `plan` compares with the
 *   mixed-integer solver HiGHS.
 * Weakness: what a second learner saves depends on the first; two changes of the same files are taken as if each stood alone.
 */
export function assignSeats({ changes, roomOf }: SeatsWanted): SeatPlan {
  const people = [...new Set(changes.flatMap((bids) => bids.map(({ person }) => person)))];
  const place = new Map(people.map((person, at) => [person, at]));
  const [source, sink] = [0, 1];
  const nodeOfPerson = (person: PersonId): number => 2 + place.get(person)!;
  let nodes = 2 + people.length;
  const flow = bestFlow({ source, sink });
  for (const person of people) flow.arc({ from: nodeOfPerson(person), to: sink, room: roomOf(person), worth: 0 });
  const asked = changes.map((bids) => {
    const [knowing, learning] = [nodes++, nodes++];
    flow.arc({ from: source, to: knowing, room: 1, worth: 0 });
    flow.arc({ from: source, to: learning, room: 1, worth: 0 });
    return bids.map((bid) => {
      const one = nodes++;
      flow.arc({ from: one, to: nodeOfPerson(bid.person), room: 1, worth: 0 });
      const seat = (from: number, worth: number): (() => boolean) =>
        worth > 0 ? flow.arc({ from, to: one, room: 1, worth }) : () => false;
      return { person: bid.person, knows: seat(knowing, bid.knowing), learns: seat(learning, bid.learning) };
    });
  });
  const worth = flow.fill(nodes);
  const seats = asked.map((bids): SeatsGiven => {
    const [knowing, learning] = [bids.find(({ knows }) => knows())?.person, bids.find(({ learns }) => learns())?.person];
    return { ...(knowing === undefined ? {} : { knowing }), ...(learning === undefined ? {} : { learning }) };
  });
  return { seats, worth };
}

/** The simple way: one change after another takes the best who is left. */
export function assignInTurn({ changes, roomOf }: SeatsWanted): SeatPlan {
  const used = new Map<PersonId, number>();
  let worth = 0;
  const take = (bids: readonly SeatBid[], of: (bid: SeatBid) => number): PersonId | undefined => {
    const free = bids.filter((bid) => of(bid) > 0 && (used.get(bid.person) ?? 0) < roomOf(bid.person));
    if (free.length === 0) return undefined;
    const best = free.reduce((held, bid) => (of(bid) > of(held) ? bid : held));
    used.set(best.person, (used.get(best.person) ?? 0) + 1);
    worth += of(best);
    return best.person;
  };
  const seats = changes.map((bids): SeatsGiven => {
    const knowing = take(bids, (bid) => bid.knowing);
    const learning = take(
      bids.filter(({ person }) => person !== knowing),
      (bid) => bid.learning,
    );
    return { ...(knowing === undefined ? {} : { knowing }), ...(learning === undefined ? {} : { learning }) };
  });
  return { seats, worth };
}
