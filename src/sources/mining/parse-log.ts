import { COMMIT_FLAG } from '#core/evidence/raw-history.ts';
import { OutputTooLarge } from '#sources/opening/git-process.ts';
import { GrowingBytes } from './growing-column.ts';
import type { GrowingUint32 } from './growing-column.ts';
import { LogColumns, OFFSET_ZERO } from './log-columns.ts';
import type { Dictionaries } from './log-columns.ts';
import { subjectFlags } from './subject.ts';
import { TRAILER_PLACEHOLDER, TrailerReader } from './trailers.ts';

/**
 * The fields that the parser expects, one per line, closed by git's own NUL. Names are asked for before `.mailmap`:
 * it is applied later to the distinct ones, so that a changed mailmap needs no new pass over the history.
 */
export const LOG_FORMAT = `--format=${['%H %P', '%ad %ct', '%an', '%ae', '%cn', '%ce', '%s', TRAILER_PLACEHOLDER].join('%n')}`;

const NUL = 0;
const NEWLINE = 10;
const SPACE = 32;
const ADDED = 65;
const COPIED = 67;
const RENAMED = 82;

const NO_PATH = 0xffff_ffff;
/** Different paths in one history; the largest known have a few millions. */
const MOST_PATHS = 20_000_000;
/** Bytes of one commit's names and first line, or of one path. */
const MOST_RECORD = 16 * 1024 * 1024;

/** Reads `diff-tree --name-status -z` with LOG_FORMAT from chunks of any size. */
export class LogParser {
  readonly columns = new LogColumns();
  readonly #dictionaries: Dictionaries;
  readonly #hexLength: number;
  readonly #trailers: TrailerReader;
  /** The beginning of a record whose end has not come yet. */
  readonly #waiting = new GrowingBytes(1 << 17);

  constructor(dictionaries: Dictionaries, hashBytes: 20 | 32) {
    this.#dictionaries = dictionaries;
    this.#hexLength = hashBytes * 2;
    this.#trailers = new TrailerReader(dictionaries.identities);
  }

  /** Commits whose header has been read. The last one may still get touches. */
  get commits(): number {
    return this.columns.author.length;
  }

  feed(chunk: Uint8Array): void {
    const { paths } = this.#dictionaries;
    if (paths.size > MOST_PATHS || this.#waiting.length > MOST_RECORD) throw new OutputTooLarge(['diff-tree'], MOST_RECORD);
    if (this.#waiting.length === 0) {
      const read = this.#records(chunk);
      this.#waiting.append(chunk, read, chunk.length);
    } else {
      this.#waiting.append(chunk, 0, chunk.length);
      this.#waiting.drop(this.#records(this.#waiting.view()));
    }
  }

  /** Call when the stream has ended. */
  end(): void {
    if (this.#waiting.length > 0) throw new Error(`git stopped in the middle of a record (${this.#waiting.length} bytes left)`);
  }

  /** Reads whole records; returns how far it came. */
  #records(bytes: Uint8Array): number {
    for (let at = 0; at < bytes.length; ) {
      const first = bytes[at]!;
      const next = isStatus(first) ? this.#touch(bytes, at) : first === NUL || first === NEWLINE ? at + 1 : this.#commit(bytes, at);
      if (next < 0) return at;
      at = next;
    }
    return bytes.length;
  }

  /** `S[score]\0path\0[path\0]`. Returns where the next record starts, or -1 when more is needed. */
  #touch(bytes: Uint8Array, at: number): number {
    const letter = bytes[at]!;
    let path = at + 1;
    while (path < bytes.length && bytes[path] !== NUL) path++;
    const { paths } = this.#dictionaries;
    const first = paths.internToNul(bytes, ++path);
    if (first < 0) return -1;
    const columns = this.columns;
    if (letter !== RENAMED && letter !== COPIED) {
      columns.touchPath.push(first);
      columns.touchOldPath.push(NO_PATH);
      columns.touchStatus.push(letter);
      return paths.end + 1;
    }
    const second = paths.internToNul(bytes, paths.end + 1);
    if (second < 0) return -1;
    columns.touchPath.push(second);
    columns.touchOldPath.push(first);
    columns.touchStatus.push(letter === RENAMED ? RENAMED : ADDED);
    return paths.end + 1;
  }

