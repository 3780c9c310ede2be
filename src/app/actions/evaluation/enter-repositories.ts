import { commitsHeld } from '#sources/git/commits-held.ts';
import { openRepository } from '#sources/opening/open-repository.ts';
import { keepOutside } from '#store/data-folder.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { distinctNames } from '#app/worlds/distinct-names.ts';

/** A repository that takes part in an evaluation, before its history is loaded. */
export interface Entered {
  readonly path: string;
  readonly key: string;
  readonly name: string;
  readonly head: string;
  readonly overlay: string;
  /** Commits asked about that its history holds. */
  readonly holds: readonly string[];
}

export interface EntryOrder {
  readonly paths: readonly string[];
  readonly dataFolder: string;
  /** Full hashes that somebody asks about. */
  readonly commits: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

export interface Entry {
  readonly entered: readonly Entered[];
  /** Repositories that cannot take part, each with why. */
  readonly refused: readonly { readonly path: string; readonly refusal: Refusal }[];
}

/** Looks at each repository once: where it stands and which commits it holds. One that was given twice takes part once. */
export async function enterRepositories({ paths, ...order }: EntryOrder): Promise<Entry> {
  const entered = new Map<string, Entered & { readonly folder: string }>();
  const refused: { path: string; refusal: Refusal }[] = [];
  for (const path of paths) {
    order.signal?.throwIfAborted();
    try {
      const one = await enter(path, order);
      if (!entered.has(one.key)) entered.set(one.key, one);
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      refused.push({ path, refusal: problem });
    }
  }
  const all = [...entered.values()];
  const names = distinctNames(all);
  return { entered: all.map((one, i) => ({ ...one, name: names[i]! })), refused };
}

async function enter(
  path: string,
  { dataFolder, commits, signal }: Omit<EntryOrder, 'paths'>,
): Promise<Entered & { readonly folder: string }> {
  const repository = await openRepository(path, signal);
  try {
    const { key, name, head, overlay, workTree = '' } = repository;
    keepOutside(dataFolder, { workTree, key });
    return { path, key, name, head, overlay, folder: workTree || key, holds: await commitsHeld(repository, commits, signal) };
  } finally {
    repository.close();
  }
}
