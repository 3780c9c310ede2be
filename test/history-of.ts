import { COMMIT_FLAG, NO_ROW, type RawHistory, TRAILER_KINDS, type TrailerKind } from '#core/evidence/raw-history.ts';
import { DAY } from '#core/terms/moment.ts';
import { DAY_0 } from './evidence-of.ts';

/** One commit of a raw history as a test tells it, oldest first. */
export interface ToldRevision {
  /** Days since DAY_0, when it was written; committed at the same moment unless `landed` says otherwise. */
  readonly day: number;
  readonly landed?: number;
  /** `Name <e-mail>`. */
  readonly by: string;
  readonly committer?: string;
  /** `A new.ts`, `M old.ts`, `D gone.ts`, `R old.ts > new.ts`. */
  readonly touches?: readonly string[];
  readonly trailers?: readonly (readonly [TrailerKind, string])[];
  readonly flags?: readonly (keyof typeof COMMIT_FLAG)[];
  /** Names of parents; without it, the commit told before. `[]` makes a root. */
  readonly parents?: readonly string[];
  readonly name?: string;
}

export interface ToldHistory {
  readonly repository?: string;
  /** The tree at head; without it, what the touches leave in the order told. */
  readonly tree?: readonly string[];
}

/** The raw columns of a short story, newest first as git tells it. */
export function historyOf(told: readonly ToldRevision[], { repository = 'story', tree }: ToldHistory = {}): RawHistory {
  const identities = table<string>();
  const paths = table<string>();
  const newest = told.map((revision, order) => ({ revision, order })).toReversed();
  const rowOf = new Map(newest.map(({ revision, order }, row) => [revision.name ?? `#${order}`, row]));
  const parents = newest.map(({ revision, order }) => parentsOf(told, revision, order).map((name) => rowOf.get(name) ?? NO_ROW));
  const touches = newest.flatMap(({ revision }) => (revision.touches ?? []).map((text) => touchOf(text, paths.row)));
  const trailers = newest.flatMap(({ revision }, commit) => (revision.trailers ?? []).map(([kind, who]) => ({ commit, kind, who })));
  const standing = tree ?? treeAfter(told);
  const commits = {
    count: told.length,
    hash: hashes(newest.map(({ order }) => order + 1)),
    firstTouch: starts(newest.map(({ revision }) => revision.touches?.length ?? 0)),
    authoredAt: Uint32Array.from(newest, ({ revision }) => DAY_0 + Math.round(revision.day * DAY)),
    committedAt: Uint32Array.from(newest, ({ revision }) => DAY_0 + Math.round((revision.landed ?? revision.day) * DAY)),
    offsetMinutes: new Int32Array(told.length),
    author: Uint32Array.from(newest, ({ revision }) => identities.row(revision.by)),
    committer: Uint32Array.from(newest, ({ revision }) => identities.row(revision.committer ?? revision.by)),
    flags: Uint8Array.from(newest, ({ revision }, row) => flagsOf(revision) | (parents[row]!.length > 1 ? COMMIT_FLAG.merge : 0)),
    firstParent: starts(parents.map(({ length }) => length)),
    parent: Uint32Array.from(parents.flat()),
  };
  return {
    repository,
    head: told.length.toString(16).padStart(40, '0'),
    hashBytes: 20,
    commits,
    touches: {
      count: touches.length,
      path: Uint32Array.from(touches, ({ path }) => path),
      oldPath: Uint32Array.from(touches, ({ oldPath }) => oldPath),
      status: Uint8Array.from(touches, ({ status }) => status),
    },
    trailers: {
      count: trailers.length,
      commit: Uint32Array.from(trailers, ({ commit }) => commit),
      kind: Uint8Array.from(trailers, ({ kind }) => TRAILER_KINDS.indexOf(kind)),
      identity: Uint32Array.from(trailers, ({ who }) => identities.row(who)),
    },
    tree: { path: Uint32Array.from(standing, (path) => paths.row(path)), bytes: new Uint32Array(standing.length).fill(1000) },
    identities: identities.values().map(identityOf),
    paths: paths.values(),
  };
}

function identityOf(text: string): { name: string; email: string } {
  const [, name, email] = /^(.*?)\s*<(.*)>$/.exec(text)!;
  return { name: name!, email: email! };
}

function parentsOf(told: readonly ToldRevision[], revision: ToldRevision, order: number): readonly string[] {
  if (revision.parents !== undefined) return revision.parents;
  return order === 0 ? [] : [told[order - 1]!.name ?? `#${order - 1}`];
}

function touchOf(text: string, pathRow: (path: string) => number): { path: number; oldPath: number; status: number } {
  const [old, path] = text.slice(2).split(' > ');
  const status = text.charCodeAt(0);
  return path === undefined ? { path: pathRow(old!), oldPath: NO_ROW, status } : { path: pathRow(path), oldPath: pathRow(old!), status };
}

function treeAfter(told: readonly ToldRevision[]): readonly string[] {
  const standing = new Set<string>();
  for (const { touches = [] } of told) {
    const parts = touches.map((text) => ({ status: text[0]!, paths: text.slice(2).split(' > ') }));
    for (const { status, paths } of parts) if (status === 'D' || status === 'R') standing.delete(paths[0]!);
    for (const { status, paths } of parts) if (status !== 'D') standing.add(paths.at(-1)!);
  }
  return [...standing].toSorted();
}

function flagsOf({ flags = [] }: ToldRevision): number {
  return flags.reduce((bits, flag) => bits | COMMIT_FLAG[flag], 0);
}

function starts(lengths: readonly number[]): Uint32Array {
  const first = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, row) => {
    first[row + 1] = first[row]! + length;
  });
  return first;
}

function hashes(numbers: readonly number[]): Uint8Array {
  const hash = new Uint8Array(numbers.length * 20);
  const view = new DataView(hash.buffer);
  numbers.forEach((number, row) => view.setUint32(row * 20 + 16, number));
  return hash;
}

function table<Value>(): { row: (value: Value) => number; values: () => Value[] } {
  const rows = new Map<Value, number>();
  return {
    row: (value) => {
      if (!rows.has(value)) rows.set(value, rows.size);
      return rows.get(value)!;
    },
    values: () => [...rows.keys()],
  };
}
