import type { Palette } from '#web/look/inks.ts';
import { visible } from '#core/report/visible.ts';
import { isLeaf, KIND } from './map-tree.ts';
import type { Scene } from './paint-treemap.ts';
import { FAINT_HATCH } from './paint-treemap.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
interface Candidate {
  readonly row: number;
  readonly box: Box;
  readonly area: number;
}

export interface LabelStyle {
  readonly palette: Palette;
  readonly width: number;
  readonly height: number;
  /** ○ ◐ ● or ▨ per area row, drawn before its name. */
  readonly markOf: (area: number) => string;
}

const MOST_LABELS = 140;
const LEAST = { area: { w: 46, h: 24 }, folder: { w: 120, h: 72 }, file: { w: 96, h: 26 } };

/** Names on the map, in screen pixels: areas first, then folders, then files, never one over another. */
export function paintLabels(ink: CanvasRenderingContext2D, scene: Scene, style: LabelStyle): void {
  const taken: Box[] = [];
  const { areas, folders, files } = candidates(scene, style);
  ink.textBaseline = 'middle';
  for (const candidate of areas)
    chip(ink, scene, style, { candidate, taken, font: '600 12px "Inter Variable", sans-serif', height: 20, marked: true });
  for (const candidate of folders)
    chip(ink, scene, style, { candidate, taken, font: '500 11px "Inter Variable", sans-serif', height: 17, marked: false });
  for (const candidate of files) plain(ink, scene, style, candidate, taken);
}

function candidates({ tree, layout, view }: Scene, style: LabelStyle): { areas: Candidate[]; folders: Candidate[]; files: Candidate[] } {
  const found = { areas: [] as Candidate[], folders: [] as Candidate[], files: [] as Candidate[] };
  let row = 1;
  while (row < tree.count) {
    const box = onScreen(layout, view, row, style);
    if (box === null || box.w < LEAST.area.w || box.h < LEAST.area.h) {
      row = tree.end[row]!;
      continue;
    }
    const candidate = { row, box, area: box.w * box.h };
    const around = box.w >= style.width * 0.98 && box.h >= style.height * 0.98;
    if (isLeaf(tree, row)) {
      if (fits(box, LEAST.file)) found.files.push(candidate);
    } else if (!around) {
      if (tree.kind[row] !== KIND.folder) found.areas.push(candidate);
      else if (fits(box, LEAST.folder)) found.folders.push(candidate);
    }
    row++;
  }
  const bigFirst = (a: Candidate, b: Candidate): number => b.area - a.area;
  return {
    areas: found.areas.sort(bigFirst).slice(0, MOST_LABELS),
    folders: found.folders.sort(bigFirst).slice(0, MOST_LABELS),
    files: found.files.sort(bigFirst).slice(0, MOST_LABELS),
  };
}

function fits(box: Box, least: { readonly w: number; readonly h: number }): boolean {
  return box.w >= least.w && box.h >= least.h;
}

function onScreen(layout: Scene['layout'], view: Scene['view'], row: number, style: LabelStyle): Box | null {
  const x = Math.max(0, (layout.x0[row]! - view.x) * view.k);
  const y = Math.max(0, (layout.y0[row]! - view.y) * view.k);
  const right = Math.min(style.width, (layout.x1[row]! - view.x) * view.k);
  const bottom = Math.min(style.height, (layout.y1[row]! - view.y) * view.k);
  return right <= x || bottom <= y ? null : { x, y, w: right - x, h: bottom - y };
}

interface Chip {
  readonly candidate: Candidate;
  readonly taken: Box[];
  readonly font: string;
  readonly height: number;
  readonly marked: boolean;
}

function chip(ink: CanvasRenderingContext2D, scene: Scene, style: LabelStyle, { candidate, taken, font, height, marked }: Chip): void {
  const { row, box } = candidate;
  ink.font = font;
  const mark = marked && scene.tree.area[row]! >= 0 ? `${style.markOf(scene.tree.area[row]!)} ` : '';
  const most = box.w - 22;
  const text = shorten(ink, mark, visible(scene.tree.name[row]!), most);
  if (text === '') return;
  const round = scene.layout.shape === 'packing';
  const w = ink.measureText(text).width + 12;
  const x = round ? box.x + (box.w - w) / 2 : box.x + 5;
  // A folder that begins where its area does has no corner of its own: it stays unnamed rather than pile up.
  const tries = round ? [box.y + box.h * 0.1, box.y + box.h * 0.5 - height / 2] : [box.y + 5];
  const y = tries.find((top) => top + height < box.y + box.h && !taken.some((other) => overlaps(other, { x, y: top, w, h: height })));
  if (y === undefined) return;
  taken.push({ x, y, w, h: height });
  ink.globalAlpha = marked ? 0.94 : 0.8;
  ink.fillStyle = style.palette.surface;
  ink.beginPath();
  ink.roundRect(x, y, w, height, 5);
  ink.fill();
  ink.globalAlpha = 1;
  ink.fillStyle = marked ? style.palette.ink : style.palette.ink2;
  ink.fillText(text, x + 6, y + height / 2 + 0.5);
}

function plain(ink: CanvasRenderingContext2D, scene: Scene, style: LabelStyle, { row, box }: Candidate, taken: Box[]): void {
  ink.font = '450 11px "Inter Variable", sans-serif';
  const round = scene.layout.shape === 'packing';
  const text = shorten(ink, '', visible(scene.tree.name[row]!), box.w - (round ? 12 : 14));
  if (text === '') return;
  const w = ink.measureText(text).width;
  const place = round ? { x: box.x + (box.w - w) / 2, y: box.y + box.h / 2 - 8, w, h: 16 } : { x: box.x + 7, y: box.y + 4, w, h: 16 };
  if (taken.some((other) => overlaps(other, place))) return;
  taken.push(place);
  ink.fillStyle = inkOn(scene.inks.ofNode[row]!, style.palette);
  ink.fillText(text, place.x, place.y + 8.5);
}

/** Dark text on light patches and light text on dark ones (WCAG relative luminance). */
function inkOn(patch: number, palette: Palette): string {
  if (patch <= FAINT_HATCH) return palette.ink2;
  const channel = (value: number): number => ((value & 255) / 255) ** 2.2;
  const light = 0.2126 * channel(patch) + 0.7152 * channel(patch >> 8) + 0.0722 * channel(patch >> 16);
  return light > 0.19 ? '#14201f' : '#f6f4ee';
}

function shorten(ink: CanvasRenderingContext2D, mark: string, name: string, most: number): string {
  if (ink.measureText(mark + name).width <= most) return mark + name;
  for (let keep = Math.min(name.length - 1, Math.floor(most / 5)); keep >= 3; keep--) {
    const cut = `${mark}${name.slice(0, keep)}…`;
    if (ink.measureText(cut).width <= most) return cut;
  }
  return '';
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
