import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { refusal } from '#core/terms/refusals.ts';
import { bytesBelow, MirrorSizes } from './mirror-sizes.ts';
import { GB, type MirrorLimits } from './mirror-limits.ts';

export interface Watched {
  /** Of the mirror; those of the others lie beside it. */
  readonly folder: string;
  readonly address: string;
  readonly limits: MirrorLimits;
  /** Bytes that are free where the folder lies. */
  readonly freeAt?: (folder: string) => Promise<number>;
}

/** Between two looks at what has arrived, milliseconds. A fast line brings a tenth of a gigabyte meanwhile. */
const PAUSE = 100;

/** Looks at what a fetch does to the disk while it runs: `signal` ends it with a refusal before it fills anything. */
export class FetchWatch {
  readonly #watched: Watched;
  readonly #sizes: MirrorSizes;
  readonly #trouble = new AbortController();
  readonly #begun = performance.now();
  #timer: NodeJS.Timeout | undefined;
  #heardAt = performance.now();
  #bytes = -1;

  constructor(watched: Watched) {
    this.#watched = watched;
    this.#sizes = new MirrorSizes(dirname(watched.folder));
  }

  get signal(): AbortSignal {
    return this.#trouble.signal;
  }

  /** Git has said something: it lives. */
  readonly heard = (): void => void (this.#heardAt = performance.now());

  /** Refuses at once where there is no room to begin with. */
  async begin(): Promise<void> {
    await this.#look();
    this.signal.throwIfAborted();
    this.#again();
  }

  /** Notes what the mirror has come to. */
  async end(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sizes.note(this.#watched.folder, await bytesBelow(this.#watched.folder));
  }

  #again(): void {
    this.#timer = setTimeout(() => void this.#lookAgain(), PAUSE);
  }

  async #lookAgain(): Promise<void> {
    await this.#look().catch((problem: unknown) => this.#trouble.abort(problem));
    if (this.#timer !== undefined && !this.signal.aborted) this.#again();
  }

  async #look(): Promise<void> {
    const { folder, address, limits, freeAt = freeSpace } = this.#watched;
    const [bytes, free] = await Promise.all([bytesBelow(folder), freeAt(dirname(folder))]);
    if (bytes !== this.#bytes) {
      this.heard();
      this.#sizes.note(folder, bytes);
    }
    this.#bytes = bytes;
    if (bytes >= limits.one) this.#end(refusal('mirror-too-large', { address, most: inGb(limits.one) }));
    else if (bytes + this.#sizes.besides(folder) >= limits.all) this.#end(refusal('mirrors-full', { address, most: inGb(limits.all) }));
    else if (free < limits.leastFree) this.#end(refusal('disk-short', { address, free: inGb(free), least: inGb(limits.leastFree) }));
    else this.#judgeTime();
  }

  #judgeTime(): void {
    const { address, limits } = this.#watched;
    const now = performance.now();
    const no = (reason: string): void => this.#end(refusal('source-unreachable', { address, reason }));
    if (now - this.#heardAt > limits.silence) no(`nothing came for ${inSeconds(limits.silence)} seconds`);
    else if (now - this.#begun > limits.longest) no(`fetching it took longer than ${inSeconds(limits.longest)} seconds`);
  }

  #end(problem: Error): void {
    this.#trouble.abort(problem);
  }
}

async function freeSpace(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

function inGb(bytes: number): string {
  return String(Math.round((bytes / GB) * 1000) / 1000);
}

function inSeconds(milliseconds: number): string {
  return String(milliseconds / 1000);
}
