import { isLeaf, KIND } from '#core/board/map-tree.ts';
import type { Scene } from './sheet.ts';

/** A rectangle in screen pixels. */
export interface ScreenBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface LabelPlace {
  readonly row: number;
  /** The part of the node that is on screen: labels stay in sight while their node is. */
  readonly box: ScreenBox;
}

export interface LabelPlaces {
  readonly areas: readonly LabelPlace[];
  readonly folders: readonly LabelPlace[];
  readonly files: readonly LabelPlace[];
}

const MOST_LABELS = 140;
const LEAST = { area: { w: 46, h: 24 }, folder: { w: 120, h: 72 }, file: { w: 96, h: 26 } };
/** A node that fills the screen needs no name on it: the trail above the map says where one is. */
const FILLS = 0.98;

/** Nodes with room for a name, largest first. */
export function labelPlaces(scene: Scene, room: { readonly width: number; readonly height: number }): LabelPlaces {
  const { tree } = scene;
  const found = { areas: [] as LabelPlace[], folders: [] as LabelPlace[], files: [] as LabelPlace[] };
  let row = 1;
  while (row < tree.count) {
    const box = onScreen(scene, row, room);
    if (box === null || !fits(box, LEAST.area)) {
      row = tree.end[row]!;
      continue;
    }
    const group = groupOf(scene, row);
    const around = group !== 'files' && box.w >= room.width * FILLS && box.h >= room.height * FILLS;
    if (!around && fits(box, group === 'files' ? LEAST.file : group === 'folders' ? LEAST.folder : LEAST.area))
      found[group].push({ row, box });
    row++;
  }
  return { areas: largest(found.areas), folders: largest(found.folders), files: largest(found.files) };
}

/** An area without files of its own, as somebody sees it who may see no path, is an area all the same. */
function groupOf({ tree }: Scene, row: number): keyof LabelPlaces {
  if (isLeaf(tree, row) && tree.kind[row] !== KIND.area) return 'files';
  return tree.kind[row] === KIND.folder ? 'folders' : 'areas';
}

function largest(places: LabelPlace[]): readonly LabelPlace[] {
  return places.sort((a, b) => b.box.w * b.box.h - a.box.w * a.box.h).slice(0, MOST_LABELS);
}

function fits(box: ScreenBox, least: { readonly w: number; readonly h: number }): boolean {
  return box.w >= least.w && box.h >= least.h;
}

function onScreen({ layout, view }: Scene, row: number, room: { readonly width: number; readonly height: number }): ScreenBox | null {
  const x = Math.max(0, (layout.x0[row]! - view.x) * view.k);
  const y = Math.max(0, (layout.y0[row]! - view.y) * view.k);
  const right = Math.min(room.width, (layout.x1[row]! - view.x) * view.k);
  const bottom = Math.min(room.height, (layout.y1[row]! - view.y) * view.k);
  return right <= x || bottom <= y ? null : { x, y, w: right - x, h: bottom - y };
}
