import { NO_ROW } from '#core/evidence/raw-history.ts';

/** Finds the row of an object id among `hashes` (`count × width` bytes). Ids are random, so four bytes of one are its hash. */
export class RowOfHash {
  readonly #hashes: Uint8Array;
  readonly #width: number;
  /** Slots hold row + 1; 0 is empty. */
  readonly #slots: Uint32Array;

  /** `wanted`: only these ids will be asked for, where they are few. */
  constructor(hashes: Uint8Array, width: number, wanted?: Uint8Array) {
    const count = hashes.length / width;
    this.#hashes = hashes;
    this.#width = width;
    const keys = wanted === undefined || wanted.length > hashes.length / 8 ? undefined : keysOf(wanted, width);
    this.#slots = new Uint32Array(1 << Math.max(4, Math.ceil(Math.log2((keys?.size ?? count) * 4 + 1))));
    for (let row = 0; row < count; row++) if (keys === undefined || keys.has(key(hashes, row * width))) this.#place(row);
  }

  /** Row of the id at `bytes[at …]`, or NO_ROW. */
  find(bytes: Uint8Array, at: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = key(bytes, at) & mask; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const row = this.#slots[slot]! - 1;
      if (this.#same(row, bytes, at)) return row;
    }
    return NO_ROW;
  }

  #place(row: number): void {
    const mask = this.#slots.length - 1;
    let slot = key(this.#hashes, row * this.#width) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = row + 1;
  }

  #same(row: number, bytes: Uint8Array, at: number): boolean {
    const start = row * this.#width;
    for (let i = 0; i < this.#width; i++) if (this.#hashes[start + i] !== bytes[at + i]) return false;
    return true;
  }
}

function keysOf(hashes: Uint8Array, width: number): ReadonlySet<number> {
  const keys = new Set<number>();
  for (let at = 0; at < hashes.length; at += width) keys.add(key(hashes, at));
  return keys;
}

function key(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | ((bytes[at + 3]! & 0x7f) << 24);
}
