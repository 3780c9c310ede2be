import { describe, expect, it } from 'vitest';
import { makeWorld } from '#test/world.ts';
import { PALETTES } from '#web/look/palettes.ts';
import { growTree } from '#core/board/grow-tree.ts';
import { layOut } from '#web/worker/lay-out.ts';
import { isLeaf, KIND } from '#core/board/map-tree.ts';
import { ABSENT } from '#core/weights/node-weights.ts';
import { colourNodes, shareBetween } from './node-colours.ts';
import { paintPacking } from './paint-packing.ts';
import { paintTreemap } from './paint-treemap.ts';
import type { Inks, Sheet } from './sheet.ts';
import { viewOf, WHOLE } from './view.ts';

const { evidence, partition } = makeWorld();
const tree = growTree(evidence, partition);
const palette = PALETTES.light;
const room = { width: 400, height: 300 };
const sheet = (): Sheet => ({ pixels: new Uint32Array(400 * 300), width: 400, height: 300, density: 1, coarse: false });
const inksOf = (ofNode: Uint32Array): Inks => ({
  ofNode,
  ground: palette.groundPixel,
  hatch: palette.hatchPixel,
  hatchGround: palette.hatchGroundPixel,
  nest: palette.nestPixels,
});
const allOf = (share: number): Uint32Array =>
  colourNodes({ share: new Float32Array(tree.count).fill(share), scale: 'cover', lit: null }, palette);

describe.each([
  ['treemap', paintTreemap],
  ['packing', paintPacking],
] as const)('painting a %s', (shape, paint) => {
  const layout = layOut(tree, Float32Array.from(tree.files), { shape, ...room });

  it('fills the sheet with the colours of its files', () => {
    const pixels = sheet();
    const painted = paint(pixels, { tree, layout, view: WHOLE, inks: inksOf(allOf(1)) });
    expect(painted).toBeGreaterThan(10);
    expect(new Set(pixels.pixels)).toContain(palette.cover.at(-1));
    expect(pixels.pixels.every((pixel) => pixel >>> 24 === 255)).toBe(true);
  });

  it('hatches what is not judged and leaves out what was not there', () => {
    const hatched = sheet();
    paint(hatched, { tree, layout, view: WHOLE, inks: inksOf(allOf(Number.NaN)) });
    expect(new Set(hatched.pixels)).toContain(palette.hatchPixel);
    const blank = sheet();
    paint(blank, { tree, layout, view: WHOLE, inks: inksOf(allOf(ABSENT)) });
    for (const ink of [palette.hatchPixel, palette.cover[0], palette.cover.at(-1)]) expect(new Set(blank.pixels)).not.toContain(ink);
  });

  it('paints fewer patches the closer one looks, and only what is in sight', () => {
    const file = [...tree.kind.keys()].find((row) => tree.kind[row] === KIND.file && isLeaf(tree, row))!;
    const close = paint(sheet(), { tree, layout, view: viewOf(layout, file), inks: inksOf(allOf(0.5)) });
    expect(close).toBeLessThan(paint(sheet(), { tree, layout, view: WHOLE, inks: inksOf(allOf(0.5)) }));
  });
});

describe('colours', () => {
  it('fall evenly from amber to deep teal: every step is darker than the one before', () => {
    const light = [...palette.cover].map(
      (pixel) => 0.2126 * (pixel & 255) + 0.7152 * ((pixel >> 8) & 255) + 0.0722 * ((pixel >> 16) & 255),
    );
    expect(light.every((value, step) => step === 0 || value <= light[step - 1]! + 0.8)).toBe(true);
    expect(light[0]! - light.at(-1)!).toBeGreaterThan(60);
  });

  it('move between two moments, and jump where there is nothing to move from', () => {
    const before = Float32Array.of(0, 1, Number.NaN, ABSENT);
    const after = Float32Array.of(1, 0, 0.5, 0.5);
    expect([...shareBetween(before, after, 0.5)]).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(shareBetween(before, after, 0)).toBe(before);
    expect(shareBetween(before, after, 1)).toBe(after);
  });
});
