import { Buffer } from 'node:buffer';
import { GitFailure, endOf, startGit } from '#sources/opening/git-process.ts';
import type { GitPlace } from '#sources/opening/git-process.ts';
import { DiffReader } from './diff-reader.ts';
import type { Share } from './diff-reader.ts';
import type { Dictionaries } from './log-columns.ts';
import type { MinedBlock } from './mined-history.ts';

export interface MiningOrder {
  readonly place: GitPlace;
  readonly hashBytes: 20 | 32;
  /** Arguments for `rev-list`: which commits, newest first. */
  readonly revisions: readonly string[];
  /** Objects may be missing: where contents are, renames are followed only by identity. */
  readonly partial: boolean;
  readonly processes: number;
  readonly dictionaries: Dictionaries;
  readonly onProgress?: ((done: number, total: number | undefined) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Mined {
  /** In walking order. */
  readonly blocks: readonly MinedBlock[];
  /** Commits whose renames could be followed only by identity, because contents are missing. */
  readonly exact: number;
}

/** Commits handed to one process at a time: large enough to keep its caches warm, small enough to share the work. */
const BLOCK = 512;
/** Blocks that a process holds unread, so that it never waits for us. */
const AHEAD = 3;
/** After this many stops over missing contents, the rest of the history is read without looking into contents. */
const MOST_STOPS = 50;

/**
 * One pass over the history: `rev-list` names the commits, and `diff-tree` processes read them in blocks while it
 * still walks. Two processes on two cores beat the one `git log` that would do the same.
 */
export async function mineCommits(order: MiningOrder): Promise<Mined> {
  order.signal?.throwIfAborted();
  return await new Mining(order).run();
}

class Mining {
  readonly #order: MiningOrder;
  readonly #lineLength: number;
  readonly #stop = new AbortController();
  readonly #outcome = Promise.withResolvers<void>();
  readonly #placed: (MinedBlock & { readonly start: number })[] = [];
  #readers: DiffReader[] = [];
  /** Hashes that are no share yet. */
  #named: Buffer[] = [];
  #namedBytes = 0;
  #shares: Share[] = [];
  #commits = 0;
  #read = 0;
  #exact = 0;
  #stops = 0;
  #allNamed = false;

  constructor(order: MiningOrder) {
    this.#order = order;
    this.#lineLength = order.hashBytes * 2 + 1;
  }

  async run(): Promise<Mined> {
    const { signal } = this.#order;
    const forward = (): void => this.#fail(signal?.reason);
    signal?.addEventListener('abort', forward, { once: true });
    try {
      this.#open(false);
      this.#nameCommits();
      await this.#outcome.promise;
    } finally {
      signal?.removeEventListener('abort', forward);
      this.#stop.abort();
      await Promise.allSettled(this.#readers.map((reader) => reader.ended));
    }
    const blocks = this.#placed.toSorted((a, b) => a.start - b.start).map(({ columns, from, count }) => ({ columns, from, count }));
    return { blocks, exact: this.#exact };
  }

  /** The first thing that goes wrong stops everything else. */
  #fail(error: unknown): void {
    this.#outcome.reject(error);
    this.#stop.abort();
  }

  #nameCommits(): void {
    const args = ['rev-list', ...this.#order.revisions];
    const child = startGit(this.#order.place, args, this.#stop.signal);
    child.stdin!.end();
    child.stdout!.on('data', (chunk: Buffer) => {
      this.#named.push(chunk);
      this.#namedBytes += chunk.length;
      while (this.#namedBytes >= BLOCK * this.#lineLength) this.#cut(BLOCK * this.#lineLength);
      this.#turn();
    });
    void this.#afterwards(async () => {
      const { code, stderr } = await endOf(child);
      if (code !== 0) throw new GitFailure(args, code, stderr);
      if (this.#namedBytes > 0) this.#cut(this.#namedBytes);
      this.#allNamed = true;
    });
  }

  /** Makes a share of the first `bytes` that rev-list has named. */
  #cut(bytes: number): void {
    const parts: Buffer[] = [];
    for (let left = bytes; left > 0; ) {
      const head = this.#named[0]!;
      parts.push(head.subarray(0, left));
      if (head.length <= left) this.#named.shift();
      else this.#named[0] = head.subarray(left);
      left -= Math.min(left, head.length);
    }
    const count = bytes / this.#lineLength;
    this.#shares.push({ start: this.#commits, count, lines: Buffer.concat(parts), exact: this.#stops > MOST_STOPS });
    this.#commits += count;
    this.#namedBytes -= bytes;
  }

  /** Whatever happened, see what can be done next. */
  #turn(): void {
    while (this.#shares.length > 0 && this.#assign(this.#shares[0]!)) this.#shares.shift();
    if (!this.#allNamed || this.#shares.length > 0) return;
    for (const reader of this.#readers) reader.close();
    if (this.#readers.length === 0) this.#outcome.resolve();
  }

  /** Gives the share to whichever reader has the least to do; another starts when all have plenty. */
  #assign(share: Share): boolean {
    const open = this.#readers.filter((reader) => !reader.closed && reader.exact === share.exact);
    const idle = open.reduce<DiffReader | undefined>((a, b) => (a === undefined || b.waiting < a.waiting ? b : a), undefined);
    if (idle === undefined || (idle.waiting >= BLOCK && open.length < this.#order.processes)) {
      this.#open(share.exact).give(share);
      return true;
    }
    if (idle.waiting >= BLOCK * AHEAD) return false;
    idle.give(share);
    return true;
  }

  #open(exact: boolean): DiffReader {
    const { place, hashBytes, dictionaries } = this.#order;
    const onData = (): void => {
      this.#turn();
      this.#report();
    };
    const reader = new DiffReader({ place, hashBytes, dictionaries, exact, signal: this.#stop.signal, onData });
    this.#readers.push(reader);
    void this.#afterwards(async () => this.#collect(reader, await reader.ended));
    return reader;
  }

  async #afterwards(step: () => Promise<void>): Promise<void> {
    try {
      await step();
      this.#turn();
    } catch (error) {
      this.#fail(error);
    }
  }

  #report(): void {
    const done = this.#readers.reduce((sum, reader) => sum + reader.parser.commits, this.#read);
    this.#order.onProgress?.(done, this.#allNamed ? this.#commits : undefined);
  }

  /** Takes the blocks of a reader that has ended. */
  #collect(reader: DiffReader, { code, stderr }: { readonly code: number; readonly stderr: string }): void {
    this.#readers = this.#readers.filter((other) => other !== reader);
    const failure = new GitFailure(['diff-tree'], code, stderr);
    if (code !== 0 && (!this.#order.partial || reader.exact)) throw failure;
    if (code === 0) reader.parser.end();
    // A reader that stopped may not have finished the last commit of which it spoke.
    let left = code === 0 ? reader.parser.commits : Math.max(0, reader.parser.commits - 1);
    let from = 0;
    for (const share of reader.shares) {
      const count = Math.min(left, share.count);
      if (count > 0) this.#placed.push({ start: share.start, columns: reader.parser.columns, from, count });
      if (reader.exact) this.#exact += count;
      this.#read += count;
      from += count;
      left -= count;
      if (count < share.count && code === 0) throw failure;
      if (count < share.count) this.#again(share, count);
    }
    if (code !== 0) this.#passOver();
  }

  /** Queues what a stopped reader left of a share. */
  #again(share: Share, done: number): void {
    const lines = share.lines.subarray(done * this.#lineLength);
    this.#shares.unshift({ ...share, start: share.start + done, count: share.count - done, lines });
  }

  /** The first commits left by a stopped reader, one of which it could not read, are read by identity only. */
  #passOver(): void {
    this.#stops++;
    this.#shares = this.#shares.toSorted((a, b) => a.start - b.start);
    const share = this.#shares[0]!;
    const count = this.#stops > MOST_STOPS ? share.count : Math.min(share.count, STEP);
    this.#shares[0] = { ...share, count, lines: share.lines.subarray(0, count * this.#lineLength), exact: true };
    if (count < share.count) {
      const lines = share.lines.subarray(count * this.#lineLength);
      this.#shares.splice(1, 0, { ...share, start: share.start + count, count: share.count - count, lines });
    }
    if (this.#stops > MOST_STOPS) this.#shares = this.#shares.map((other) => ({ ...other, exact: true }));
  }
}

/** The commit that may be unfinished, and the one that could not be read. */
const STEP = 2;
