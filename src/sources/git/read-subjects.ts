import { textOfBytes } from '#sources/mining/byte-text.ts';
import { runGit } from '#sources/opening/git-process.ts';
import type { GitPlace } from '#sources/opening/git-process.ts';

/** More than anybody reads at once. */
const MOST = 2000;

/** First lines of the messages of these commits (full hashes), by hash. Unknown ones are left out. */
export async function readSubjects(place: GitPlace, hashes: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, string>> {
  const asked = hashes.filter((hash) => /^[0-9a-f]{40,64}$/.test(hash)).slice(0, MOST);
  if (asked.length === 0) return new Map();
  const args = ['log', '--no-walk=unsorted', '--ignore-missing', '--stdin', '-z', '--no-notes', '--format=%H %s'];
  const output = await runGit(place, { args, input: asked.map((hash) => `${hash}\n`).join(''), signal });
  const subjects = new Map<string, string>();
  for (let at = 0; at < output.length; ) {
    const found = output.indexOf(0, at);
    const end = found < 0 ? output.length : found;
    const space = output.indexOf(32, at);
    subjects.set(output.toString('latin1', at, space), textOfBytes(output.subarray(space + 1, end)));
    at = end + 1;
  }
  return subjects;
}
