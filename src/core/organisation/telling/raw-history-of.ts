import { NO_ROW, type RawHistory, TRAILER_KINDS } from '#core/evidence/raw-history.ts';
import type { InventedCommit, Organisation } from '#core/organisation/organisation.ts';

/** The history of one invented repository as git would hand it over, without git: newest first. Hashes are the numbers of the repository and of the commit in it. */
export function rawHistoryOf({ company, commits }: Organisation, repository: number): RawHistory {
  const told = commits.filter((commit) => commit.repository === repository).toReversed();
  const paths = new Map<string, number>();
  const born = new Set<string>();
  const touches = told
    .toReversed()
    .flatMap((commit, n) => commit.paths.map((path) => touchOf(path, { paths, born, commit: told.length - 1 - n })));
  touches.sort((a, b) => a.commit - b.commit);
  const trailers = told.flatMap((commit, row) => trailersOf(commit, row, company.people.length));
  const people = company.people.map(({ fullName, mail }) => ({ name: fullName, email: mail }));
  return {
    repository: company.repositories[repository]!,
    head: `${(repository + 1).toString(16).padStart(8, '0')}${told.length.toString(16).padStart(32, '0')}`,
    hashBytes: 20,
    identities: [...people, { name: 'openhands', email: 'openhands:v1' }],
    paths: [...paths.keys()],
    commits: commitColumns(company.people, told, repository + 1),
    touches: {
      count: touches.length,
      path: Uint32Array.from(touches, ({ path }) => path),
      oldPath: new Uint32Array(touches.length).fill(NO_ROW),
      status: Uint8Array.from(touches, ({ status }) => status),
    },
    trailers: {
      count: trailers.length,
      commit: Uint32Array.from(trailers, ({ commit }) => commit),
      kind: Uint8Array.from(trailers, ({ kind }) => TRAILER_KINDS.indexOf(kind)),
      identity: Uint32Array.from(trailers, ({ identity }) => identity),
    },
    tree: { path: Uint32Array.from(paths.values()), bytes: new Uint32Array(paths.size).fill(900) },
  };
}

interface Touching {
  readonly paths: Map<string, number>;
  /** Paths that a commit before has written. */
  readonly born: Set<string>;
  readonly commit: number;
}

function touchOf(
  path: string,
  { paths, born, commit }: Touching,
): { readonly path: number; readonly status: number; readonly commit: number } {
  if (!paths.has(path)) paths.set(path, paths.size);
  const status = (born.has(path) ? 'M' : 'A').charCodeAt(0);
  born.add(path);
  return { path: paths.get(path)!, status, commit };
}

function trailersOf({ with: others, assisted }: InventedCommit, commit: number, agent: number) {
  const shared = others.map((identity) => ({ commit, kind: 'co-authored' as const, identity }));
  return assisted ? [...shared, { commit, kind: 'assisted' as const, identity: agent }] : shared;
}

function commitColumns(
  people: Organisation['company']['people'],
  told: readonly InventedCommit[],
  repository: number,
): RawHistory['commits'] {
  const count = told.length;
  const at = Uint32Array.from(told, (commit) => commit.at);
  const author = Uint32Array.from(told, (commit) => commit.author);
  const hash = new Uint8Array(count * 20);
  const view = new DataView(hash.buffer);
  for (let row = 0; row < count; row++) {
    view.setUint32(row * 20, repository);
    view.setUint32(row * 20 + 16, count - row);
  }
  return {
    count,
    hash,
    firstTouch: starts(told.map(({ paths }) => paths.length)),
    authoredAt: at,
    committedAt: at,
    offsetMinutes: Int32Array.from(told, (commit) => people[commit.author]!.zone),
    author,
    committer: author,
    flags: new Uint8Array(count),
    firstParent: starts(told.map((_, row) => (row === count - 1 ? 0 : 1))),
    parent: Uint32Array.from({ length: Math.max(0, count - 1) }, (_, row) => row + 1),
  };
}

function starts(lengths: readonly number[]): Uint32Array {
  const first = new Uint32Array(lengths.length + 1);
  for (const [row, length] of lengths.entries()) first[row + 1] = first[row]! + length;
  return first;
}