  #commit(bytes: Uint8Array, at: number): number {
    const end = bytes.indexOf(NUL, at);
    if (end < 0) return -1;
    const columns = this.columns;
    columns.firstTouch.push(columns.touchPath.length);
    columns.firstParent.push(columns.parentHash.length / (this.#hexLength / 2));
    const before = columns.parentHash.length;
    const times = this.#hashes(bytes, at);
    const merges = columns.parentHash.length - before > this.#hexLength / 2;
    const committer = this.#identity(bytes, this.#times(bytes, times), columns.author);
    const subject = this.#identity(bytes, committer, columns.committer);
    const line = lineEnd(bytes, subject, end);
    const merge = merges ? COMMIT_FLAG.merge : 0;
    columns.flags.push(merge | subjectFlags(bytes.subarray(subject, line), bytes.subarray(committer, subject - 1)));
    if (line < end) this.#trailers.read(bytes.subarray(line + 1, end), columns);
    return end + 1;
  }

  /** `commit parent parent …\n`; returns the start of the next line. */
  #hashes(bytes: Uint8Array, at: number): number {
    this.#id(this.columns.hash, bytes, at);
    let next = at + this.#hexLength;
    while (bytes[next] === SPACE && bytes[next + 1] !== NEWLINE) {
      this.#id(this.columns.parentHash, bytes, next + 1);
      next += this.#hexLength + 1;
    }
    return lineEnd(bytes, next, bytes.length) + 1;
  }

  /** `authored +zone committed\n`, any of which a broken commit may lack. */
  #times(bytes: Uint8Array, at: number): number {
    const end = lineEnd(bytes, at, bytes.length);
    let space = bytes.indexOf(SPACE, at);
    if (space < 0 || space > end) space = end;
    let second = bytes.indexOf(SPACE, space + 1);
    if (second < 0 || second > end) second = space;
    this.columns.authoredAt.push(seconds(bytes, at, space));
    this.columns.offset.push(OFFSET_ZERO + zone(bytes, space + 1, second));
    this.columns.committedAt.push(seconds(bytes, second + 1, end));
    return end + 1;
  }

  /** `name\nemail\n` */
  #identity(bytes: Uint8Array, at: number, column: GrowingUint32): number {
    const end = lineEnd(bytes, lineEnd(bytes, at, bytes.length) + 1, bytes.length);
    column.push(this.#dictionaries.identities.intern(bytes, at, end));
    return end + 1;
  }

  #id(column: GrowingBytes, bytes: Uint8Array, at: number): void {
    column.reserve(this.#hexLength / 2);
    for (let i = at; i < at + this.#hexLength; i += 2) column.data[column.length++] = (nibble(bytes[i]!) << 4) | nibble(bytes[i + 1]!);
  }
}

/** Records of files begin with a capital, those of commits with a hash. */
function isStatus(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}

function lineEnd(bytes: Uint8Array, from: number, limit: number): number {
  for (let i = from; i < limit; i++) if (bytes[i] === NEWLINE) return i;
  return limit;
}

/** Value of a hexadecimal digit, either case. */
function nibble(byte: number): number {
  return byte < 58 ? byte - 48 : (byte | 32) - 87;
}

/** Seconds in decimal, clamped to what the column holds; 0 where there is no number. */
function seconds(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = bytes[i]! - 48;
    if (digit < 0 || digit > 9) return 0;
    value = value * 10 + digit;
  }
  return Math.min(value, 0xffff_ffff);
}

/** `+0530` in minutes; 0 where it is not one. */
function zone(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== 5) return 0;
  const minutes = seconds(bytes, from + 1, from + 3) * 60 + seconds(bytes, from + 3, to);
  return bytes[from] === 45 ? -minutes : minutes;
}
