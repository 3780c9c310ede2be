import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '#web/worker/lay-out.ts';
import { growTree } from '#core/board/grow-tree.ts';
import { makeWorld } from '#test/world.ts';
import { findNode } from './find-node.ts';
import { addressOf, childrenOf, isLeaf, KIND, nodeAt, stepTowards, trailOf } from '#core/board/map-tree.ts';
import { MAP_SHAPES } from './map-layout.ts';
import { between, pan, viewOf, WHOLE, zoomAt } from './view.ts';

const { evidence, partition } = makeWorld();
const tree = growTree(evidence, partition);
const room = { width: 900, height: 600 };
const layouts = MAP_SHAPES.map((shape) => layOut(tree, Float32Array.from(tree.files), { shape, ...room }));
const boxes = layouts[0]!;
const anyRow = fc.nat({ max: tree.count - 1 });

describe('the tree of the map', () => {
  it('holds every counted living file once, below its area', () => {
    const files = [...tree.file].filter((file) => file >= 0);
    expect(new Set(files).size).toBe(files.length);
    expect(files.every((file) => evidence.files.alive[file] === 1 && evidence.files.exclusion[file] === 0)).toBe(true);
    expect(tree.files[0]).toBe(files.length);
    for (let row = 1; row < tree.count; row++) if (tree.file[row]! >= 0) expect(tree.area[row]).toBe(partition.ofFile[tree.file[row]!]);
  });

  it('gives every node an address that leads back to it', () => {
    fc.assert(fc.property(anyRow, (row) => nodeAt(tree, addressOf(tree, row)) === row));
  });

  it('stops where an address no longer leads', () => {
    const area = childrenOf(tree, 0)[0]!;
    expect(nodeAt(tree, `${tree.name[area]}//gone//for good`)).toBe(area);
    expect(nodeAt(tree, 'nowhere')).toBe(0);
  });

  it('steps from above towards a node, one level at a time', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const trail = trailOf(tree, row);
        return trail.slice(0, -1).every((above, level) => stepTowards(tree, above, row) === trail[level + 1]);
      }),
    );
  });
});

describe.each(layouts)('finding a node on a $shape', (layout) => {
  it('finds each file at its middle when it is large enough on screen', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        if (!isLeaf(tree, row) || tree.kind[row] !== KIND.file) return true;
        const view = viewOf(layout, row);
        const x = ((layout.x0[row]! + layout.x1[row]!) / 2 - view.x) * view.k;
        const y = ((layout.y0[row]! + layout.y1[row]!) / 2 - view.y) * view.k;
        return findNode({ tree, layout, view }, { x, y }) === row;
      }),
    );
  });

  it('keeps children inside their parents', () => {
    const slack = 0.01;
    for (let row = 1; row < tree.count; row++) {
      const above = tree.parent[row]!;
      expect(layout.x0[row]!).toBeGreaterThanOrEqual(layout.x0[above]! - slack);
      expect(layout.y1[row]!).toBeLessThanOrEqual(layout.y1[above]! + slack);
    }
  });
});

describe('the view', () => {
  const anyPoint = fc.record({ x: fc.double({ min: 0, max: 900, noNaN: true }), y: fc.double({ min: 0, max: 600, noNaN: true }) });

  it('shows the whole of what it is asked for', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const { x, y, k } = viewOf(boxes, row);
        const inside = (value: number, most: number): boolean => value >= -0.5 && value <= most + 0.5;
        return (
          inside((boxes.x0[row]! - x) * k, 900) &&
          inside((boxes.x1[row]! - x) * k, 900) &&
          inside((boxes.y0[row]! - y) * k, 600) &&
          inside((boxes.y1[row]! - y) * k, 600)
        );
      }),
    );
  });

  it('zooms so that the point under the pointer stays, away from the edges', () => {
    fc.assert(
      fc.property(anyPoint, fc.double({ min: 1, max: 20, noNaN: true }), ({ x, y }, factor) => {
        const view = zoomAt(boxes, WHOLE, { x, y, factor });
        return Math.abs(view.x + x / view.k - x) < 1e-6 && Math.abs(view.y + y / view.k - y) < 1e-6;
      }),
    );
  });

  it('never leaves the map', () => {
    fc.assert(
      fc.property(anyPoint, fc.double({ min: 0.1, max: 50, noNaN: true }), fc.integer({ min: -5000, max: 5000 }), (at, factor, by) => {
        const view = pan(boxes, zoomAt(boxes, WHOLE, { ...at, factor }), { x: by, y: -by });
        return view.x >= 0 && view.y >= 0 && view.x + 900 / view.k <= 900.001 && view.y + 600 / view.k <= 600.001 && view.k >= 1;
      }),
    );
  });

  it('begins and ends a flight where it should', () => {
    const to = viewOf(boxes, childrenOf(tree, 0)[0]!);
    expect(between(boxes, { from: WHOLE, to }, 0)).toEqual({ k: 1, x: expect.closeTo(0), y: expect.closeTo(0) });
    const end = between(boxes, { from: WHOLE, to }, 1);
    expect([end.k, end.x, end.y]).toEqual([expect.closeTo(to.k), expect.closeTo(to.x), expect.closeTo(to.y)]);
  });
});
