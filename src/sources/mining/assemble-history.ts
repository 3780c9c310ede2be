import { Buffer } from 'node:buffer';
import { setImmediate as breath } from 'node:timers/promises';
import type { RawIdentity } from '#core/evidence/raw-history.ts';
import { bytesOfText, textsOfArena } from './byte-text.ts';
import { ByteDictionary } from './byte-dictionary.ts';
import { appendOlder, copyBlock, emptyColumns } from './copy-rows.ts';
import { linkParents } from './link-parents.ts';
import type { Dictionaries } from './log-columns.ts';
import type { Assembly, MinedHistory } from './mined-history.ts';
import { renumber, renumbering, reordered } from './renumber.ts';

/** Dictionaries that go on numbering where an earlier reading stopped. */
export function dictionariesAfter(older: MinedHistory | undefined): Dictionaries {
  const spellings = older?.identities.map(({ name, email }) => `${name}\n${email}`) ?? [];
  return { paths: dictionaryOf(older?.paths ?? []), identities: dictionaryOf(spellings) };
}

/** Display forms that stand for themselves go in as one buffer; turning each into bytes alone would take as long as git. */
function dictionaryOf(texts: readonly string[]): ByteDictionary {
  const dictionary = new ByteDictionary(texts.length);
  const all = texts.length === 0 ? '' : `${texts.join('\0')}\0`;
  const bytes = all.includes('\\x') ? Buffer.concat(texts.flatMap((text) => [bytesOfText(text), Buffer.of(0)])) : Buffer.from(all);
  for (let at = 0; at < bytes.length; at = dictionary.end + 1) dictionary.internToNul(bytes, at);
  return dictionary;
}

export interface Assembled extends MinedHistory {
  /** The new number of each path of the dictionary, for what was numbered beside the commits. */
  readonly pathNumber: Uint32Array;
}

/** One history of all blocks, whichever process read them. Takes a breath between its steps, so that a server can answer. */
export async function assembleHistory(assembly: Assembly): Promise<Assembled> {
  const { blocks, dictionaries, hashBytes, older } = assembly;
  const columns = emptyColumns(assembly);
  await breath();
  for (const block of blocks) copyBlock(block, columns);
  const fresh = { commits: columns.row, touches: columns.touch, trailers: columns.trailer };
  if (older !== undefined) appendOlder(older, columns);
  const { commits, touches, trailers } = columns;
  commits.firstTouch[commits.count] = touches.count;
  await breath();
  linkParents({ blocks, commits, hashBytes, older: older?.commits });
  await breath();
  const paths = settle(dictionaries.paths, older?.paths.length ?? 0, [
    touches.path.subarray(0, fresh.touches),
    touches.oldPath.subarray(0, fresh.touches),
  ]);
  await breath();
  const identities = settle(dictionaries.identities, older?.identities.length ?? 0, [
    commits.author.subarray(0, fresh.commits),
    commits.committer.subarray(0, fresh.commits),
    trailers.identity.subarray(0, fresh.trailers),
  ]);
  return {
    identities: [...(older?.identities ?? []), ...identities.texts.map(identityOf)],
    paths: older === undefined ? paths.texts : [...older.paths, ...paths.texts],
    commits,
    touches,
    trailers,
    pathNumber: paths.number,
  };
}

/** Gives what is new its final numbers, in the columns too, and its texts in their order. */
function settle(dictionary: ByteDictionary, fixed: number, columns: readonly Uint32Array[]): Settled {
  const number = renumbering(dictionary.size, fixed, columns);
  for (const column of columns) renumber(column, number);
  return { number, texts: reordered(textsOfArena(dictionary.arena(fixed)), number, fixed) };
}

interface Settled {
  readonly number: Uint32Array;
  readonly texts: readonly string[];
}

function identityOf(text: string): RawIdentity {
  const cut = text.indexOf('\n');
  return { name: text.slice(0, cut), email: text.slice(cut + 1) };
}
