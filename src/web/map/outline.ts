import type { Palette } from '#web/look/palettes.ts';
import type { MapLayout } from './map-layout.ts';
import type { View } from './view.ts';

/** Draws a line around one node on the upper canvas. */
export function outline(
  canvas: HTMLCanvasElement,
  {
    layout,
    view,
    marked,
    palette,
  }: { readonly layout: MapLayout; readonly view: View; readonly marked: number; readonly palette: Palette },
): void {
  const density = Math.min(2, globalThis.devicePixelRatio || 1);
  const width = Math.round(layout.width * density);
  const height = Math.round(layout.height * density);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const ink = canvas.getContext('2d')!;
  const lined = marked > 0 && marked < layout.x0.length;
  // An empty canvas is not touched: the browser would lay it over the map anew at every frame.
  if (lined || canvas.dataset['lined'] === 'true') ink.clearRect(0, 0, width, height);
  canvas.dataset['lined'] = String(lined);
  if (!lined) return;
  ink.setTransform(density, 0, 0, density, 0, 0);
  const x = (layout.x0[marked]! - view.x) * view.k;
  const y = (layout.y0[marked]! - view.y) * view.k;
  const w = (layout.x1[marked]! - layout.x0[marked]!) * view.k;
  const h = (layout.y1[marked]! - layout.y0[marked]!) * view.k;
  for (const [line, style] of [
    [4, palette.surface],
    [2, palette.ink],
  ] as const) {
    ink.lineWidth = line;
    ink.strokeStyle = style;
    ink.beginPath();
    if (layout.shape === 'treemap') ink.roundRect(x, y, w, h, 2);
    else ink.arc(x + w / 2, y + h / 2, w / 2, 0, 2 * Math.PI);
    ink.stroke();
  }
  ink.setTransform(1, 0, 0, 1, 0, 0);
}
