/**
 * Typed arrays that grow by half: the columns of a history while its length is not known yet.
 * Inner loops write `data[length++]` themselves after `reserve`, so these are classes that mutate.
 */
export class GrowingUint32 {
  data: Uint32Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 1024) {
    this.data = new Uint32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.data.length) this.data = grown(this.data, new Uint32Array(nextCapacity(this.length + 1)));
    this.data[this.length++] = value;
  }

  view(): Uint32Array<ArrayBuffer> {
    return this.data.subarray(0, this.length);
  }
}

export class GrowingBytes {
  data: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 4096) {
    this.data = new Uint8Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.data.length) this.reserve(1);
    this.data[this.length++] = value;
  }

  /** Appends `bytes[start … end)`. */
  append(bytes: Uint8Array, start: number, end: number): void {
    this.reserve(end - start);
    if (end - start > 48) this.data.set(bytes.subarray(start, end), this.length);
    else for (let i = start, at = this.length; i < end; i++, at++) this.data[at] = bytes[i]!;
    this.length += end - start;
  }

  reserve(extra: number): void {
    if (this.length + extra > this.data.length) this.data = grown(this.data, new Uint8Array(nextCapacity(this.length + extra)));
  }

  view(): Uint8Array<ArrayBuffer> {
    return this.data.subarray(0, this.length);
  }
}

function nextCapacity(needed: number): number {
  return Math.ceil(needed * 1.5) + 64;
}

function grown<A extends Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(old: A, larger: A): A {
  larger.set(old);
  return larger;
}
