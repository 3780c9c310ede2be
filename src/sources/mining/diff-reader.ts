import type { ChildProcess } from 'node:child_process';
import type { Buffer } from 'node:buffer';
import { endOf, startGit } from '#sources/opening/git-process.ts';
import type { GitPlace } from '#sources/opening/git-process.ts';
import type { Dictionaries } from './log-columns.ts';
import { LOG_FORMAT, LogParser } from './parse-log.ts';

/** A run of commits in walking order, given to one process. */
export interface Share {
  /** Row of its first commit among all that are mined. */
  readonly start: number;
  readonly count: number;
  /** Hashes in hex, one per line. */
  readonly lines: Buffer;
  /** Follow renames only where the content stayed the same: contents are missing here. */
  readonly exact: boolean;
}

export interface ReaderOrder {
  readonly place: GitPlace;
  readonly hashBytes: 20 | 32;
  readonly dictionaries: Dictionaries;
  readonly exact: boolean;
  readonly signal: AbortSignal;
  /** Called whenever more has been read. */
  readonly onData: () => void;
}

/** Renames are looked for among at most this many created × removed files in a commit: git's own default, said aloud. */
const RENAME_LIMIT = 1000;

const DIFF_TREE = ['diff-tree', '--stdin', '-r', '--root', '--always', '--name-status', '-z', '--no-ext-diff', '--no-textconv'];
const PRINTING = ['--no-notes', '--date=raw', `-l${RENAME_LIMIT}`, LOG_FORMAT];

/** One `git diff-tree --stdin`: commits go in, columns come out. */
export class DiffReader {
  readonly exact: boolean;
  readonly parser: LogParser;
  readonly shares: Share[] = [];
  readonly ended: Promise<{ readonly code: number; readonly stderr: string }>;
  /** Nothing more will be given. */
  closed = false;
  readonly #child: ChildProcess;
  #given = 0;

  constructor(order: ReaderOrder) {
    this.exact = order.exact;
    this.parser = new LogParser(order.dictionaries, order.hashBytes);
    this.#child = startGit(order.place, [...DIFF_TREE, order.exact ? '-M100%' : '-M', ...PRINTING], order.signal);
    this.ended = endOf(this.#child);
    this.#child.stdout!.on('data', (chunk: Buffer) => {
      this.parser.feed(chunk);
      // Nobody else holds it: a million such pieces are not left to the garbage collector.
      if (chunk.length === chunk.buffer.byteLength) (chunk.buffer as ArrayBuffer).transfer(0);
      order.onData();
    });
  }

  /** Commits given and not yet read. */
  get waiting(): number {
    return this.#given - this.parser.commits;
  }

  give(share: Share): void {
    this.shares.push(share);
    this.#given += share.count;
    this.#child.stdin!.write(share.lines);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.#child.stdin!.end();
  }
}
