import type { Fact } from '#core/facts/fact.ts';
import type { Naming, Skipped, Told } from '#core/facts/told.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { FileGiven } from '#sources/connecting/connector.ts';
import { csvRows, type CsvRow } from '#sources/cells/csv-rows.ts';
import { rowOf } from './read-row.ts';
import { EXAMPLE_ROW, headOf, isExampleRow, type SheetHead } from './sheet-head.ts';
import { RowProblem } from '#sources/cells/row-problem.ts';
import type { Sheet } from './sheet.ts';

/** Rows after which a file that nothing could be read of is given back. */
const ROWS_OF_NOTHING = 1000;
/** Namings are told once; past so many different ones again. */
const MOST_NAMED = 100_000;

/** What a filled-in sheet tells, piece by piece. A row that cannot be understood is skipped and told with its line; where that is every row, the file is refused. */
export async function* readSheet(file: FileGiven, sheet: Sheet): AsyncGenerator<Told> {
  const head = headOf(file.head, [sheet]);
  if (head === undefined)
    throw refusal('file-unfit', { file: file.name, reason: `its first line does not name the columns of ${sheet.name}` });
  const reader = new SheetReader(head);
  let skipped: readonly Skipped[] = [];
  let anything = false;
  for await (const rows of csvRows(file.open(), head.form)) {
    const told = reader.tell(rows);
    anything ||= told.facts.length > 0;
    if (anything) yield { ...told, skipped: [...skipped, ...told.skipped] };
    skipped = anything ? [] : [...skipped, ...told.skipped];
    if (skipped.length >= ROWS_OF_NOTHING) break;
  }
  const first = skipped.find(({ why }) => why !== EXAMPLE_ROW);
  if (!anything && first === undefined && skipped.length > 0) yield { facts: [], namings: [], skipped };
  else if (!anything && first !== undefined) throw refusal('sheet-unreadable', { file: file.name, row: first.what, why: first.why });
}

type WholeRow = Extract<CsvRow, { readonly cells: readonly string[] }>;

interface Telling {
  readonly facts: Fact[];
  readonly namings: Naming[];
  readonly skipped: Skipped[];
}

class SheetReader {
  readonly #head: SheetHead;
  readonly #named = new Set<string>();

  constructor(head: SheetHead) {
    this.#head = head;
  }

  tell(rows: readonly CsvRow[]): Told {
    const told = { facts: [] as Fact[], namings: [] as Naming[], skipped: [] as Skipped[] };
    for (const row of rows) {
      if (row.line <= this.#head.line) continue;
      const why = 'broken' in row ? row.broken : this.#tellRow(row, told);
      if (why !== undefined) told.skipped.push({ what: `line ${row.line}`, why });
    }
    return told;
  }

  #tellRow({ line, cells }: WholeRow, told: Telling): string | undefined {
    if (isExampleRow(this.#head, cells)) return EXAMPLE_ROW;
    const [namings, skipped]: [Naming[], Skipped[]] = [[], []];
    try {
      const { sheet, columns } = this.#head;
      const facts = sheet.tell(
        rowOf({
          columns,
          cells,
          named: (naming) => namings.push(naming),
          skip: ({ what, why }) => skipped.push({ what: `line ${line}, ${what}`, why }),
        }),
      );
      told.facts.push(...facts);
    } catch (problem) {
      if (problem instanceof RowProblem) return problem.message;
      throw problem;
    }
    told.namings.push(...namings.filter((naming) => this.#isNew(naming)));
    told.skipped.push(...skipped);
    return undefined;
  }

  #isNew({ of, name = '', sameAs = [] }: Naming): boolean {
    const key = `${of}\n${name}\n${sameAs.join(' ')}`;
    if (this.#named.size > MOST_NAMED) this.#named.clear();
    return this.#named.size !== this.#named.add(key).size;
  }
}
