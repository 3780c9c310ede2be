import { runGit } from '#sources/opening/git-process.ts';
import type { Repository } from '#sources/opening/open-repository.ts';

const FULL_HASH = /^[0-9a-f]{40,64}$/;

/** Which of these commits (full hashes) stand in the history of HEAD. Histories that hold none of them are not walked. */
export async function commitsHeld({ place }: Repository, hashes: readonly string[], signal?: AbortSignal): Promise<readonly string[]> {
  const asked = [...new Set(hashes)].filter((hash) => FULL_HASH.test(hash));
  if (asked.length === 0) return [];
  const input = asked.map((hash) => `${hash}\n`).join('');
  const told = await runGit(place, { args: ['cat-file', '--batch-check=%(objectname) %(objecttype)'], input, signal });
  const known = new Set([...told.toString('latin1').matchAll(/^([0-9a-f]+) commit$/gm)].map(([, hash]) => hash!));
  if (known.size === 0) return [];
  const walked = await runGit(place, { args: ['rev-list', 'HEAD'], signal, most: 512 * 1024 * 1024 });
  const history = new Set(walked.toString('latin1').split('\n'));
  return asked.filter((hash) => known.has(hash) && history.has(hash));
}
