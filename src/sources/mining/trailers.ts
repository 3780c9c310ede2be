import { TRAILER_KINDS } from '#core/evidence/raw-history.ts';
import type { TrailerKind } from '#core/evidence/raw-history.ts';
import type { ByteDictionary } from './byte-dictionary.ts';
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
const COLON = 58;
const OPEN = 60;
const CLOSE = 62;

/** Reads lines `Key: Name <email>` into the trailer columns. */
export class TrailerReader {
  readonly #identities: ByteDictionary;
  #scratch = new Uint8Array(256);

  constructor(identities: ByteDictionary) {
    this.#identities = identities;
  }

  /** The lines belong to the last commit in `columns`. */
  read(lines: Uint8Array, columns: LogColumns): void {
    let left = MOST_PER_COMMIT;
    for (let at = 0; at < lines.length && left > 0; left--) {
      const found = lines.indexOf(NEWLINE, at);
      const end = found < 0 ? lines.length : found;
      this.#line(lines.subarray(at, end), columns);
      at = end + 1;
    }
  }

  #line(line: Uint8Array, columns: LogColumns): void {
    const colon = line.indexOf(COLON);
    const kind = colon < 0 ? undefined : KIND_OF_KEY.get(asciiLower(line.subarray(0, colon)));
    if (kind === undefined) return;
    columns.trailerCommit.push(columns.author.length - 1);
    columns.trailerKind.push(kind);
    columns.trailerIdentity.push(this.#identity(line.subarray(colon + 1)));
  }

  /** `Name <email>`; a value without an e-mail is all name. */
  #identity(value: Uint8Array): number {
    const open = value.indexOf(OPEN);
    const close = open < 0 ? -1 : value.indexOf(CLOSE, open);
    if (close < 0) return this.#intern(trimmed(value), value.subarray(value.length));
    return this.#intern(trimmed(value.subarray(0, open)), trimmed(value.subarray(open + 1, close)));
  }

  #intern(name: Uint8Array, email: Uint8Array): number {
    const length = name.length + 1 + email.length;
    if (this.#scratch.length < length) this.#scratch = new Uint8Array(length * 2);
    this.#scratch.set(name, 0);
    this.#scratch[name.length] = NEWLINE;
    this.#scratch.set(email, name.length + 1);
    return this.#identities.intern(this.#scratch, 0, length);
  }
}

function trimmed(bytes: Uint8Array): Uint8Array {
  let [from, to] = [0, bytes.length];
  while (from < to && bytes[from]! <= 32) from++;
  while (to > from && bytes[to - 1]! <= 32) to--;
  return bytes.subarray(from, to);
}

function asciiLower(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 64))
    .trim()
    .toLowerCase();
}
