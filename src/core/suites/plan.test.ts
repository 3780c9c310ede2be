import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignSeats, type SeatBid, type SeatsWanted } from '#core/reviewing/assign-seats.ts';
import { DAY } from '#core/terms/moment.ts';
import { DAY_0 } from '#test/evidence-of.ts';
import { historyOf, type ToldRevision } from '#test/history-of.ts';
import { exactSeats } from './exact-seats.ts';
import { PLAN } from './plan.ts';

const worth = fc.integer({ min: -2, max: 20 }).map((n) => n / 7);
const wanted: fc.Arbitrary<SeatsWanted> = fc
  .record({
    bids: fc.array(fc.array(fc.tuple(worth, worth), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
    room: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 }),
  })
  .map(({ bids, room }) => ({
    changes: bids.map((own) => own.map(([knowing, learning], person): SeatBid => ({ person, knowing, learning }))),
    roomOf: (person) => room[person]!,
  }));

describe('the exact optimum', () => {
  it('[suites.4] by HiGHS is what the seats given are worth, whatever the batch', async () => {
    await fc.assert(
      fc.asyncProperty(wanted, async (question) => {
        expect(assignSeats(question).worth).toBeCloseTo(await exactSeats(question), 6);
      }),
      { numRuns: 60 },
    );
  });

  it('[suites.4] of nothing is nothing', async () => {
    expect(await exactSeats({ changes: [[]], roomOf: () => 1 })).toBe(0);
  });
});

describe('plans', () => {
  const PEOPLE = ['Ana Alder <ana@example.org>', 'Bo Birch <bo@example.org>', 'Cem Cedar <cem@example.org>', 'Dara Elm <dara@example.org>'];
  const first = Date.UTC(2020, 0) / 1000 / DAY - DAY_0 / DAY;
  const told = (reviewed: boolean): readonly ToldRevision[] =>
    Array.from({ length: 400 }, (_, i) => ({
      day: first + i,
      by: PEOPLE[i % 4]!,
      touches: [i < 40 ? `A part${i % 4}/file${i}.ts` : `M part${i % 4}/file${i % 40}.ts`],
      ...(reviewed ? { trailers: [['reviewed', PEOPLE[(i + 1) % 4]!] as const] } : {}),
    }));
  const report = async (reviewed: boolean) => {
    const input = { projects: [{ name: 'invented', head: 'a'.repeat(40), holds: [] }], seed: 1 };
    const project = { name: 'invented', history: historyOf(told(reviewed)), cleaning: {} };
    const pieces = await Promise.all(PLAN.steps(input).map(async (step) => await step.run(project)));
    return PLAN.conclude(pieces, input);
  };

  it('[suites.2] are compared with the optimum beside the simple way, and say that they are of seats', async () => {
    const { figures, bars, reading } = await report(true);
    expect(figures.map(({ name, by }) => [name, by])).toEqual([
      ['gapSmall', 'understudy'],
      ['gapSmall', 'one change after another'],
      ['gap', 'understudy'],
      ['gap', 'one change after another'],
    ]);
    expect(figures.filter(({ ours }) => ours).every(({ estimate }) => estimate.value < 1e-6)).toBe(true);
    expect(bars[0]!.measured).toBeLessThan(0.01);
    expect(reading).toContain('not yet about plans of transfers');
  });

  it('[suites.3] are not judged where commits name no reviewers', async () => {
    const { figures, bars, notJudged } = await report(false);
    expect([figures, bars, notJudged.map(({ what }) => what)]).toEqual([[], [], ['invented']]);
  });
});
