import type { Connector } from '#sources/connecting/connector.ts';
import { ABSENCES } from './absences.ts';
import { ACCESS_RIGHTS } from './access-rights.ts';
import { PEOPLE_EVENTS } from './people-events.ts';
import { readSheet } from './read-sheet.ts';
import { RECOGNITION } from './recognition.ts';
import { ROTA } from './rota.ts';
import { headOf } from './sheet-head.ts';
import type { Sheet } from './sheet.ts';
import { TICKETS } from './tickets.ts';

/** Files of rows that people fill in. */
export const SHEETS: readonly Sheet[] = [TICKETS, RECOGNITION, PEOPLE_EVENTS, ACCESS_RIGHTS, ABSENCES, ROTA];

export const SHEET_CONNECTORS: readonly Connector[] = SHEETS.map((sheet) => ({
  kind: sheet.kind,
  name: sheet.name,
  gives: sheet.gives,
  reads: sheet.reads,
  file: {
    takes: `tables (.csv) with the columns ${needed(sheet).join(', ')}`,
    recognises: (sample) => headOf(sample.head, SHEETS)?.sheet === sheet,
    ...(sheet.unkept === undefined ? {} : { unkept: sheet.unkept }),
    read: (file) => readSheet(file, sheet),
  },
}));

/** What somebody fills in: a header and one row as an example. */
export const SHEET_TEMPLATES: readonly { readonly name: string; readonly text: string }[] = SHEETS.map(({ kind, columns }) => ({
  name: `${kind}.csv`,
  text: `${columns.map(({ name }) => name).join(',')}\n${columns.map(({ example }) => example).join(',')}\n`,
}));

function needed({ columns }: Sheet): readonly string[] {
  return columns.filter((column) => column.needed === true).map(({ name }) => name);
}
