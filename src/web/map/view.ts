import type { MapLayout } from './map-layout.ts';

/** What part of the layout is on screen: layout point (x, y) lies at the top left corner, k screen pixels per unit. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

export const WHOLE: View = { x: 0, y: 0, k: 1 };
const DEEPEST = 4000;

/** Room around a focused node, so that its neighbours stay in sight and keep the orientation. */
const MARGIN = 0.04;

/** The view in which a node fills the screen as far as its shape allows. */
export function viewOf(layout: MapLayout, node: number): View {
  if (node === 0) return WHOLE;
  const width = Math.max(1e-6, layout.x1[node]! - layout.x0[node]!);
  const height = Math.max(1e-6, layout.y1[node]! - layout.y0[node]!);
  const k = Math.min(DEEPEST, (1 - MARGIN) * Math.min(layout.width / width, layout.height / height));
  const x = (layout.x0[node]! + layout.x1[node]!) / 2 - layout.width / 2 / k;
  const y = (layout.y0[node]! + layout.y1[node]!) / 2 - layout.height / 2 / k;
  return inside(layout, { x, y, k: Math.max(1, k) });
}

/** Zooms by `factor` so that the screen point stays where it is. */
export function zoomAt(layout: MapLayout, view: View, at: { readonly x: number; readonly y: number; readonly factor: number }): View {
  const k = Math.min(DEEPEST, Math.max(1, view.k * at.factor));
  return inside(layout, { k, x: view.x + at.x / view.k - at.x / k, y: view.y + at.y / view.k - at.y / k });
}

export function pan(layout: MapLayout, view: View, by: { readonly x: number; readonly y: number }): View {
  return inside(layout, { ...view, x: view.x - by.x / view.k, y: view.y - by.y / view.k });
}

/** Between two views, `t` 0–1, along a path that zooms evenly and keeps the two centres on a straight line. */
export function between(layout: MapLayout, { from, to }: { readonly from: View; readonly to: View }, t: number): View {
  const k = from.k * (to.k / from.k) ** t;
  const share = Math.abs(to.k - from.k) < 1e-9 ? t : (1 / from.k - 1 / k) / (1 / from.k - 1 / to.k);
  const middle = (view: View): { x: number; y: number } => ({
    x: view.x + layout.width / 2 / view.k,
    y: view.y + layout.height / 2 / view.k,
  });
  const a = middle(from);
  const b = middle(to);
  return { k, x: a.x + (b.x - a.x) * share - layout.width / 2 / k, y: a.y + (b.y - a.y) * share - layout.height / 2 / k };
}

function inside(layout: MapLayout, view: View): View {
  const roomX = layout.width - layout.width / view.k;
  const roomY = layout.height - layout.height / view.k;
  return { k: view.k, x: Math.min(roomX, Math.max(0, view.x)), y: Math.min(roomY, Math.max(0, view.y)) };
}
