import { askGit } from './git-process.ts';
import type { Repository } from './open-repository.ts';

const TIMEOUT = 10_000;

/** Where a clone came from, as its configuration says; nothing is asked over the network. */
export async function originOf({ home }: Pick<Repository, 'home'>, signal?: AbortSignal): Promise<string | undefined> {
  const { code, stdout } = await askGit(home, { args: ['config', '--get', 'remote.origin.url'], signal, timeout: TIMEOUT });
  const address = stdout.toString('utf8').trim();
  return code !== 0 || address === '' ? undefined : address;
}
