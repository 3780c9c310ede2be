import { describe, expect, it } from 'vitest';
import { answerBoard, answerWeights } from '#core/weights/answer-board.ts';
import { treeOf } from '#core/weights/board-seen.ts';
import { weigh } from '#core/weights/weigh.ts';
import { makeWorld } from '#test/world.ts';
import { boardOfReply, weightsOfReply } from './board-of-reply.ts';

const world = makeWorld();
const travelled = (reply: object): unknown => JSON.parse(JSON.stringify(reply));

describe('a board that came over', () => {
  it('has the tree that the server drew it from; only rows of the evidence stay there', () => {
    const { tree } = boardOfReply(travelled(answerBoard(world)));
    const { file, ...own } = treeOf(world);
    expect({ ...tree, file: null }).toEqual({ ...own, file: null });
    expect([...tree.file].map((row) => row >= 0)).toEqual([...file].map((row) => row >= 0));
  });

  it('has the colours that the page itself would work out', () => {
    const told = weightsOfReply(travelled(answerWeights(world, { colour: 'factor' })));
    const own = weigh(world, treeOf(world), { colour: 'factor', scenario: null });
    told.share.forEach((value, row) =>
      Number.isNaN(value) ? expect(own.share[row]).toBeNaN() : expect(value).toBeCloseTo(own.share[row]!, 2),
    );
  });

  it('is refused where a column is missing or something else came', () => {
    const board = answerBoard(world);
    const { depth: _, ...less } = board.value;
    expect(() => boardOfReply(travelled({ ...board, value: less }))).toThrow();
    expect(() => weightsOfReply({ ...board, value: { colour: 'cover', at: 0, share: ['all'] } })).toThrow();
  });
});
