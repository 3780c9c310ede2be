import { visible } from '#core/report/visible.ts';
import type { Palette } from '#web/look/palettes.ts';
import type { Verdict } from '#core/terms/verdict.ts';
import { type LabelPlace, labelPlaces, type ScreenBox } from './label-places.ts';
import { paintMark } from './paint-mark.ts';
import { BLANK, FAINT_HATCH, type Scene } from './sheet.ts';
import { shortened } from './shortened.ts';

export interface LabelStyle {
  readonly palette: Palette;
  readonly width: number;
  readonly height: number;
  /** The verdict whose shape is drawn before an area's name. */
  readonly markOf: (area: number) => Verdict | null;
  /** Names of files are left out, as while a slow machine moves the map. */
  readonly coarse: boolean;
}

interface Pen {
  readonly ink: CanvasRenderingContext2D;
  readonly scene: Scene;
  readonly style: LabelStyle;
  /** Where labels lie already. */
  readonly taken: ScreenBox[];
}

const FONT = '"Inter Variable", sans-serif';
/** Longer names are cut before they are measured. */
const LONGEST_NAME = 160;

/** Names on the map, in screen pixels: areas first, then folders, then files, never one over another. */
export function paintLabels(ink: CanvasRenderingContext2D, scene: Scene, style: LabelStyle): void {
  const pen: Pen = { ink, scene, style, taken: [] };
  const { areas, folders, files } = labelPlaces(scene, style);
  ink.textBaseline = 'middle';
  ink.font = `600 12px ${FONT}`;
  for (const place of areas) chip(pen, place, { height: 20, strong: true });
  ink.font = `500 11px ${FONT}`;
  for (const place of folders) chip(pen, place, { height: 17, strong: false });
  if (style.coarse) return;
  ink.font = `450 11px ${FONT}`;
  for (const place of files) if (scene.inks.ofNode[place.row] !== BLANK) plain(pen, place);
}

const MARK_ROOM = 16;

interface ChipLook {
  readonly height: number;
  readonly strong: boolean;
}

function chip(pen: Pen, { row, box }: LabelPlace, { height, strong }: ChipLook): void {
  const { ink, scene, style } = pen;
  const area = scene.tree.area[row]!;
  const mark = strong && area >= 0 ? style.markOf(area) : null;
  const indent = mark === null ? 0 : MARK_ROOM;
  const room = box.w - 22 - indent;
  const name = shortened(nameOf(scene, row), (some) => widthOf(pen, some) <= room);
  if (name === '') return;
  const place = freePlace(pen, box, { w: indent + widthOf(pen, name) + 12, h: height });
  if (place === undefined) return;
  pen.taken.push(place);
  ink.globalAlpha = strong ? 0.94 : 0.8;
  ink.fillStyle = style.palette.surface;
  ink.beginPath();
  ink.roundRect(place.x, place.y, place.w, height, 5);
  ink.fill();
  ink.globalAlpha = 1;
  ink.fillStyle = strong ? style.palette.ink : style.palette.ink2;
  if (mark !== null) paintMark(ink, mark, { x: place.x + 12, y: place.y + height / 2 });
  ink.fillText(name, place.x + 6 + indent, place.y + height / 2 + 0.5);
}

/** A folder that begins where its area does has no corner of its own: it stays unnamed rather than pile up. */
function freePlace({ scene, taken }: Pen, box: ScreenBox, { w, h }: { readonly w: number; readonly h: number }): ScreenBox | undefined {
  const round = scene.layout.shape === 'packing';
  const x = round ? box.x + (box.w - w) / 2 : box.x + 5;
  const tops = round ? [box.y + box.h * 0.1, box.y + box.h * 0.5 - h / 2] : [box.y + 5];
  return tops.map((y) => ({ x, y, w, h })).find((place) => place.y + h < box.y + box.h && !taken.some((other) => overlaps(other, place)));
}

function plain(pen: Pen, { row, box }: LabelPlace): void {
  const { ink, scene, style, taken } = pen;
  const round = scene.layout.shape === 'packing';
  const room = box.w - (round ? 12 : 14);
  const text = shortened(nameOf(scene, row), (some) => widthOf(pen, some) <= room);
  if (text === '') return;
  const w = widthOf(pen, text);
  // The corner may be taken by the area's own name: then the second line is tried.
  const corners = round
    ? [{ x: box.x + (box.w - w) / 2, y: box.y + box.h / 2 - 8 }]
    : [4, 28].map((down) => ({ x: box.x + 7, y: box.y + down }));
  const place = corners
    .map((corner) => ({ ...corner, w, h: 16 }))
    .find((one) => one.y + 18 < box.y + box.h && !taken.some((other) => overlaps(other, one)));
  if (place === undefined) return;
  taken.push(place);
  ink.fillStyle = inkOn(scene.inks.ofNode[row]!, style.palette);
  ink.fillText(text, place.x, place.y + 8.5);
}

function nameOf({ tree }: Scene, row: number): string {
  return visible(tree.name[row]!.slice(0, LONGEST_NAME));
}

/** Dark text on light patches and light text on dark ones (WCAG relative luminance). */
function inkOn(patch: number, palette: Palette): string {
  if (patch <= FAINT_HATCH) return palette.ink2;
  const channel = (value: number): number => ((value & 255) / 255) ** 2.2;
  const light = 0.2126 * channel(patch) + 0.7152 * channel(patch >> 8) + 0.0722 * channel(patch >> 16);
  return light > 0.19 ? '#14201f' : '#f6f4ee';
}

const MOST_WIDTHS = 20_000;
/** Widths of texts by font: measuring is slow, and the same names come frame after frame. */
const widths = new Map<string, number>();

function widthOf({ ink }: Pen, text: string): number {
  const key = `${ink.font}\n${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size > MOST_WIDTHS) widths.clear();
  const { width } = ink.measureText(text);
  widths.set(key, width);
  return width;
}

function overlaps(a: ScreenBox, b: ScreenBox): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
