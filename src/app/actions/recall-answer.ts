import { createHash } from 'node:crypto';
import { workTreeConfiguration } from '#app/configuration/configuration-text.ts';
import { keepOutside } from '#store/data-folder.ts';
import { openLedger } from '#store/ledger.ts';
import { openRepository } from '#sources/opening/open-repository.ts';

export interface RecallOrder {
  readonly paths: readonly string[];
  readonly dataFolder: string;
  /** Everything besides the repositories that decides the answer: question, input, settings, version of this code. */
  readonly question: string;
  readonly signal?: AbortSignal | undefined;
}

/** An answer that was kept for exactly these heads and this question, or the place to keep one. */
export interface Recalled {
  readonly key: string;
  readonly stamp: string;
  readonly heads: readonly string[];
  readonly json: string | undefined;
}

/** Looks at where the repositories stand now; history itself is not loaded. */
export async function recallAnswer({ paths, dataFolder, question, signal }: RecallOrder): Promise<Recalled> {
  const places = await Promise.all(paths.map(async (path) => await placeOf(path, dataFolder, signal)));
  const key = hashOf([question, ...places.map((place) => place.key)]);
  const stamp = hashOf(places.flatMap(({ key: repository, head, overlay, configuration }) => [repository, head, overlay, configuration]));
  const ledger = openLedger(dataFolder);
  try {
    return { key, stamp, heads: places.map((place) => place.head), json: ledger.keptAnswer(key, stamp) };
  } finally {
    ledger.close();
  }
}

/** Keeps an answer for the next time the same is asked of the same heads. */
export function keepAnswer(dataFolder: string, { key, stamp }: Recalled, kept: { readonly json: string; readonly keptAt: number }): void {
  const ledger = openLedger(dataFolder);
  try {
    ledger.keepAnswer({ key, stamp, ...kept });
  } finally {
    ledger.close();
  }
}

interface Place {
  readonly key: string;
  readonly head: string;
  readonly overlay: string;
  readonly configuration: string;
}

async function placeOf(path: string, dataFolder: string, signal?: AbortSignal): Promise<Place> {
  const repository = await openRepository(path, signal);
  try {
    const { key, head, overlay, workTree = '' } = repository;
    keepOutside(dataFolder, { workTree, key });
    return { key, head, overlay, configuration: workTreeConfiguration(workTree)?.text ?? '' };
  } finally {
    repository.close();
  }
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
