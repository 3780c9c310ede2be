import { describe, expect, it } from 'vitest';
import { makeWorld } from '#test/world.ts';
import { growTree } from './grow-tree.ts';
import { addressOf, childrenOf, KIND, nodeAt, trailOf } from './map-tree.ts';
import { sumUp } from './sum-up.ts';

const { evidence, partition } = makeWorld();
const tree = growTree(evidence, partition);
const rows = [...tree.kind.keys()];

describe('the tree of places', () => {
  it('[board.1] holds every living file once, below its area', () => {
    const { files } = evidence;
    const counted = [...files.path.keys()].filter((file) => files.alive[file] === 1 && files.exclusion[file] === 0);
    const inside = counted.filter((file) => partition.ofFile[file]! < partition.areas.length);
    expect([...tree.file].filter((file) => file >= 0).sort((a, b) => a - b)).toEqual(inside);
    for (const row of rows)
      if (tree.kind[row] === KIND.file)
        expect(
          trailOf(tree, row).some((above) => tree.kind[above] === KIND.area && tree.area[above] === partition.ofFile[tree.file[row]!]),
        ).toBe(true);
  });

  it('[board.1] joins folders that hold a single folder', () => {
    for (const row of rows.filter((one) => tree.kind[one] === KIND.folder)) {
      const inside = childrenOf(tree, row);
      expect(inside.length === 1 && tree.kind[inside[0]!] === KIND.folder).toBe(false);
    }
  });

  it('[board.1] counts each folder as the sum of its files', () => {
    expect([...sumUp(tree, () => 1)]).toEqual([...tree.files]);
  });

  it('[board.2] leads back from the address of every place', () => {
    for (const row of rows) expect(nodeAt(tree, addressOf(tree, row))).toBe(row);
  });
});
