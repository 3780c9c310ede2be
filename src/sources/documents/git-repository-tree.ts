import { readBlobs } from '#sources/git/read-texts.ts';
import { readTree } from '#sources/git/read-tree.ts';
import { textOfBytes } from '#sources/mining/byte-text.ts';
import { askGit, runGit, type GitPlace } from '#sources/opening/git-process.ts';
import type { RepositoryTree, Touch } from './repository-tree.ts';

/** A commit that touches more of the files asked for than this moved or formatted them. */
const MOST_PATHS_OF_COMMIT = 200;

export interface GitTreeOrder {
  readonly place: GitPlace;
  readonly commit: string;
  /** As places name it: `github.com/acme/shop`. */
  readonly repository: string;
  /** Only what changed since this commit is listed; everything where it is not there any more. */
  readonly since?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The tree of a commit in a clone, without checking anything out. */
export async function gitRepositoryTree(order: GitTreeOrder): Promise<RepositoryTree> {
  const { place, commit, repository, signal } = order;
  const tree = await readTree(place, commit, signal);
  const blobs = new Map(tree.files.map(({ start, end, object, size }) => [textOfBytes(tree.bytes.subarray(start, end)), { object, size }]));
  const changed = await changedSince(order);
  return {
    repository,
    paths: [...blobs.keys()].filter((path) => changed?.has(path) ?? true),
    read: async (paths) =>
      (
        await readBlobs(
          place,
          paths.flatMap((path) => (blobs.has(path) ? { path, ...blobs.get(path)! } : [])),
          signal,
        )
      ).texts,
    touches: async (paths) => await touchesOf(order, paths),
  };
}

/** Nothing where everything is to be read. */
async function changedSince({ place, commit, since, signal }: GitTreeOrder): Promise<ReadonlySet<string> | undefined> {
  if (since === undefined || !/^[\da-f]{40,64}$/.test(since)) return undefined;
  const args = ['diff-tree', '-r', '--no-renames', '--name-only', '-z', since, commit];
  const { code, stdout } = await askGit(place, { args, signal, most: 256 * 1024 * 1024 });
  const paths = stdout.toString('utf8').split('\0');
  // Where decisions are kept is said there.
  return code !== 0 || paths.includes('.adr-dir') ? undefined : new Set(paths);
}

async function touchesOf(
  { place, commit, signal }: GitTreeOrder,
  paths: readonly string[],
): Promise<ReadonlyMap<string, readonly Touch[]>> {
  const plain = paths.filter((path) => !/[\n\0]/.test(path));
  if (plain.length === 0) return new Map();
  const args = ['log', '--no-merges', '--no-renames', '--name-only', '-z', '--format=%x1e%H%x1f%ct%x1f%aN%x1f%aE%x1f', '--stdin'];
  const input = `${commit}\n--\n${plain.map((path) => `:(literal,top)${path}`).join('\n')}\n`;
  const output = await runGit(place, { args, input, signal, most: 256 * 1024 * 1024 });
  const touches = new Map<string, Touch[]>();
  // Newest first as git tells them.
  for (const record of output.toString('utf8').split('\u001e').slice(1).toReversed()) {
    const [hash, at, name, mail, list = ''] = record.split('\u001f');
    const touched = list
      .split('\0')
      .map((path) => path.replace(/^\n/, ''))
      .filter((path) => path !== '');
    if (touched.length > MOST_PATHS_OF_COMMIT) continue;
    const touch = { commit: hash!, at: Number(at), name: name!, mail: mail!.toLowerCase() };
    for (const path of touched) touches.set(path, [...(touches.get(path) ?? []).slice(-200), touch]);
  }
  return touches;
}
