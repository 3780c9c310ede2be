import { Buffer } from 'node:buffer';

const [NEWLINE, RETURN, SPACE, TAB] = [10, 13, 32, 9];
/** Bytes of one line that are kept; pictures and descriptions may go on for megabytes. */
const MOST_IN_LINE = 16 * 1024;

/** The content lines of a calendar, unfolded as bytes (RFC 5545, 3.1), because a fold may fall into the middle of a letter. */
export async function* calendarLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  const unfolder = new Unfolder();
  for await (const piece of pieces) yield unfolder.take(piece);
  yield unfolder.rest();
}

class Unfolder {
  #parts: Uint8Array[] = [];
  #size = 0;
  /** The line so far has ended, unless the next byte folds it. */
  #ended = false;

  take(piece: Uint8Array): readonly string[] {
    const lines: string[] = [];
    for (let at = 0; at < piece.length; ) {
      if (this.#ended) {
        const folds = piece[at] === SPACE || piece[at] === TAB;
        if (!folds) lines.push(this.#line());
        this.#ended = false;
        if (folds) at++;
        continue;
      }
      const end = piece.indexOf(NEWLINE, at);
      this.#keep(piece.subarray(at, end < 0 ? piece.length : end));
      this.#ended = end >= 0;
      at = end < 0 ? piece.length : end + 1;
    }
    return lines;
  }

  rest(): readonly string[] {
    return this.#size === 0 ? [] : [this.#line()];
  }

  #keep(bytes: Uint8Array): void {
    const kept = bytes.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes;
    if (this.#size >= MOST_IN_LINE || kept.length === 0) return;
    // A copy: what the piece belongs to may be large.
    this.#parts.push(Uint8Array.from(kept.subarray(0, MOST_IN_LINE - this.#size)));
    this.#size += kept.length;
  }

  #line(): string {
    const text = Buffer.concat(this.#parts).toString('utf8');
    this.#parts = [];
    this.#size = 0;
    return text;
  }
}
