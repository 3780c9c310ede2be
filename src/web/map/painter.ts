import type { Palette } from '#web/look/inks.ts';
import type { MapLayout, MapTree } from './map-tree.ts';
import { paintLabels } from './paint-labels.ts';
import { paintPacking } from './paint-packing.ts';
import type { Inks, Scene, Sheet } from './paint-treemap.ts';
import { paintTreemap } from './paint-treemap.ts';
import type { View } from './view.ts';

export interface Frame {
  readonly tree: MapTree;
  readonly layout: MapLayout;
  readonly view: View;
  readonly colours: Uint32Array;
  readonly palette: Palette;
  readonly markOf: (area: number) => string;
  readonly labels: boolean;
}

export const FRAME_MEASURE = 'understudy-map-frame';

/** Draws frames on one canvas. Keeps the pixel buffer between frames, so drawing allocates nothing large. */
export function painterOf(canvas: HTMLCanvasElement): (frame: Frame) => void {
  const ink = canvas.getContext('2d', { alpha: false })!;
  let image: ImageData | null = null;
  return (frame) => {
    const began = performance.now();
    const density = Math.min(2, globalThis.devicePixelRatio || 1);
    const width = Math.max(1, Math.round(frame.layout.width * density));
    const height = Math.max(1, Math.round(frame.layout.height * density));
    if (image === null || image.width !== width || image.height !== height) {
      canvas.width = width;
      canvas.height = height;
      image = new ImageData(width, height);
    }
    const sheet: Sheet = { pixels: new Uint32Array(image.data.buffer), width, height, density };
    const scene: Scene = { ...frame, inks: inksOf(frame) };
    if (frame.layout.shape === 'treemap') paintTreemap(sheet, scene);
    else paintPacking(sheet, scene);
    ink.putImageData(image, 0, 0);
    ink.setTransform(density, 0, 0, density, 0, 0);
    if (frame.labels)
      paintLabels(ink, scene, { palette: frame.palette, width: frame.layout.width, height: frame.layout.height, markOf: frame.markOf });
    ink.setTransform(1, 0, 0, 1, 0, 0);
    performance.measure(FRAME_MEASURE, { start: began, end: performance.now() });
    if (performance.getEntriesByName(FRAME_MEASURE).length > 600) performance.clearMeasures(FRAME_MEASURE);
  };
}

function inksOf({ colours, palette }: Frame): Inks {
  return {
    ofNode: colours,
    ground: palette.groundPixel,
    hatch: palette.hatchPixel,
    hatchGround: palette.hatchGroundPixel,
    nest: palette.nestPixels,
  };
}
