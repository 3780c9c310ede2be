import { createHash } from 'node:crypto';
import { workTreeConfiguration } from '#app/configuration/configuration-text.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { keepOutside } from '#store/data-folder.ts';
import { openLedger } from '#store/ledger.ts';
import type { Repository } from '#sources/opening/open-repository.ts';
import type { Openings } from './openings.ts';

export interface RecallOrder {
  readonly paths: readonly string[];
  readonly dataFolder: string;
  /** Everything besides the repositories that decides the answer: question, input, settings, version of this code. */
  readonly question: string;
  readonly openings: Openings;
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
export async function recallAnswer({ paths, dataFolder, question, openings, signal }: RecallOrder): Promise<Recalled> {
  const places = await Promise.all(paths.map(async (path) => placeOf(await openings.open(path, signal), dataFolder)));
  const key = hashOf([question, ...places.map((place) => place.key)]);
  const stamp = hashOf(places.flatMap(({ key: repository, head, overlay, configuration }) => [repository, head, overlay, configuration]));
  const ledger = openLedger(dataFolder);
  try {
    return { key, stamp, heads: places.map((place) => place.head), json: ledger.keptAnswer(key, stamp) };
  } finally {
    ledger.close();
  }
}

/** Keeps an answer for the next time the same is asked of the same heads. It is out by now: where it cannot be kept, it is worked out again. */
export function keepAnswer(dataFolder: string, { key, stamp }: Recalled, kept: { readonly json: string; readonly keptAt: number }): void {
  try {
    const ledger = openLedger(dataFolder);
    try {
      ledger.keepAnswer({ key, stamp, ...kept });
    } finally {
      ledger.close();
    }
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
  }
}

interface Place {
  readonly key: string;
  readonly head: string;
  readonly overlay: string;
  readonly configuration: string;
}

function placeOf({ key, head, overlay, workTree = '' }: Repository, dataFolder: string): Place {
  keepOutside(dataFolder, { workTree, key });
  return { key, head, overlay, configuration: workTreeConfiguration(workTree)?.text ?? '' };
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
