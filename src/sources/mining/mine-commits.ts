import type { ChildProcess } from 'node:child_process';
import { Buffer } from 'node:buffer';
import { GitFailure, endOf, startGit } from '#sources/git/git-process.ts';
import type { GitPlace } from '#sources/git/git-process.ts';
import { LOG_FORMAT, LogParser } from './parse-log.ts';
import type { Dictionaries, LogColumns } from './parse-log.ts';

export interface MiningOrder {
  readonly place: GitPlace;
  readonly hashBytes: 20 | 32;
  /** Arguments for `rev-list`: which commits, newest first. */
  readonly revisions: readonly string[];
  /** Compare contents to find renames; without it only unchanged files are followed. */
  readonly inexactRenames: boolean;
  readonly processes: number;
  readonly onProgress?: ((done: number, total: number | undefined) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A run of commits in walking order: `count` rows that start at `from` in `columns`. */
export interface MinedBlock {
  readonly columns: LogColumns;
  readonly from: number;
  readonly count: number;
}

/** Commits handed to one process at a time: large enough to keep its caches warm, small enough to share the work. */
const BLOCK = 512;
/** Blocks that a process holds unread, so that it never waits for us. */
const AHEAD = 3;
/** Renames are looked for among at most this many created × removed files in a commit: git's own default, said aloud. */
const RENAME_LIMIT = 1000;

/**
 * One pass over the history: `rev-list` names the commits, and `diff-tree` processes read them in blocks while it
 * still walks. Two processes on two cores beat the one `git log` that would do the same.
 */
export async function mineCommits(order: MiningOrder, dictionaries: Dictionaries): Promise<readonly MinedBlock[]> {
  const mining = new Mining(order, dictionaries);
  return await mining.run();
}

interface Share {
  readonly start: number;
  readonly count: number;
}

class Reader {
  readonly child: ChildProcess;
  readonly parser: LogParser;
  readonly shares: Share[] = [];
  given = 0;
  readonly ended: Promise<{ readonly code: number; readonly stderr: string }>;

  constructor(order: MiningOrder, dictionaries: Dictionaries, signal: AbortSignal, onData: () => void) {
    this.parser = new LogParser(dictionaries, order.hashBytes);
    this.child = startGit(order.place, diffTree(order), signal);
    this.ended = endOf(this.child);
    this.child.stdout!.on('data', (chunk: Buffer) => {
      this.parser.feed(chunk);
      onData();
    });
  }

  get waiting(): number {
    return this.given - this.parser.commits;
  }
}

function diffTree(order: MiningOrder): string[] {
  const renames = order.inexactRenames ? '-M' : '-M100%';
  return ['diff-tree', '--stdin', '-r', '--root', '--always', '--raw', '-z', '--no-abbrev', '--no-ext-diff', '--no-textconv',
    '--no-notes', '--date=raw', renames, `-l${RENAME_LIMIT}`, LOG_FORMAT];
}

class Mining {
  readonly #order: MiningOrder;
  readonly #dictionaries: Dictionaries;
  readonly #readers: Reader[] = [];
  readonly #stop = new AbortController();
  readonly #lineLength: number;
  /** Hex hashes with newlines that no reader has been given yet. */
  #queue: Buffer[] = [];
  #queued = 0;
  #named = 0;
  #allNamed = false;
  #failure: unknown;

  constructor(order: MiningOrder, dictionaries: Dictionaries) {
    this.#order = order;
    this.#dictionaries = dictionaries;
    this.#lineLength = order.hashBytes * 2 + 1;
  }

  async run(): Promise<readonly MinedBlock[]> {
    const signal = this.#order.signal;
    const forward = (): void => this.#stop.abort(signal?.reason);
    signal?.throwIfAborted();
    signal?.addEventListener('abort', forward, { once: true });
    try {
      this.#addReader();
      await Promise.all([this.#nameCommits(), this.#readers[0]!.ended]);
      await Promise.all(this.#readers.map((reader) => this.#finish(reader)));
    } catch (error) {
      this.#stop.abort();
      await Promise.allSettled(this.#readers.map((reader) => reader.ended));
      signal?.throwIfAborted();
      throw this.#failure ?? error;
    } finally {
      signal?.removeEventListener('abort', forward);
    }
    return this.#blocks();
  }

  #addReader(): void {
    const reader = new Reader(this.#order, this.#dictionaries, this.#stop.signal, () => this.#onData());
    reader.ended.then(({ code, stderr }) => {
      if (code !== 0) this.#fail(new GitFailure(['diff-tree'], code, stderr));
    }, (error: unknown) => this.#fail(error));
    this.#readers.push(reader);
  }

  /** The first thing that goes wrong stops everything else. */
  #fail(error: unknown): void {
    this.#failure ??= error;
    this.#stop.abort();
  }

  async #nameCommits(): Promise<void> {
    const args = ['rev-list', ...this.#order.revisions];
    const child = startGit(this.#order.place, args, this.#stop.signal);
    child.stdin!.end();
    child.stdout!.on('data', (chunk: Buffer) => {
      this.#queue.push(chunk);
      this.#queued += chunk.length;
      this.#dispatch();
    });
    const { code, stderr } = await endOf(child);
    if (this.#failure !== undefined) throw this.#failure;
    this.#order.signal?.throwIfAborted();
    if (code !== 0) throw new GitFailure(args, code, stderr);
    this.#allNamed = true;
    this.#dispatch();
  }

  #onData(): void {
    this.#dispatch();
    const done = this.#readers.reduce((sum, reader) => sum + reader.parser.commits, 0);
    this.#order.onProgress?.(done, this.#allNamed ? this.#named + this.#queued / this.#lineLength : undefined);
  }

  /** Gives waiting commits to whichever reader has the least to do; a second reader starts when the first has plenty. */
  #dispatch(): void {
    while (this.#queued >= BLOCK * this.#lineLength || (this.#allNamed && this.#queued > 0)) {
      let idle = this.#readers.reduce((a, b) => (b.waiting < a.waiting ? b : a));
      if (idle.waiting >= BLOCK && this.#readers.length < this.#order.processes) {
        this.#addReader();
        idle = this.#readers.at(-1)!;
      }
      if (idle.waiting >= BLOCK * AHEAD) return;
      this.#give(idle);
    }
    if (this.#allNamed) for (const reader of this.#readers) reader.child.stdin!.end();
  }

  #give(reader: Reader): void {
    const bytes = Math.min(this.#queued, BLOCK * this.#lineLength);
    const count = bytes / this.#lineLength;
    for (const part of this.#take(bytes)) reader.child.stdin!.write(part);
    reader.shares.push({ start: this.#named, count });
    reader.given += count;
    this.#named += count;
  }

  #take(bytes: number): Buffer[] {
    const parts: Buffer[] = [];
    this.#queued -= bytes;
    for (let left = bytes; left > 0; ) {
      const head = this.#queue[0]!;
      parts.push(head.subarray(0, left));
      if (head.length <= left) this.#queue.shift();
      else this.#queue[0] = head.subarray(left);
      left -= Math.min(left, head.length);
    }
    return parts;
  }

  async #finish(reader: Reader): Promise<void> {
    await reader.ended;
    if (this.#failure !== undefined) throw this.#failure;
    this.#order.signal?.throwIfAborted();
    reader.parser.end();
    if (reader.waiting !== 0) throw new Error(`git was asked for ${reader.given} commits and gave ${reader.parser.commits}`);
  }

  /** The shares of all readers, in walking order. */
  #blocks(): readonly MinedBlock[] {
    const placed = this.#readers.flatMap((reader) => {
      let from = 0;
      return reader.shares.map(({ start, count }) => {
        const block = { start, columns: reader.parser.columns, from, count };
        from += count;
        return block;
      });
    });
    return placed.sort((a, b) => a.start - b.start).map(({ columns, from, count }) => ({ columns, from, count }));
  }
}
