import type { Verdict } from '#core/terms/verdict.ts';
import type { Palette } from '#web/look/palettes.ts';
import type { MapLayout } from './map-layout.ts';
import type { MapTree } from '#core/board/map-tree.ts';
import { paintLabels } from './paint-labels.ts';
import { paintPacking } from './paint-packing.ts';
import { paintTreemap } from './paint-treemap.ts';
import type { Inks, Scene, Sheet } from './sheet.ts';
import type { View } from './view.ts';

export interface MapFrame {
  readonly tree: MapTree;
  readonly layout: MapLayout;
  readonly view: View;
  readonly colours: Uint32Array;
  readonly palette: Palette;
  readonly markOf: (area: number) => Verdict | null;
  /** True while more frames follow at once: then speed comes before sharpness. */
  readonly moving: boolean;
}

export const FRAME_MEASURE = 'understudy-map-frame';
/** Once a frame took longer than this, the map is painted coarsely until it rests. */
const SLOW_MS = 12;
const MOST_DENSITY = 2;
const MOST_MEASURES = 600;

/** Draws frames on one canvas. Keeps the pixel buffers between frames, so drawing allocates nothing large. */
export function painterOf(canvas: HTMLCanvasElement): (frame: MapFrame) => void {
  const ink = canvas.getContext('2d', { alpha: false })!;
  const images = new Map<number, ImageData>();
  let slow = false;
  let sharpTook = 0;
  return (frame) => {
    const began = performance.now();
    const coarse = frame.moving && (slow || sharpTook > SLOW_MS);
    const density = coarse ? 1 : Math.min(MOST_DENSITY, globalThis.devicePixelRatio || 1);
    const image = imageFor(images, frame.layout, density);
    if (canvas.width !== image.width || canvas.height !== image.height) {
      canvas.width = image.width;
      canvas.height = image.height;
    }
    paint(ink, image, { frame, density, coarse });
    const ended = performance.now();
    if (!frame.moving) sharpTook = ended - began;
    slow = frame.moving && (slow || ended - began > SLOW_MS);
    performance.measure(FRAME_MEASURE, { start: began, end: ended });
    if (performance.getEntriesByName(FRAME_MEASURE).length > MOST_MEASURES) performance.clearMeasures(FRAME_MEASURE);
  };
}

function paint(
  ink: CanvasRenderingContext2D,
  image: ImageData,
  { frame, density, coarse }: { readonly frame: MapFrame; readonly density: number; readonly coarse: boolean },
): void {
  const { layout, palette, markOf } = frame;
  const sheet: Sheet = { pixels: new Uint32Array(image.data.buffer), width: image.width, height: image.height, density, coarse };
  const scene: Scene = { ...frame, inks: inksOf(frame) };
  if (layout.shape === 'treemap') paintTreemap(sheet, scene);
  else paintPacking(sheet, scene);
  ink.putImageData(image, 0, 0);
  ink.setTransform(density, 0, 0, density, 0, 0);
  paintLabels(ink, scene, { palette, width: layout.width, height: layout.height, markOf, coarse });
  ink.setTransform(1, 0, 0, 1, 0, 0);
}

function imageFor(images: Map<number, ImageData>, layout: MapLayout, density: number): ImageData {
  const width = Math.max(1, Math.round(layout.width * density));
  const height = Math.max(1, Math.round(layout.height * density));
  const kept = images.get(density);
  if (kept?.width === width && kept.height === height) return kept;
  const image = new ImageData(width, height);
  images.set(density, image);
  return image;
}

function inksOf({ colours, palette }: MapFrame): Inks {
  return {
    ofNode: colours,
    ground: palette.groundPixel,
    hatch: palette.hatchPixel,
    hatchGround: palette.hatchGroundPixel,
    nest: palette.nestPixels,
  };
}
