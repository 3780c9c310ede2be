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
  const paths = new ByteDictionary();
  const identities = new ByteDictionary();
  for (const path of older?.paths ?? []) internText(paths, path);
  for (const { name, email } of older?.identities ?? []) internText(identities, `${name}\n${email}`);
  return { paths, identities };
}

function internText(dictionary: ByteDictionary, text: string): void {
  const bytes = bytesOfText(text);
  dictionary.intern(bytes, 0, bytes.length);
}

/** One history of all blocks, whichever process read them. Takes a breath between its steps, so that a server can answer. */
export async function assembleHistory(assembly: Assembly): Promise<MinedHistory & { readonly treePaths: Uint32Array }> {
  const { blocks, dictionaries, hashBytes, treePaths, older } = assembly;
  const columns = emptyColumns(assembly);
  await breath();
  for (const block of blocks) copyBlock(block, columns);
  if (older !== undefined) appendOlder(older, columns);
  await breath();
  const { commits, touches, trailers } = columns;
  commits.firstTouch[commits.count] = touches.count;
  linkParents({ blocks, commits, hashBytes, older: older?.commits });
  await breath();
  const path = renumbering(dictionaries.paths.size, older?.paths.length ?? 0, [touches.path, touches.oldPath]);
  const spellings = [commits.author, commits.committer, trailers.identity];
  const identity = renumbering(dictionaries.identities.size, older?.identities.length ?? 0, spellings);
  for (const column of [touches.path, touches.oldPath]) renumber(column, path);
  for (const column of spellings) renumber(column, identity);
  await breath();
  return {
    identities: reordered(textsOfArena(dictionaries.identities.arena()), identity).map(identityOf),
    paths: reordered(textsOfArena(dictionaries.paths.arena()), path),
    commits,
    touches,
    trailers,
    treePaths: treePaths.map((number) => path[number]!),
  };
}

function identityOf(text: string): RawIdentity {
  const cut = text.indexOf('\n');
  return { name: text.slice(0, cut), email: text.slice(cut + 1) };
}
