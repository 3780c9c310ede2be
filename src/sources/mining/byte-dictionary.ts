import { GrowingBytes, GrowingUint32 } from './growing-column.ts';

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Gives every distinct byte string a small number, in order of first sight, without ever making a JavaScript string.
 * Open addressing over FNV-1a; the strings lie one after another in one arena, each closed by a NUL
 * (git's names and paths never hold one), so that the arena can be decoded in one piece.
 */
export class ByteDictionary {
  /** Where the string of the last `internToNul` ended. */
  end = 0;
  readonly #arena = new GrowingBytes(1 << 16);
  readonly #start = new GrowingUint32(1024);
  readonly #hash = new GrowingUint32(1024);
  /** Slots hold id + 1; 0 is empty. */
  #slots = new Uint32Array(4096);

  get size(): number {
    return this.#start.length;
  }

  /** All strings, each followed by a NUL. */
  arena(): Uint8Array<ArrayBuffer> {
    return this.#arena.view();
  }

  /** Number of `bytes[start … end)`; a new one is given when it is seen first. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    let hash = FNV_START;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, FNV_PRIME);
    this.end = end;
    return this.#numberOf(bytes, start, hash >>> 0);
  }

  /** Number of the string from `start` to the next NUL, which `end` then names; -1 when there is no NUL yet. */
  internToNul(bytes: Uint8Array, start: number): number {
    const { length } = bytes;
    let hash = FNV_START;
    for (let i = start; i < length; i++) {
      const byte = bytes[i]!;
      if (byte === 0) {
        this.end = i;
        return this.#numberOf(bytes, start, hash >>> 0);
      }
      hash = Math.imul(hash ^ byte, FNV_PRIME);
    }
    return -1;
  }

  /** For the string from `start` to `this.end`. */
  #numberOf(bytes: Uint8Array, start: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = mix(hash) & mask;
    for (let held = this.#slots[slot]!; held !== 0; held = this.#slots[slot]!) {
      if (this.#hash.data[held - 1] === hash && this.#holds(held - 1, bytes, start)) return held - 1;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.size + 1;
    return this.#add(bytes, start, hash);
  }

  #holds(id: number, bytes: Uint8Array, start: number): boolean {
    const arena = this.#arena.data;
    const at = this.#start.data[id]!;
    const length = this.end - start;
    if (arena[at + length] !== 0) return false;
    for (let i = 0; i < length; i++) if (arena[at + i] !== bytes[start + i]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, hash: number): number {
    const id = this.size;
    this.#start.push(this.#arena.length);
    this.#hash.push(hash);
    this.#arena.append(bytes, start, this.end);
    this.#arena.push(0);
    if (id * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  /** Gives the memory back; the dictionary is empty afterwards and takes nothing more in. */
  release(): void {
    this.#arena.release();
    this.#start.release();
    this.#hash.release();
    this.#slots = new Uint32Array(0);
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    for (let id = 0; id < this.#hash.length; id++) {
      let slot = mix(this.#hash.data[id]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id + 1;
    }
    this.#slots = slots;
  }
}

/** FNV's low bits are weak for short strings that differ at the end: fold the high ones in. */
function mix(hash: number): number {
  return hash ^ (hash >>> 15);
}
