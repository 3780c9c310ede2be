import { csvRowsOf, type CsvForm } from '#sources/cells/csv-rows.ts';
import type { Sheet } from './sheet.ts';

/** How a table is written, and which of the sheets it is. */
export interface SheetHead {
  readonly sheet: Sheet;
  readonly form: CsvForm;
  /** Which cell of a row is which column of the sheet. */
  readonly columns: ReadonlyMap<string, number>;
  /** Line of the header. */
  readonly line: number;
}

/** Exports with fields of their own have hundreds of columns. */
const MOST_HEAD = 64 * 1024;
const DELIMITERS = [',', ';', '\t'] as const;

/** Recognised by its header alone, in any order of columns; what is not known is passed by. */
export function headOf(head: Uint8Array, sheets: readonly Sheet[]): SheetHead | undefined {
  const encoding = encodingOf(head);
  const text = new TextDecoder(encoding).decode(head.subarray(0, MOST_HEAD), { stream: true });
  const newline = text.includes('\n') ? '\n' : '\r';
  const lines = text.split(newline, 3).map((line) => line.trim());
  // Excel may say the delimiter in a line of its own.
  const line = /^"?sep=.?"?$/.test(lines[0] ?? '') ? 2 : 1;
  const found = DELIMITERS.flatMap((delimiter) => {
    const [row] = csvRowsOf(lines[line - 1] ?? '', { delimiter, newline });
    const columns = row !== undefined && 'cells' in row ? columnsOf(row.cells) : new Map<string, number>();
    return sheets
      .map((sheet) => ({ sheet, columns: withOtherNames(sheet, columns) }))
      .filter((one) => fits(one.sheet, one.columns))
      .map((one) => ({ ...one, line, form: { delimiter, newline, encoding, longest: one.sheet.longest } }));
  });
  return found.toSorted((a, b) => known(b) - known(a))[0];
}

/** Of two equal ones the first counts. */
function columnsOf(cells: readonly string[]): ReadonlyMap<string, number> {
  return new Map(cells.map((cell, i) => [columnNamed(cell), i] as const).toReversed());
}

/** Where a column is not there under its own name, under the first other one that is. */
function withOtherNames({ columns: wanted }: Sheet, columns: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const others = wanted.flatMap(({ name, also = [] }) => {
    const other = columns.has(name) ? undefined : also.find((one) => columns.has(one));
    return other === undefined ? [] : [[name, columns.get(other)!] as const];
  });
  return others.length === 0 ? columns : new Map([...columns, ...others]);
}

/** Names of columns as people write them: `First assignee` is `first_assignee`. */
export function columnNamed(cell: string): string {
  return cell.toLowerCase().replaceAll(/[\s-]+/g, '_');
}

function fits(sheet: Sheet, columns: ReadonlyMap<string, number>): boolean {
  return sheet.columns.every(({ name, needed }) => needed !== true || columns.has(name));
}

function known({ sheet, columns }: Pick<SheetHead, 'sheet' | 'columns'>): number {
  return sheet.columns.filter(({ name }) => columns.has(name)).length;
}

function encodingOf(head: Uint8Array): CsvForm['encoding'] {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** Why the row that a template shows is not told. */
export const EXAMPLE_ROW = 'it is the example of the template, which is nobody’s';

/** Whether a row is the one that the template shows, in every one of its columns. */
export function isExampleRow({ sheet, columns }: SheetHead, cells: readonly string[]): boolean {
  return sheet.columns.every(({ name, example }) => cells[columns.get(name) ?? -1]?.trim() === example);
}
