import type { RepositoryFacts } from '#core/evidence/repository-facts.ts';
import type { ReadingNote } from '#core/evidence/repository-facts.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';
import { distinctNames } from '#app/worlds/distinct-names.ts';
import { Refusal } from '#core/terms/refusal.ts';
import type { Repository } from '#sources/opening/open-repository.ts';
import { keepOutside } from '#store/data-folder.ts';
import { openLedger } from '#store/ledger.ts';
import type { KeptScan } from '#store/kept-scan.ts';
import type { Ledger } from '#store/ledger.ts';
import { Openings } from './openings.ts';
import { timedProgress } from './scan-progress.ts';
import type { ScanProgress } from './scan-progress.ts';

export interface ScanOrder {
  readonly paths: readonly string[];
  readonly dataFolder: string;
  /** Repositories that somebody has looked at in this run. */
  readonly openings?: Openings;
  /** Read everything again, whatever is kept. */
  readonly fresh?: boolean;
  readonly onProgress?: ((progress: ScanProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds since epoch and since start, from the door. */
  readonly now: () => number;
  readonly clock: () => number;
}

/** One repository after the scan. */
export interface ScannedRepository {
  readonly key: string;
  readonly path: string;
  readonly name: string;
  readonly head: string;
  readonly commits: number;
  /** Commits read now; 0 when nothing had changed. */
  readonly fresh: number;
  readonly touches: number;
  readonly files: number;
  readonly notes: readonly ReadingNote[];
  readonly milliseconds: number;
  readonly overlay: string;
  /** Of the scan as it is kept; absent where somebody else kept one of the same head meanwhile. */
  readonly edition: string | undefined;
  /** Present so that the caller need not load again what it has just scanned; put together when it is asked for. */
  readonly history: RawHistory;
  readonly facts: RepositoryFacts;
}

export interface ScanResult {
  readonly scanned: readonly ScannedRepository[];
  /** Repositories that could not be read, each with its refusal; the others are scanned all the same. */
  readonly refused: readonly { readonly path: string; readonly refusal: Refusal }[];
}

/** Reads the repositories, one after another, and keeps what they say. A path given twice is read once. */
export async function scan(order: ScanOrder): Promise<ScanResult> {
  const shelf = new Shelf(order.dataFolder);
  const scanned = new Map<string, Found>();
  const refused: { path: string; refusal: Refusal }[] = [];
  try {
    for (const [index, path] of order.paths.entries()) {
      order.signal?.throwIfAborted();
      try {
        const repository = await scanOne({ path, index, order, shelf });
        if (!scanned.has(repository.facts.key)) scanned.set(repository.facts.key, repository);
      } catch (error) {
        if (!(error instanceof Refusal) || STOPS_ALL.has(error.code)) throw error;
        refused.push({ path, refusal: error });
      }
    }
  } finally {
    shelf.close();
  }
  return { scanned: toldApart([...scanned.values()]), refused };
}

/** Two clones in folders of the same name are not the same repository. */
function toldApart(found: readonly Found[]): readonly ScannedRepository[] {
  const names = distinctNames(found.map(({ name, facts }) => ({ name, folder: facts.workTree || facts.key })));
  return found.map((one, i) => summary(one, names[i]!));
}

/** The ledger, opened when the first repository has said where data may not be kept. */
class Shelf {
  readonly #folder: string;
  #ledger: Ledger | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get ledger(): Ledger {
    this.#ledger ??= openLedger(this.#folder);
    return this.#ledger;
  }

  close(): void {
    this.#ledger?.close();
  }
}

/** What no other repository of the run could escape either. */
const STOPS_ALL = new Set(['git-missing', 'git-too-old', 'disk-full', 'data-folder']);

interface Turn {
  readonly path: string;
  readonly index: number;
  readonly order: ScanOrder;
  readonly shelf: Shelf;
}

/** A scan, kept or new, of the repository as it is called now. */
interface Found {
  readonly scan: Pick<KeptScan, 'history' | 'head' | 'commits' | 'touches' | 'files' | 'overlay'>;
  readonly edition: string | undefined;
  readonly name: string;
  readonly facts: RepositoryFacts;
  readonly fresh: number;
  readonly milliseconds: number;
}

async function scanOne({ path, index, order, shelf }: Turn): Promise<Found> {
  const began = order.clock();
  const repository = await (order.openings ?? new Openings()).open(path, order.signal);
  try {
    keepOutside(order.dataFolder, { workTree: repository.workTree ?? '', key: repository.key });
    const { ledger } = shelf;
    const kept = order.fresh ? undefined : ledger.load(repository.key);
    if (kept !== undefined && kept.head === repository.head && kept.overlay === repository.overlay) {
      const facts = factsNow(kept.facts, repository);
      return { scan: kept, edition: kept.edition, name: repository.name, facts, fresh: 0, milliseconds: order.clock() - began };
    }
    return await readAndKeep({ repository, kept, index, order, ledger, began });
  } finally {
    repository.close();
  }
}

/** What is kept knows the repository by the path of that day. */
function factsNow(facts: RepositoryFacts, { path, workTree = '' }: Repository): RepositoryFacts {
  return { ...facts, path, workTree };
}

interface Step {
  readonly repository: Repository;
  readonly kept: KeptScan | undefined;
  readonly index: number;
  readonly order: ScanOrder;
  readonly ledger: Ledger;
  readonly began: number;
}

async function readAndKeep({ repository, kept, index, order, ledger, began }: Step): Promise<Found> {
  const report = order.onProgress;
  const { readOpened } = await import('#sources/git/read-repository.ts');
  const reading = await readOpened(repository, {
    since: kept,
    signal: order.signal,
    onProgress:
      report && timedProgress({ repository: repository.name, index, repositories: order.paths.length, clock: order.clock, report }),
  });
  order.signal?.throwIfAborted();
  if (order.fresh) ledger.forget(repository.key);
  const edition = ledger.save({ ...reading, since: kept?.edition, scannedAt: order.now() });
  const notes: ReadingNote[] = ledger.rebuilt
    ? [{ code: 'cache-rebuilt', sentence: 'What had been kept of earlier scans was damaged and has been read again.' }]
    : [];
  const { history, facts, overlay, fresh } = reading;
  const { head, commits, touches, tree } = history;
  return {
    scan: { history, head, overlay, commits: commits.count, touches: touches.count, files: tree.path.length },
    edition,
    name: history.repository,
    facts: { ...facts, notes: [...facts.notes, ...notes] },
    fresh,
    milliseconds: order.clock() - began,
  };
}

function summary({ scan, edition, facts, fresh, milliseconds }: Found, name: string): ScannedRepository {
  let history: RawHistory | undefined;
  return {
    key: facts.key,
    path: facts.path,
    name,
    head: scan.head,
    overlay: scan.overlay,
    edition,
    commits: scan.commits,
    fresh,
    touches: scan.touches,
    files: scan.files,
    notes: facts.notes,
    milliseconds,
    facts,
    get history() {
      history ??= scan.history.repository === name ? scan.history : { ...scan.history, repository: name };
      return history;
    },
  };
}
