import { TRAILER_KINDS } from '#core/evidence/raw-history.ts';
import type { TrailerKind } from '#core/evidence/raw-history.ts';
import type { ByteDictionary } from './byte-dictionary.ts';
import type { LogColumns } from './parse-log.ts';

/** Which trailer says what. Git finds the trailers itself (`%(trailers)`), so its rules about where they may stand hold. */
const KEYS: readonly (readonly [key: string, kind: TrailerKind])[] = [
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
const KIND_OF_KEY = new Map(KEYS.map(([key, kind]) => [key.toLowerCase(), TRAILER_KINDS.indexOf(kind)]));
/** A message with more trailers than this is not written by hand; the rest is not read. */
const MOST_PER_COMMIT = 1000;

/** Reads lines `Key: Name <email>` into the trailer columns. */
export class TrailerReader {
  static readonly placeholder = `%(trailers:only,unfold,${KEYS.map(([key]) => `key=${key}`).join(',')})`;
  readonly #identities: ByteDictionary;
  #scratch = new Uint8Array(256);

  constructor(identities: ByteDictionary) {
    this.#identities = identities;
  }

  read(bytes: Uint8Array, from: number, to: number, columns: LogColumns): void {
    let left = MOST_PER_COMMIT;
    for (let at = from; at < to && left > 0; left--) {
      let end = bytes.indexOf(10, at);
      if (end < 0 || end > to) end = to;
      this.#line(bytes, at, end, columns);
      at = end + 1;
    }
  }

  #line(bytes: Uint8Array, from: number, to: number, columns: LogColumns): void {
    const colon = bytes.indexOf(58, from);
    if (colon < 0 || colon >= to) return;
    const kind = KIND_OF_KEY.get(asciiLower(bytes, from, colon));
    if (kind === undefined) return;
    columns.trailerCommit.push(columns.author.length - 1);
    columns.trailerKind.push(kind);
    columns.trailerIdentity.push(this.#identity(bytes, colon + 1, to));
  }

  /** `Name <email>`; a value without an e-mail is all name. */
  #identity(bytes: Uint8Array, from: number, to: number): number {
    let open = -1;
    let close = -1;
    for (let i = from; i < to; i++) {
      if (bytes[i] === 60 && open < 0) open = i;
      else if (bytes[i] === 62 && open >= 0 && close < 0) close = i;
    }
    if (close < 0) return this.#intern(bytes, trimmed(bytes, from, to), [to, to]);
    return this.#intern(bytes, trimmed(bytes, from, open), trimmed(bytes, open + 1, close));
  }

  #intern(bytes: Uint8Array, name: readonly [number, number], email: readonly [number, number]): number {
    const nameLength = name[1] - name[0];
    const length = nameLength + 1 + email[1] - email[0];
    if (this.#scratch.length < length) this.#scratch = new Uint8Array(length * 2);
    this.#scratch.set(bytes.subarray(name[0], name[1]), 0);
    this.#scratch[nameLength] = 10;
    this.#scratch.set(bytes.subarray(email[0], email[1]), nameLength + 1);
    return this.#identities.intern(this.#scratch, 0, length);
  }
}

function trimmed(bytes: Uint8Array, from: number, to: number): readonly [number, number] {
  while (from < to && bytes[from]! <= 32) from++;
  while (to > from && bytes[to - 1]! <= 32) to--;
  return [from, to];
}

function asciiLower(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i]!);
  return text.trim().toLowerCase();
}
