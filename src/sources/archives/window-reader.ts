import { Buffer } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';
import { callbackify } from 'node:util';
import { RandomAccessReader } from 'yauzl';

const WINDOW = 2 ** 20;

/** Reads a file where an archive wants it, a mebibyte ahead: directories and small entries lie one behind the other, and asking the disk for each of them costs more than they hold. */
export class WindowReader extends RandomAccessReader {
  readonly #file: FileHandle;
  readonly #size: number;
  #window = Buffer.alloc(0);
  #at = 0;

  constructor(file: FileHandle, size: number) {
    super();
    this.#file = file;
    this.#size = size;
  }

  override read(...[into, offset, length, position, callback]: Parameters<RandomAccessReader['read']>): void {
    const known = this.#known(length, position);
    known?.copy(into, offset);
    // What is there is given at once: the reader of archives asks for the next only afterwards.
    if (known !== undefined) callback(null);
    else callbackify(async () => void (await this.#bytes(length, position)).copy(into, offset))(callback);
  }

  /** So many bytes from there on; theirs alone. */
  async bytes(length: number, position: number): Promise<Buffer> {
    return Buffer.from(this.#known(length, position) ?? (await this.#bytes(length, position)));
  }

  #known(length: number, position: number): Buffer | undefined {
    const from = position - this.#at;
    return from < 0 || from + length > this.#window.length ? undefined : this.#window.subarray(from, from + length);
  }

  async #bytes(length: number, position: number): Promise<Buffer> {
    if (position < 0 || position + length > this.#size) throw new Error('unexpected end of the file');
    const wanted = Buffer.allocUnsafe(Math.min(Math.max(WINDOW, length), this.#size - position));
    for (let filled = 0; filled < wanted.length; ) {
      const { bytesRead } = await this.#file.read(wanted, filled, wanted.length - filled, position + filled);
      if (bytesRead === 0) throw new Error('unexpected end of the file');
      filled += bytesRead;
    }
    if (length <= WINDOW) [this.#window, this.#at] = [wanted, position];
    return wanted.subarray(0, length);
  }
}
