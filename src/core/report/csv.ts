import type { Cell, Column, Row } from '#core/terms/answer.ts';
import type { Released } from '#core/terms/released.ts';
import { isEstimate } from './write-cell.ts';
import { visible } from './visible.ts';

/**
 * The rows as RFC 4180 text. Estimates take three columns (`x`, `x_low`, `x_high`); figures keep full precision.
 * A text that a spreadsheet would run as a formula is led by an apostrophe.
 */
export function writeCsv(answer: Released): string {
  const fields = answer.columns.flatMap(fieldsOf);
  const lines = [fields.map((f) => quoted(f.name)), ...answer.rows.map((row) => fields.map((f) => quoted(f.read(row))))];
  return joined(lines);
}

/** Rows that are no answer, under the same rules. */
export function csvLines(rows: readonly (readonly (string | number)[])[]): string {
  return joined(rows.map((row) => row.map((cell) => quoted(plain(cell)))));
}

function joined(lines: readonly (readonly string[])[]): string {
  return `${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

interface Field {
  readonly name: string;
  readonly read: (row: Row) => string;
}

function fieldsOf(column: Column): readonly Field[] {
  const whole = { name: column.key, read: (row: Row) => plain(row[column.key]) };
  if (column.kind !== 'estimate') return [whole];
  return [
    whole,
    ...(['low', 'high'] as const).map((end) => ({ name: `${column.key}_${end}`, read: (row: Row) => endOf(row[column.key], end) })),
  ];
}

function plain(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (isEstimate(cell)) return String(cell.value);
  if (typeof cell === 'number') return String(cell);
  return harmless(typeof cell === 'string' ? cell : cell.join('; '));
}

function endOf(cell: Cell | undefined, end: 'low' | 'high'): string {
  return isEstimate(cell) ? String(cell[end]) : '';
}

function harmless(text: string): string {
  const shown = visible(text);
  return /^[\s\p{Zs}]*[=+\-@|%＝＋－＠]/u.test(shown) ? `'${shown}` : shown;
}

function quoted(text: string): string {
  return /[",\r\n;']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
