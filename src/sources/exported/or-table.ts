import type { FileReader } from '#sources/connecting/connector.ts';
import { readSheet } from '#sources/sheets/read-sheet.ts';
import { headOf } from '#sources/sheets/sheet-head.ts';
import type { Sheet } from '#sources/sheets/sheet.ts';

/** What a reader takes, and a table that the same service hands out: known by its first line. */
export function orTable(reader: FileReader, table: Sheet): FileReader {
  const isTable = ({ head }: Parameters<FileReader['recognises']>[0]): boolean => headOf(head, [table]) !== undefined;
  return {
    ...reader,
    takes: `${reader.takes}; or ${table.name}`,
    recognises: (sample) => isTable(sample) || reader.recognises(sample),
    read: (file, telling) => (isTable(file) && !reader.recognises(file) ? readSheet(file, table) : reader.read(file, telling)),
  };
}
