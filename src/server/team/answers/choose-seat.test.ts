import { describe, expect, it } from 'vitest';
import { chooseSeat } from './answer-pool.ts';
import { costOf, laneOf } from './lanes.ts';

const seat = (load: number, ...worlds: readonly string[]) => ({ load, holds: (world: string) => worlds.includes(world) });
const cost = { loading: 200, answering: 10 };

describe('a seat', () => {
  it.each([
    ['is the idlest for a new source', [seat(50, 'b'), seat(0)], 1],
    ['stays the one that holds the source', [seat(0), seat(300, 'a')], 1],
    ['is another one too, where that one cannot keep up', [seat(0), seat(600, 'a')], 0],
    ['is the idler of two that hold it', [seat(90, 'a'), seat(40, 'a'), seat(0)], 1],
  ])('%s', (_, seats, chosen) => {
    expect(seats.indexOf(chooseSeat(seats, 'a', cost))).toBe(chosen);
  });
});

describe('a lane', () => {
  it.each([
    ['areas', 12_000, {}, 'quick'],
    ['explain', 40_000, {}, 'quick'],
    ['explain', 60_000, {}, 'slow'],
    ['trend', 1000, {}, 'slow'],
    ['leavers', 12_000, {}, 'slow'],
    ['areas', 500_000, {}, 'slow'],
    ['areas', 30_000, { past: true }, 'slow'],
    ['areas', 5000, { past: true }, 'quick'],
    ['away', 5000, { simulated: true }, 'slow'],
  ] as const)('of %s over %i touches with %j is the %s one', (question, touches, more, lane) => {
    expect(laneOf(costOf({ question, touches, past: false, simulated: false, ...more }))).toBe(lane);
  });
});
