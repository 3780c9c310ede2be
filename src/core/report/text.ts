import type { Column, Row } from '#core/terms/answer.ts';
import type { Released } from '#core/terms/released.ts';
import { VERDICTS, type Verdict } from '#core/terms/verdict.ts';
import { counted } from '#core/terms/figures.ts';
import { closingNotes } from './closing-notes.ts';
import { explainText } from './explain-text.ts';
import { type Cell, columnsOf, layOut, wrapped } from './lay-out.ts';
import { type Palette, SHAPE } from './palette.ts';
import { writeCell } from './write-cell.ts';

export interface TextOptions {
  readonly width: number;
  readonly palette: Palette;
  /** Rows shown before the rest is only counted; all where nothing is said. */
  readonly mostRows?: number;
  /** Print the because of every figure below the table. */
  readonly explain?: boolean;
}

/** A text column this wide is readable; longer texts are cut before a column of detail goes. */
const WIDE_ENOUGH = 28;

/** Any answer for a terminal: the sentence, the rows, what stayed out; with `explain` every because. */
export function writeText(answer: Released, options: TextOptions): string {
  const { width, palette } = options;
  const sentence = wrapped(answer.reading, width - 2).map((line) => palette.strong(line));
  const notes = closingNotes(answer)
    .flatMap((note) => hanging(note, width - 2))
    .map(palette.faint);
  const because = options.explain ? explainText(answer, options) : [];
  const blocks = [sentence, tableText(answer, options), because, notes].filter((block) => block.length > 0);
  return `\n${blocks.map((block) => block.map(indented).join('\n')).join('\n\n')}\n\n`;
}

/** The rows under their headings, no wider than the terminal: columns marked as detail give way first. */
export function tableText(answer: Released, { width, palette, mostRows = Number.POSITIVE_INFINITY }: TextOptions): readonly string[] {
  if (answer.rows.length === 0) return [];
  const columns = fitting(answer, width - 4);
  const heading = columns.map((c) => ({ text: c.label, align: alignOf(c), dress: palette.faint }));
  const rows = answer.rows.slice(0, mostRows).map((row) => columns.map((c) => cellOf(c, row, palette)));
  const rest = answer.rows.length - rows.length;
  const more = rest > 0 ? [palette.faint(`… and ${counted(rest, 'more row', 'more rows')}: --csv or --json has all`)] : [];
  return [...layOut([heading, ...rows], width - 4), ...more].map((line) => `  ${line}`);
}

/** A verdict with its shape and colour; any other cell by the kind of its column. */
export function cellOf(column: Column, row: Row, palette: Palette): Cell {
  const text = writeCell(column, row[column.key]);
  const verdict = VERDICTS.find((v) => v === text);
  if (verdict && column.kind === 'text') return verdictCell(verdict, palette);
  return { text, align: alignOf(column), wraps: column.wraps === true };
}

export function verdictCell(verdict: Verdict, palette: Palette): Cell {
  return { text: `${SHAPE[verdict]} ${verdict}`, align: 'left', dress: palette.verdict[verdict] };
}

function fitting(answer: Released, width: number): readonly Column[] {
  let columns = [...answer.columns];
  while (naturalWidth(answer, columns) > width) {
    const detail = columns.findLastIndex((c) => c.detail === true);
    if (detail < 0) break;
    columns = columns.filter((_, i) => i !== detail);
  }
  return columns;
}

function naturalWidth(answer: Released, columns: readonly Column[]): number {
  const widths = columns.map((c) =>
    Math.max(columnsOf(c.label), ...answer.rows.map((row) => columnsOf(writeCell(c, row[c.key])) + (c.key === 'verdict' ? 2 : 0))),
  );
  return widths.reduce((sum, w) => sum + Math.min(w, WIDE_ENOUGH) + 2, -2);
}

function alignOf(column: Column): 'left' | 'right' {
  return column.kind === 'text' || column.kind === 'list' || column.kind === 'date' ? 'left' : 'right';
}

/** Wraps `Name: words` so that later lines stand under the words. */
export function hanging(note: string, width: number): readonly string[] {
  const indent = note.indexOf(': ') > 0 ? 12 : 0;
  const [name, words] = indent ? [note.slice(0, note.indexOf(': ') + 1), note.slice(note.indexOf(': ') + 2)] : ['', note];
  return wrapped(words, width - indent).map((line, i) => (i === 0 ? name.padEnd(indent) : ' '.repeat(indent)) + line);
}

function indented(line: string): string {
  return line ? ` ${line}` : line;
}
