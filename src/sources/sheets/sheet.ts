import type { FactFamily } from '#core/facts/fact-kinds.ts';
import type { Fact, Handle } from '#core/facts/fact.ts';
import type { Naming, Skipped } from '#core/facts/told.ts';
import type { Moment } from '#core/terms/moment.ts';

/** A file of rows that people fill in, or that a system hands out: one row, one thing that happened. */
export interface Sheet {
  /** Also the name of its template: `tickets` is `tickets.csv`. */
  readonly kind: string;
  readonly name: string;
  readonly gives: readonly FactFamily[];
  readonly reads: string;
  /** Its files hold more than is taken, which must never be kept. */
  readonly unkept?: true;
  /** Characters of its longest rows, where texts stand in them that are not taken; default: as people fill them in. */
  readonly longest?: number;
  readonly columns: readonly SheetColumn[];
  readonly tell: (row: SheetRow) => readonly Fact[];
}

export interface SheetColumn {
  readonly name: string;
  /** What else it is called, where versions differ. */
  readonly also?: readonly string[];
  /** A row without it is skipped, and a file without it is not this sheet. */
  readonly needed?: true;
  /** One sentence for whoever fills it in. */
  readonly says: string;
  readonly example: string;
}

/** One row; each getter throws `RowProblem` where a cell cannot be understood. Empty cells are absent. */
export interface SheetRow {
  readonly text: (column: string) => string | undefined;
  /** An address, or several words: up to 2,000 characters. */
  readonly long: (column: string) => string | undefined;
  readonly needed: (column: string) => string;
  readonly person: (column: string) => Handle | undefined;
  /** Several, in their order, with ` > ` between them. */
  readonly people: (column: string) => readonly Handle[];
  readonly texts: (column: string) => readonly string[];
  readonly neededPerson: (column: string) => Handle;
  readonly moment: (column: string) => Moment | undefined;
  readonly neededMoment: (column: string) => Moment;
  /** The end of a stretch: a date alone counts as a whole day. */
  readonly end: (column: string) => Moment | undefined;
  readonly yes: (column: string) => boolean | undefined;
  readonly whole: (column: string) => number | undefined;
  /** Says that the handle is somebody whom other sources know by other handles. */
  readonly also: (person: Handle, others: readonly Handle[]) => void;
  readonly named: (naming: Naming) => void;
  /** Part of it that cannot be told, and why. */
  readonly skip: (skipped: Skipped) => void;
}
