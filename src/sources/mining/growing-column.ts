/**
 * Typed arrays that grow by half: the columns of a history while its length is not known yet.
 * They grow in place where the allocator can and hand their memory back at once (`transfer`), instead of leaving the
 * old array to the garbage collector. Inner loops write `data[length++]` themselves after `reserve`.
 */
export class GrowingUint32 {
  data: Uint32Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 1024) {
    this.data = new Uint32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.data.length) this.data = new Uint32Array(this.data.buffer.transfer(4 * nextCapacity(this.length + 1)));
    this.data[this.length++] = value;
  }

  view(): Uint32Array<ArrayBuffer> {
    return this.data.subarray(0, this.length);
  }

  /** Gives the memory back; the column is empty afterwards. */
  release(): void {
    this.data = new Uint32Array(this.data.buffer.transfer(0));
    this.length = 0;
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
    if (this.length + extra > this.data.length) this.data = new Uint8Array(this.data.buffer.transfer(nextCapacity(this.length + extra)));
  }

  /** Drops the first `count` bytes. */
  drop(count: number): void {
    this.data.copyWithin(0, count, this.length);
    this.length -= count;
  }

  view(): Uint8Array<ArrayBuffer> {
    return this.data.subarray(0, this.length);
  }

  /** Gives the memory back; the column is empty afterwards. */
  release(): void {
    this.data = new Uint8Array(this.data.buffer.transfer(0));
    this.length = 0;
  }
}

function nextCapacity(needed: number): number {
  return Math.ceil(needed * 1.5) + 64;
}
