import { LONGEST_RECORD, SIGNS } from './json-records.ts';

/** One object of a list, with the key that the list stands under; or an outermost object that holds none of these lists. */
export interface ListedRecord {
  readonly list: string | undefined;
  /** Undefined where it is longer than any should be, or breaks off. */
  readonly bytes: Uint8Array | undefined;
}

const LONGEST_KEY = 64;

/**
 * The entries of `{"incidents": [ … ], "more": false}`, one by one, however long the list, for the lists that are asked for; pages may stand
 * behind each other or in a list. An outermost object without such a list is a record itself. Never holds more than one record.
 */
export async function* jsonLists(pieces: AsyncIterable<Uint8Array>, lists: ReadonlySet<string>): AsyncIterable<ListedRecord> {
  const walk = new Walk(lists);
  for await (const piece of pieces) yield* walk.through(piece);
  if (walk.isInside) yield { list: walk.list, bytes: undefined };
}

/** Where in the text the reading stands; changes with every byte. */
class Walk {
  readonly #lists: ReadonlySet<string>;
  #depth = 0;
  #quoted = false;
  #escaped = false;
  /** Text that began last in the outermost object, and what of it is key of the next value. */
  #text: number[] = [];
  #list: string | undefined;
  #hadList = false;
  #held: Uint8Array[] = [];
  #length = 0;

  constructor(lists: ReadonlySet<string>) {
    this.#lists = lists;
  }

  get isInside(): boolean {
    return this.#depth > 0;
  }

  get list(): string | undefined {
    return this.#list;
  }

  *through(piece: Uint8Array): Generator<ListedRecord> {
    let start = this.#isHolding ? 0 : -1;
    for (let i = 0; i < piece.length; i++) {
      const held = this.#isHolding;
      const before = this.#list;
      this.#step(piece[i]!);
      if (held === this.#isHolding) continue;
      if (!held) start = i;
      else if (before === undefined && this.#list !== undefined) this.#forget();
      else {
        this.#hold(piece.subarray(start, i + 1));
        const bytes = this.#length > LONGEST_RECORD ? undefined : Buffer.concat(this.#held);
        this.#forget();
        yield { list: before, bytes };
      }
      if (held) start = -1;
    }
    if (start >= 0) this.#hold(piece.subarray(start));
  }

  /** In a record of a list, or in an outermost object of which no list has been met yet. */
  get #isHolding(): boolean {
    return this.#list === undefined ? this.#depth > 0 && !this.#hadList : this.#depth > 2;
  }

  #step(byte: number): void {
    if (this.#depth === 0) {
      if (byte === SIGNS.open) [this.#depth, this.#hadList] = [1, false];
      return;
    }
    if (this.#quoted) return this.#inText(byte);
    if (byte === SIGNS.quote) [this.#quoted, this.#text] = [true, []];
    else if (byte === SIGNS.open || byte === SIGNS.openList) this.#open(byte);
    else if (byte === SIGNS.close || byte === SIGNS.closeList) this.#close();
    else if (byte !== SIGNS.colon && this.#depth === 1 && byte > 32) this.#text = [];
  }

  #inText(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === SIGNS.escape) this.#escaped = true;
    else if (byte === SIGNS.quote) this.#quoted = false;
    else if (this.#depth === 1 && this.#text.length <= LONGEST_KEY) this.#text.push(byte);
  }

  #open(byte: number): void {
    const key = this.#depth === 1 && byte === SIGNS.openList ? Buffer.from(this.#text).toString('latin1') : '';
    if (this.#lists.has(key)) [this.#list, this.#hadList] = [key, true];
    this.#depth++;
  }

  #close(): void {
    this.#depth--;
    if (this.#depth === 1) this.#list = undefined;
    if (this.#depth === 0) this.#hadList = false;
  }

  #hold(bytes: Uint8Array): void {
    this.#length += bytes.length;
    if (this.#length > LONGEST_RECORD) this.#held = [];
    else this.#held.push(bytes);
  }

  #forget(): void {
    this.#held = [];
    this.#length = 0;
  }
}
