import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignInTurn, assignSeats, bidOf, type SeatBid, type SeatPlan, type SeatsWanted } from './assign-seats.ts';

/** The best of all ways to fill the seats, by trying each. */
function byTryingAll({ changes, roomOf }: SeatsWanted): number {
  const seats = changes.flatMap((bids, change) => (['knowing', 'learning'] as const).map((kind) => ({ bids, change, kind })));
  const used = new Map<number, number>();
  const taken = new Set<string>();
  const best = (at: number): number => {
    if (at === seats.length) return 0;
    const { bids, change, kind } = seats[at]!;
    let most = best(at + 1);
    for (const bid of bids) {
      const key = `${change} ${bid.person}`;
      if (bid[kind] <= 0 || taken.has(key) || (used.get(bid.person) ?? 0) >= roomOf(bid.person)) continue;
      taken.add(key);
      used.set(bid.person, (used.get(bid.person) ?? 0) + 1);
      most = Math.max(most, bid[kind] + best(at + 1));
      used.set(bid.person, used.get(bid.person)! - 1);
      taken.delete(key);
    }
    return most;
  };
  return best(0);
}

const worth = fc.integer({ min: -3, max: 12 }).map((n) => n / 4);
const wanted = (changes: number, people: number): fc.Arbitrary<SeatsWanted> =>
  fc
    .record({
      bids: fc.array(fc.array(fc.tuple(worth, worth), { minLength: people, maxLength: people }), { minLength: 1, maxLength: changes }),
      room: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: people, maxLength: people }),
    })
    .map(({ bids, room }) => ({
      changes: bids.map((own) => own.map(([knowing, learning], person): SeatBid => ({ person, knowing, learning }))),
      roomOf: (person) => room[person]!,
    }));

function sumOf({ changes }: SeatsWanted, { seats }: SeatPlan): number {
  return seats.reduce((sum, { knowing, learning }, change) => {
    const bid = (person: number | undefined): SeatBid | undefined => changes[change]!.find((one) => one.person === person);
    return sum + (bid(knowing)?.knowing ?? 0) + (bid(learning)?.learning ?? 0);
  }, 0);
}

describe('the seats of several changes', () => {
  it('[reviewing.8] are worth as much as the best of all ways, in every small case', () => {
    fc.assert(
      fc.property(wanted(3, 4), (question) => {
        const plan = assignSeats(question);
        expect(plan.worth).toBeCloseTo(byTryingAll(question), 6);
        expect(sumOf(question, plan)).toBeCloseTo(plan.worth, 6);
      }),
      { numRuns: 300 },
    );
  });

  it('[reviewing.8] keep to everybody’s room, give nobody both seats of a change, and are worth no less than in turn', () => {
    fc.assert(
      fc.property(wanted(12, 6), (question) => {
        for (const plan of [assignSeats(question), assignInTurn(question)]) {
          const given = plan.seats.flatMap(({ knowing, learning }) => [knowing, learning].flatMap((person) => person ?? []));
          for (const person of new Set(given))
            expect(given.filter((one) => one === person).length).toBeLessThanOrEqual(question.roomOf(person));
          for (const { knowing, learning } of plan.seats) expect(knowing === undefined || knowing !== learning).toBe(true);
          expect(sumOf(question, plan)).toBeCloseTo(plan.worth, 6);
        }
        expect(assignSeats(question).worth).toBeGreaterThanOrEqual(assignInTurn(question).worth - 1e-9);
      }),
    );
  });

  it('[reviewing.8] change hands where that fills another seat: the one who can do both leaves the easier one', () => {
    const [ana, bo] = [1, 2];
    const question: SeatsWanted = {
      changes: [[bidOf(ana, { belief: 0.9, gain: 0 }), bidOf(bo, { belief: 0.5, gain: 0 })], [bidOf(ana, { belief: 0.2, gain: 0 })]],
      roomOf: () => 1,
    };
    expect(assignInTurn(question).seats).toEqual([{ knowing: ana }, {}]);
    expect(assignSeats(question)).toEqual({ seats: [{ knowing: bo }, { knowing: ana }], worth: 2.7 });
  });

  it('[reviewing.8] ask nobody to learn what saves too little', () => {
    expect(bidOf(1, { belief: 0.5, gain: 0.5 })).toEqual({ person: 1, knowing: 1.5, learning: 0 });
    expect(bidOf(1, { belief: 0.5, gain: 1 }).learning).toBe(0.5);
  });
});
