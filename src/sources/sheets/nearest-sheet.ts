import { csvRowsOf } from '#sources/cells/csv-rows.ts';
import { columnNamed } from './sheet-head.ts';
import { SHEETS } from './sheets.ts';

/** A table that is none of ours, beside the one that it would be with the fewest columns renamed. */
export interface NearestSheet {
  readonly columns: readonly string[];
  readonly kind: string;
  readonly lacks: readonly string[];
}

/** Words that the exports of ticket systems have for what a table of ours calls otherwise. */
const TICKET_WORDS = /ticket|issue[_ ]key|incident|case|assign|priority|resol/i;

/** Undefined where the first line is no header: fewer than two cells, or long ones. */
export function nearestSheet(text: string): NearestSheet | undefined {
  const line = text.split(/\r?\n|\r/, 1)[0]!;
  const rows = [',', ';', '\t']
    .flatMap((delimiter) => csvRowsOf(line, { delimiter, newline: '\n' }))
    .flatMap((row) => ('cells' in row ? [row.cells] : []));
  const columns = rows.toSorted((one, other) => other.length - one.length)[0] ?? [];
  if (columns.length < 2 || columns.some((cell) => cell.length > 60)) return undefined;
  const names = new Set(columns.map(columnNamed));
  const near = SHEETS.map((sheet) => {
    const lacks = sheet.columns.filter(({ name, needed }) => needed === true && !names.has(name)).map(({ name }) => name);
    const shared = sheet.columns.filter(({ name }) => names.has(name)).length;
    const hinted = sheet.kind === 'tickets' && TICKET_WORDS.test(columns.join('\n')) ? 1 : 0;
    return { columns, kind: sheet.kind, lacks, near: shared + hinted };
  });
  return near.toSorted((one, other) => other.near - one.near || one.lacks.length - other.lacks.length)[0];
}
