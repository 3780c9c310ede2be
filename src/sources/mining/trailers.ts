import { TRAILER_KINDS } from '#core/evidence/raw-history.ts';
import type { TrailerKind } from '#core/evidence/raw-history.ts';
import { ByteDictionary } from './byte-dictionary.ts';
import type { LogColumns } from './log-columns.ts';

/** Which trailer says what. Git finds the trailers itself (`%(trailers)`), so its rules about where they may stand hold. */
export const TRAILER_KEYS: readonly (readonly [key: string, kind: TrailerKind])[] = [
  ['Co-authored-by', 'co-authored'],
  ['Co-developed-by', 'co-authored'],
  ['Reviewed-by', 'reviewed'],
  ['Approved-by', 'reviewed'],
  ['Acked-by', 'acked'],
  ['Tested-by', 'tested'],
  ['Signed-off-by', 'signed-off'],
  ['Assisted-by', 'assisted'],
  ['Generated-by', 'assisted'],
];

/** Makes git print the trailers that are read here, one per line, unfolded. */
export const TRAILER_PLACEHOLDER = `%(trailers:only,unfold,${TRAILER_KEYS.map(([key]) => `key=${key}`).join(',')})`;

const KIND_OF_KEY = new Map(TRAILER_KEYS.map(([key, kind]) => [key.toLowerCase(), TRAILER_KINDS.indexOf(kind)]));
/** A message with more trailers than this is not written by hand; the rest is not read. */
const MOST_PER_COMMIT = 1000;
const NEWLINE = 10;
const SPACE = 32;
const COLON = 58;
const OPEN = 60;
const CLOSE = 62;

/** Reads lines `Key: Name <email>` into the trailer columns. Nothing is allocated per line: some histories have a million. */
export class TrailerReader {
  readonly #identities: ByteDictionary;
  /** Spellings of keys met so far, and what each means (−1: nothing that we read). */
  readonly #keys = new ByteDictionary();
  readonly #kinds: number[] = [];
  /** The identity in hand, as it is interned. */
  #scratch = new Uint8Array(256);
  #length = 0;

  constructor(identities: ByteDictionary) {
    this.#identities = identities;
  }

  /** The lines belong to the last commit in `columns`. */
  read(lines: Uint8Array, columns: LogColumns): void {
    let left = MOST_PER_COMMIT;
    for (let at = 0; at < lines.length && left > 0; left--) {
      const end = find(lines, NEWLINE, at);
      const colon = find(lines, COLON, at);
      const kind = colon < end ? this.#kindOf(lines, at, colon) : -1;
      if (kind >= 0) {
        columns.trailerCommit.push(columns.author.length - 1);
        columns.trailerKind.push(kind);
        columns.trailerIdentity.push(this.#identity(lines, colon + 1, end));
      }
      at = end + 1;
    }
  }

  #kindOf(lines: Uint8Array, from: number, to: number): number {
    const key = this.#keys.intern(lines, from, to);
    if (key === this.#kinds.length) {
      const text = String.fromCharCode(...lines.subarray(from, Math.min(to, from + 64)));
      this.#kinds.push(KIND_OF_KEY.get(text.trim().toLowerCase()) ?? -1);
    }
    return this.#kinds[key]!;
  }

  /** `Name <email>` as `name\nemail`, both trimmed; a value without an e-mail is all name. */
  #identity(lines: Uint8Array, from: number, to: number): number {
    if (this.#scratch.length < to - from + 1) this.#scratch = new Uint8Array(2 * (to - from + 1));
    const open = find(lines, OPEN, from);
    const close = open < to ? find(lines, CLOSE, open) : to;
    this.#length = 0;
    this.#keep(lines, from, close < to ? open : to);
    this.#scratch[this.#length++] = NEWLINE;
    if (close < to) this.#keep(lines, open + 1, close);
    return this.#identities.intern(this.#scratch, 0, this.#length);
  }

  /** Appends what lies between to the scratch, without the blanks around it. */
  #keep(lines: Uint8Array, from: number, to: number): void {
    let [first, end] = [from, to];
    while (first < end && lines[first]! <= SPACE) first++;
    while (end > first && lines[end - 1]! <= SPACE) end--;
    for (let i = first; i < end; i++) this.#scratch[this.#length++] = lines[i]!;
  }
}

/** Where `byte` stands next, or the end. */
function find(lines: Uint8Array, byte: number, from: number): number {
  for (let i = from; i < lines.length; i++) if (lines[i] === byte) return i;
  return lines.length;
}
