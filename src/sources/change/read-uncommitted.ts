import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { textOfBytes } from '#sources/mining/byte-text.ts';
import { runGit } from '#sources/opening/git-process.ts';
import type { Repository } from '#sources/opening/open-repository.ts';
import { filesListed } from './read-range.ts';
import type { ToldChange, ToldFile } from './told-change.ts';

const MOST_LIST = 64 * 1024 * 1024;
const TIMEOUT = 60_000;

/**
 * What lies uncommitted in the work tree: staged, changed and new files; nothing when there is none. Asked from the reading room with the
 * repository's index and work tree lent to it: none of its configuration is in force, so no filter, file monitor or hook of it runs.
 */
export async function readUncommitted({ place, key, workTree, head }: Repository, signal?: AbortSignal): Promise<ToldChange | undefined> {
  const index = join(key, 'index');
  if (workTree === undefined || !isFile(index)) return undefined;
  const lent = { ...place, inside: workTree, env: { ...place.env, GIT_INDEX_FILE: index, GIT_WORK_TREE: workTree } };
  const list = async (...args: string[]): Promise<string> =>
    textOfBytes(await runGit(lent, { args, signal, most: MOST_LIST, timeout: TIMEOUT }));
  const raw = ['--raw', '-z', '--no-renames', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];
  const own = join(key, 'info/exclude');
  const excluded = ['--exclude-standard', ...(isFile(own) ? [`--exclude-from=${own}`] : [])];
  const [staged, changed, added] = await Promise.all([
    list('diff-index', '--cached', ...raw, head),
    list('diff-files', ...raw),
    list('ls-files', '-z', '--others', '--full-name', ...excluded),
  ]);
  const unknown = added.split('\0').filter((path) => path !== '' && !path.endsWith('/'));
  const files = new Map(
    [...filesListed(staged), ...filesListed(changed), ...unknown.map((path): ToldFile => ({ path }))].map((file) => [file.path, file]),
  );
  return files.size === 0 ? undefined : { says: 'the uncommitted changes', base: head, files: [...files.values()], authors: [] };
}

/** Neither a link nor a pipe that somebody put there. */
function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
