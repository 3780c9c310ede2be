import { setImmediate as breath } from 'node:timers/promises';
import type { RawIdentity } from '#core/evidence/raw-history.ts';
import { textsOfArena } from './byte-text.ts';
import { ByteDictionary } from './byte-dictionary.ts';
import { appendOlder, copyBlock, emptyColumns } from './copy-rows.ts';
import { linkParents } from './link-parents.ts';
import type { Dictionaries } from './log-columns.ts';
import type { Assembly, MinedHistory } from './mined-history.ts';
import { renumber, renumbering } from './renumber.ts';

export function emptyDictionaries(): Dictionaries {
  return { paths: new ByteDictionary(), identities: new ByteDictionary() };
}

export interface Assembled extends MinedHistory {
  /** The new number of each path of the dictionary, for what was numbered beside the commits. */
  readonly pathNumber: Uint32Array;
}

/** One history of all blocks, whichever process read them; what they were read into is given back. Takes a breath between its steps, so that a server can answer. */
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
  for (const stream of new Set(blocks.map((block) => block.columns))) stream.release();
  await breath();
  const paths = renumbering(textsIn(dictionaries.paths), older?.paths ?? [], [
    touches.path.subarray(0, fresh.touches),
    touches.oldPath.subarray(0, fresh.touches),
  ]);
  for (const column of [touches.path, touches.oldPath]) renumber(column.subarray(0, fresh.touches), paths.number);
  await breath();
  const spellings = [
    commits.author.subarray(0, fresh.commits),
    commits.committer.subarray(0, fresh.commits),
    trailers.identity.subarray(0, fresh.trailers),
  ];
  const identities = renumbering(textsIn(dictionaries.identities), older?.identities.map(spellingOf) ?? [], spellings);
  for (const column of spellings) renumber(column, identities.number);
  return {
    identities: [...(older?.identities ?? []), ...identities.fresh.map(identityOf)],
    paths: older === undefined ? paths.fresh : [...older.paths, ...paths.fresh],
    commits,
    touches,
    trailers,
    pathNumber: paths.number,
  };
}

/** Nothing is looked up any more once there are strings. */
function textsIn(dictionary: ByteDictionary): string[] {
  const texts = textsOfArena(dictionary.arena());
  dictionary.release();
  return texts;
}

function spellingOf({ name, email }: RawIdentity): string {
  return `${name}\n${email}`;
}

function identityOf(text: string): RawIdentity {
  const cut = text.indexOf('\n');
  return { name: text.slice(0, cut), email: text.slice(cut + 1) };
}
