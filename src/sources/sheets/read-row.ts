import type { Handle } from '#core/facts/fact.ts';
import type { Naming, Skipped } from '#core/facts/told.ts';
import { plainText } from '#sources/connecting/plain-text.ts';
import { cellEnd, cellMoment } from '#sources/cells/cell-moment.ts';
import { cellPerson } from '#sources/cells/cell-person.ts';
import { RowProblem } from '#sources/cells/row-problem.ts';
import type { SheetRow } from './sheet.ts';

export interface RowRead {
  readonly columns: ReadonlyMap<string, number>;
  readonly cells: readonly string[];
  /** Hears who is meant. */
  readonly named: (naming: Naming) => void;
  readonly skip: (skipped: Skipped) => void;
}

/** The cells of a row by the names of their columns. */
export function rowOf({ columns, cells, named, skip }: RowRead): SheetRow {
  const text = (column: string, most?: number) => {
    const raw = cells[columns.get(column) ?? -1];
    if (raw !== undefined && raw.includes('\uFFFD')) throw new RowProblem('it is not UTF-8: save the file as “CSV UTF-8”');
    return raw === undefined ? undefined : plainText(raw, most);
  };
  const texts = (column: string) => (text(column, LONGEST_CHAIN) ?? '').split(/\s+>\s+/).filter((one) => one !== '');
  const needed = (column: string) => text(column) ?? missing(column);
  const person = (column: string) => mapped(text(column), (cell) => personOf(cell, named));
  const moment = (column: string) => mapped(text(column), (cell) => cellMoment(cell).at);
  return {
    text: (column) => text(column),
    long: (column) => text(column, LONG),
    named,
    skip,
    texts,
    needed,
    person,
    people: (column) => texts(column).map((cell) => personOf(cell, named)),
    neededPerson: (column) => person(column) ?? missing(column),
    moment,
    neededMoment: (column) => moment(column) ?? missing(column),
    end: (column) => mapped(text(column), cellEnd),
    yes: (column) => mapped(text(column), yesOrNo),
    whole: (column) => mapped(text(column), wholeNumber),
    also: (of, sameAs) => {
      if (sameAs.length > 0) named({ of, sameAs });
    },
  };
}

/** Characters of an address. */
const LONG = 2000;
/** Characters of several people in one cell. */
const LONGEST_CHAIN = 1000;

function personOf(cell: string, named: (naming: Naming) => void): Handle {
  const { handle, name, mail } = cellPerson(cell);
  if (name !== undefined || mail !== undefined)
    named({ of: handle, ...(name === undefined ? {} : { name }), ...(mail === undefined ? {} : { mail }) });
  return handle;
}

function mapped<Value>(cell: string | undefined, of: (cell: string) => Value): Value | undefined {
  return cell === undefined ? undefined : of(cell);
}

function missing(column: string): never {
  throw new RowProblem(`${column} is empty`);
}

const YES = new Set(['yes', 'y', 'true', '1', 'x', 'ja', 'j', 'wahr', 'oui', 'sí', 'si', 'sì', 'sim', 'vrai']);
const NO = new Set(['no', 'n', 'false', '0', 'nein', 'falsch', 'non', 'não', 'nao', 'nee', 'faux']);

function yesOrNo(cell: string): boolean {
  const word = cell.toLowerCase();
  if (!YES.has(word) && !NO.has(word)) throw new RowProblem(`${cell} is neither yes nor no`);
  return YES.has(word);
}

function wholeNumber(cell: string): number {
  if (!/^\d{1,6}$/.test(cell)) throw new RowProblem(`${cell} is no whole number`);
  return Number(cell);
}
