import { describe, expect, it } from 'vitest';
import { boardSeen, treeOf } from '#core/weights/board-seen.ts';
import { weigh } from '#core/weights/weigh.ts';
import { weightsSeen } from '#core/weights/weights-seen.ts';
import { makeWorld } from '#test/world.ts';
import { boardOfReply, weightsOfReply } from './board-of-reply.ts';

const world = makeWorld();
const travelled = (reply: object): unknown => JSON.parse(JSON.stringify(reply));

describe('a board that came over', () => {
  it('has the tree that the server drew it from; only rows of the evidence stay there', () => {
    const { tree } = boardOfReply(travelled(boardSeen(world)));
    const { file, ...own } = treeOf(world);
    expect({ ...tree, file: null }).toEqual({ ...own, file: null });
    expect([...tree.file].map((row) => row >= 0)).toEqual([...file].map((row) => row >= 0));
  });

  it('has the colours that the page itself would work out', () => {
    const told = weightsOfReply(travelled(weightsSeen(world, { colour: 'factor' })));
    const own = weigh(world, treeOf(world), { colour: 'factor', scenario: null });
    told.share.forEach((value, row) =>
      Number.isNaN(value) ? expect(own.share[row]).toBeNaN() : expect(value).toBeCloseTo(own.share[row]!, 2),
    );
  });

  it('is refused where a column is missing or something else came', () => {
    const { depth: _, ...less } = boardSeen(world);
    expect(() => boardOfReply(travelled(less))).toThrow();
    expect(() => weightsOfReply({ colour: 'cover', at: 0, share: ['all'] })).toThrow();
  });
});
