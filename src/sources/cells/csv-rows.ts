/** One row of a file of separated values; `line` is where it begins. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] } | { readonly line: number; readonly broken: string };

export interface CsvForm {
  readonly delimiter: string;
  readonly newline: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** Characters of one row at most; default: 64 Ki. */
  readonly longest?: number | undefined;
}

/** Characters of one row, so that a quote that nobody closes does not swallow the file. */
const MOST_IN_ROW = 64 * 1024;

/** Rows in pieces, as the bytes come (RFC 4180). A broken row costs its first line only: reading goes on with the next one. */
export async function* csvRows(pieces: AsyncIterable<Uint8Array>, form: CsvForm): AsyncGenerator<readonly CsvRow[]> {
  const decoder = new TextDecoder(form.encoding);
  const reader = new RowReader(form);
  for await (const piece of pieces) yield reader.take(decoder.decode(piece, { stream: true }), false);
  yield reader.take(decoder.decode(), true);
}

/** The rows of a text that is there as a whole. */
export function csvRowsOf(text: string, form: Omit<CsvForm, 'encoding'>): readonly CsvRow[] {
  return new RowReader(form).take(text, true);
}

/** What remains of the text that was taken, and where it stands. */
class RowReader {
  readonly #delimiter: string;
  readonly #newline: string;
  readonly #longest: number;
  #text = '';
  #line = 1;
  /** Inside of a row that is too long, up to its next line. */
  #passing = false;

  constructor({ delimiter, newline, longest = MOST_IN_ROW }: Omit<CsvForm, 'encoding'>) {
    this.#longest = longest;
    this.#delimiter = delimiter;
    this.#newline = newline;
  }

  take(text: string, last: boolean): readonly CsvRow[] {
    this.#text += text;
    const rows: CsvRow[] = [];
    let at = 0;
    while (at < this.#text.length) {
      const end = this.#passing ? this.#afterLine(at) : this.#row(at, last, rows);
      if (end === undefined) break;
      at = end;
    }
    // A line that is passed by and has not ended yet is not kept.
    this.#text = this.#passing ? '' : this.#text.slice(at);
    return rows;
  }

  /** Reads the row at `at` into `rows`; undefined where more text is needed. */
  #row(at: number, last: boolean, rows: CsvRow[]): number | undefined {
    const found = rowAt({ text: this.#text, at, delimiter: this.#delimiter, newline: this.#newline, last });
    if (found === 'more' && !last && this.#text.length - at <= this.#longest) return undefined;
    const line = this.#line;
    if (typeof found === 'object' && found.end - at <= this.#longest) {
      if (found.cells.some((cell) => cell !== '')) rows.push({ line, cells: found.cells });
      this.#line += this.#text.slice(at, found.end).split(this.#newline).length - 1;
      return found.end;
    }
    rows.push({
      line,
      broken: found === 'quote' ? MISPLACED : `a quote is not closed, or the row is longer than ${this.#longest / 1024} KiB`,
    });
    this.#passing = true;
    return this.#afterLine(at);
  }

  #afterLine(at: number): number | undefined {
    const end = this.#text.indexOf(this.#newline, at);
    if (end < 0) return undefined;
    this.#passing = false;
    this.#line++;
    return end + 1;
  }
}

const MISPLACED = 'a quote stands where none may be: inside of quotes it is written twice';

interface RowPlace {
  readonly text: string;
  readonly at: number;
  readonly delimiter: string;
  readonly newline: string;
  readonly last: boolean;
}

function rowAt(place: RowPlace): { readonly cells: readonly string[]; readonly end: number } | 'more' | 'quote' {
  const { text, at, delimiter, newline, last } = place;
  const cells: string[] = [];
  for (let from = at; ; ) {
    const quoted = text.startsWith('"', from);
    const close = quoted ? closingQuote(text, from + 1) : from;
    if (quoted && (close < 0 || (close + 1 === text.length && !last))) return 'more';
    if (!quoted) {
      const plain = plainCells({ ...place, at: from });
      if (plain === undefined) return 'more';
      cells.push(...plain.cells);
      if (plain.ends) return { cells, end: plain.end };
      from = plain.end;
      continue;
    }
    cells.push(
      text
        .slice(from + 1, close)
        .replaceAll('""', '"')
        .trim(),
    );
    const next = text.startsWith('\r', close + 1) && newline === '\n' ? close + 2 : close + 1;
    if (next >= text.length) return last ? { cells, end: text.length } : 'more';
    if (text.startsWith(newline, next)) return { cells, end: next + 1 };
    if (!text.startsWith(delimiter, close + 1)) return 'quote';
    from = close + 2;
  }
}

function closingQuote(text: string, from: number): number {
  let close = text.indexOf('"', from);
  while (close >= 0 && text.startsWith('"', close + 1)) close = text.indexOf('"', close + 2);
  return close;
}

/** Cells up to the end of the line, or up to the first one that begins with a quote. */
function plainCells({ text, at, delimiter, newline, last }: RowPlace) {
  const found = text.indexOf(newline, at);
  if (found < 0 && !last) return undefined;
  const stop = found < 0 ? text.length : found;
  const line = text.slice(at, stop);
  const quote = line.indexOf(`${delimiter}"`);
  const cells = (quote < 0 ? line : line.slice(0, quote)).split(delimiter).map((cell) => cell.trim());
  return { cells, ends: quote < 0, end: quote < 0 ? (found < 0 ? stop : stop + 1) : at + quote + 1 };
}
