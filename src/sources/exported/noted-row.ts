import type { Fact } from '#core/facts/fact.ts';
import { RowProblem } from '#sources/cells/row-problem.ts';
import { type Notes, startNotes } from '#sources/payloads/notes.ts';
import type { SheetRow } from '#sources/sheets/sheet.ts';

/** Descriptions, comments and worklogs stand in these rows; none of them is taken. */
export const LONGEST_ROW = 2 ** 20;

/** A row read as the record that the service's own API gives of the same thing: by the same references, so that either is known by the other. */
export function notedRow(row: SheetRow, forge: string, read: (notes: Notes) => void): readonly Fact[] {
  const notes = startNotes(forge);
  read(notes);
  const { facts, namings, skipped } = notes.told();
  if (facts.length === 0) throw new RowProblem(skipped[0]?.why ?? 'it says nothing that is read');
  namings.forEach(row.named);
  skipped.forEach(row.skip);
  return facts;
}
