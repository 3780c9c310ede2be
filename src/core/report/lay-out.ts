import { visible } from './visible.ts';

/** One cell ready to print: its text, which side it hugs, and how it is dressed after its width is known. */
export interface Cell {
  readonly text: string;
  readonly align?: 'left' | 'right';
  /** Breaks into lines instead of being cut. */
  readonly wraps?: boolean;
  readonly dress?: (text: string) => string;
}

const GAP = 2;
const SHORTEST = 10;

/** Lays cells out in columns no wider than `width`: long texts are cut with `…` or broken into lines, widest column first. */
export function layOut(rows: readonly (readonly Cell[])[], width: number): readonly string[] {
  const safe = rows.map((row) => row.map((cell) => ({ ...cell, text: visible(cell.text) })));
  const natural = naturalWidths(safe);
  const widths = fitted(natural, cuttable(safe), width);
  return safe.flatMap((row) => linesOf(row, widths));
}

/** A row takes as many lines as its longest cell that wraps. */
function linesOf(row: readonly Cell[], widths: readonly number[]): readonly string[] {
  const broken = row.map((cell, i) => (cell.wraps ? wrapped(cell.text, widths[i]!) : [cell.text]));
  const height = Math.max(1, ...broken.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    row
      .map((cell, i) => dressed({ ...cell, text: broken[i]![line] ?? '' }, widths[i]!, i === row.length - 1))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

/** Breaks a sentence into lines of at most `width` columns: at spaces, and inside words only where one alone is too long. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of visible(text)
    .split(' ')
    .flatMap((whole) => pieces(whole, width))) {
    if (line && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return line ? [...lines, line] : lines;
}

function pieces(word: string, width: number): readonly string[] {
  if (columnsOf(word) <= width) return [word];
  const parts: string[] = [''];
  for (const letter of word) {
    if (columnsOf(parts.at(-1)! + letter) > width) parts.push('');
    parts[parts.length - 1] += letter;
  }
  return parts;
}

/** Columns a text takes on a terminal: wide letters take two, combining marks none. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const letter of text) columns += MARK.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  return columns;
}

/** The text cut to `width` columns, ending in `…` when something is missing. */
export function cut(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let kept = '';
  let columns = 1;
  for (const letter of text) {
    columns += columnsOf(letter);
    if (columns > width) break;
    kept += letter;
  }
  return `${kept}…`;
}

const MARK = /^[\p{M}\u200d\ufe0f]$/u;
const WIDE =
  /^[\u1100-\u115e\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

function naturalWidths(rows: readonly (readonly Cell[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, columnsOf(cell.text));
  return widths;
}

/** Columns of texts may be cut; a column that holds a figure keeps its width. */
function cuttable(rows: readonly (readonly Cell[])[]): readonly boolean[] {
  const longest = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: longest }, (_, i) => rows.every((row) => row[i]?.align !== 'right'));
}

function fitted(natural: readonly number[], mayCut: readonly boolean[], width: number): readonly number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, w) => sum + w + GAP, -GAP) - width;
  while (excess-- > 0) {
    const widest = widths.reduce((best, w, i) => (mayCut[i] && w > (widths[best] ?? 0) ? i : best), -1);
    if (widest < 0 || widths[widest]! <= SHORTEST) break;
    widths[widest]!--;
  }
  return widths;
}

function dressed(cell: Cell, width: number, last: boolean): string {
  const text = cut(cell.text, width);
  const room = ' '.repeat(Math.max(0, width - columnsOf(text)));
  const body = cell.dress ? cell.dress(text) : text;
  if (cell.align === 'right') return room + body;
  return last ? body : body + room;
}
