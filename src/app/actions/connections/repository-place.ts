import { repositoryKey } from '#core/joins/places/names-of-things.ts';
import type { Repository } from '#sources/opening/open-repository.ts';
import { originOf } from '#sources/opening/origin-of.ts';

/**
 * What facts call a repository: `github.com/acme/shop` of the address that it is read from; of a folder, where it was cloned from, else the
 * folder itself.
 */
export async function repositoryPlace(repository: Repository, address: string, signal: AbortSignal): Promise<string> {
  if (!address.startsWith('/')) return repositoryKey(address);
  const origin = (await originOf(repository, signal)) ?? '';
  const key = /^(?:https?|ssh|git):\/\/|^[\w.-]+@[\w.-]+:/i.test(origin) ? repositoryKey(origin) : '';
  return /^[\w.-]+(?:\/[\w.~+@%-]+)+$/.test(key) ? key : repositoryKey(address);
}
