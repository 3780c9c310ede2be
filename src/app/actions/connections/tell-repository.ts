import { connectionForFiles } from '#app/actions/importing/connection-for-files.ts';
import { KeepInPieces } from '#app/actions/importing/keep-in-pieces.ts';
import { familyOf } from '#core/facts/fact-kinds.ts';
import type { Told } from '#core/facts/told.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { BACKSTAGE, readCatalogs } from '#sources/backstage/backstage.ts';
import type { Connector } from '#sources/connecting/connector.ts';
import { DECISIONS, DOCUMENTS } from '#sources/documents/documents.ts';
import { gitRepositoryTree } from '#sources/documents/git-repository-tree.ts';
import { readDocuments } from '#sources/documents/read-documents.ts';
import type { RepositoryTree } from '#sources/documents/repository-tree.ts';
import type { GitPlace } from '#sources/opening/git-process.ts';
import { beginRepository, endRepository, repositoryTold } from '#store/connections/repositories-told.ts';
import type { Database } from '#store/database/database.ts';

export interface RepositoryToTell {
  readonly database: Database;
  /** Id of its source. */
  readonly source: string;
  readonly place: GitPlace;
  readonly commit: string;
  /** As places name it: `github.com/acme/shop`. */
  readonly repository: string;
  /** Milliseconds since epoch. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** What is read of a repository beside its history, each at once and by itself. */
interface Reading {
  readonly what: string;
  readonly shelves: readonly { readonly connector: Connector; readonly takes: (told: Told) => Told }[];
  readonly read: (tree: RepositoryTree) => AsyncIterable<Told>;
}

const READINGS: readonly Reading[] = [
  {
    what: 'documents',
    shelves: [
      { connector: DOCUMENTS, takes: (told) => ({ ...told, facts: told.facts.filter(({ kind }) => familyOf(kind) !== 'decisions') }) },
      {
        connector: DECISIONS,
        takes: ({ facts }) => ({ facts: facts.filter(({ kind }) => familyOf(kind) === 'decisions'), namings: [], skipped: [] }),
      },
    ],
    read: readDocuments,
  },
  {
    what: 'catalog',
    shelves: [{ connector: BACKSTAGE, takes: (told) => told }],
    read: async function* (tree) {
      yield* await readCatalogs(tree);
    },
  },
];

/** No repository keeps a worker longer with its documents. */
const LONGEST = 10 * 60_000;

/**
 * Tells what the documents, decisions and catalogs of a repository say as of a commit: once for each commit, and of those that follow only
 * what changed. Broken off anywhere it is begun again, and nothing is there twice. What cannot be read is said, and is in the way of nothing else.
 */
export async function tellRepository(order: RepositoryToTell): Promise<readonly string[]> {
  const said: string[] = [];
  const once = treesOnce(order);
  for (const reading of READINGS) {
    const problem = await tellReading(order, reading, once);
    if (problem !== null) said.push(`Its ${reading.what} could not be read: ${problem}`);
  }
  return said;
}

/** The tree of the commit, listed once for whoever reads of the same changes, and the moment that ends all reading of it. */
interface Trees {
  readonly late: AbortSignal;
  readonly since: (commit: string | undefined) => Promise<RepositoryTree>;
}

function treesOnce(order: RepositoryToTell): Trees {
  const late = AbortSignal.timeout(LONGEST);
  const signal = AbortSignal.any([order.signal, late]);
  const trees = new Map<string | undefined, Promise<RepositoryTree>>();
  const since = async (commit: string | undefined): Promise<RepositoryTree> => {
    const tree = trees.get(commit) ?? gitRepositoryTree({ ...order, signal, since: commit });
    trees.set(commit, tree);
    return await tree;
  };
  return { late, since };
}

/** A connection, and what it takes of what is read. */
interface Shelf {
  readonly takes: (told: Told) => Told;
  readonly since: string | undefined;
  readonly by: { readonly connection: number; readonly delivery: number };
  readonly keeping: KeepInPieces;
  skipped: number;
}

async function tellReading(order: RepositoryToTell, { shelves, read }: Reading, trees: Trees): Promise<string | null> {
  const open = (await Promise.all(shelves.map(async (one) => await openShelf(order, one)))).filter((one) => one !== undefined);
  if (open.length === 0) return null;
  const since = open.every((one) => one.since === open[0]!.since) ? open[0]!.since : undefined;
  const problem = await readInto(open, { order, read: () => readOf(read, trees.since(since)), late: trees.late });
  const { database, commit, repository, now } = order;
  const told = { repository, commit, whole: problem === null, problem, now: now() };
  for (const { by, keeping, skipped } of open) {
    await keeping.end(by);
    const end = { ...told, number: by.delivery, facts: keeping.fresh, skipped: skipped + keeping.dropped };
    await database.write(async (query) => await endRepository(query, end));
  }
  return problem;
}

async function* readOf(read: Reading['read'], tree: Promise<RepositoryTree>): AsyncGenerator<Told> {
  yield* read(await tree);
}

/** Why not all of it could be read. What is wrong with the database goes further up. */
async function readInto(
  open: readonly Shelf[],
  { order, read, late }: { readonly order: RepositoryToTell; readonly read: () => AsyncGenerator<Told>; readonly late: AbortSignal },
): Promise<string | null> {
  const pieces = read();
  for (;;) {
    const next = await pieces.next().catch((problem: unknown) => {
      order.signal.throwIfAborted();
      return late.aborted ? 'It took longer than ten minutes.' : problem instanceof Refusal ? problem.message : 'Its reader broke.';
    });
    if (typeof next === 'string') return next;
    if (next.done === true) return null;
    for (const shelf of open) {
      const told = shelf.takes(next.value);
      shelf.skipped += told.skipped.length;
      await shelf.keeping.add(told, shelf.by);
    }
  }
}

/** Nothing where it is turned off, or told as of this very commit. */
async function openShelf(order: RepositoryToTell, { connector, takes }: Reading['shelves'][number]): Promise<Shelf | undefined> {
  const { database, source, repository, commit, now } = order;
  const connection = await connectionForFiles(database, connector, { now: now() });
  if (connection.state === 'off') return undefined;
  const one = { connection: connection.number, source };
  const last = await repositoryTold(database.query, one);
  const known = last?.repository === repository ? last.commit : undefined;
  if (known === commit) return undefined;
  const delivery =
    last?.number ?? (await database.write(async (query) => await beginRepository(query, { ...one, repository, now: now() })));
  const by = { connection: connection.number, delivery };
  return { takes, since: last?.whole === true ? known : undefined, by, keeping: new KeepInPieces(database, now()), skipped: 0 };
}
