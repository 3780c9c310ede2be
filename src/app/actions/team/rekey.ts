import { refusal } from '#core/terms/refusals.ts';
import type { Database, Writing } from '#store/database/database.ts';
import { keepAside, newKeyOf, putInPlace } from '#store/team/key-files.ts';
import { type Sealer, sealerIn } from '#store/team/seal.ts';
import { holdAllWriters, keepCredential, SEALED, sealedAfter } from '#store/team/sealed.ts';

export interface Rekeyed {
  readonly credentials: number;
  /** Where the key lies that opened them until now; backups of that time still need it. */
  readonly oldKey: string | undefined;
}

/**
 * Everything that is sealed is opened with the key in use and sealed with a new one. The new key lies beside the one in use
 * before anything is sealed with it, all is sealed in one transaction that waits for who writes, and then the new key takes
 * the place. Cut off at any point it goes on where it stopped when it is asked for again, and until then what is sealed can
 * be opened: whoever opens looks beside the key in use, too.
 */
export async function rekey(database: Database, keyFile: string): Promise<Rekeyed> {
  const [next, old] = [newKeyOf(keyFile), sealerIn(keyFile)];
  if (old !== undefined && old.mark === next.mark) throw refusal('key-file', { path: keyFile, reason: 'the new key is the one in use' });
  const credentials = await database.write(async (query) => {
    await holdAllWriters(query);
    let count = 0;
    for (const place of SEALED) count += await sealAnew(query, place, { next, old, keyFile });
    return count;
  });
  const oldKey = old && keepAside(keyFile, old.mark);
  putInPlace(keyFile, next.mark);
  return { credentials, oldKey };
}

interface Keys {
  readonly next: Sealer;
  readonly old: Sealer | undefined;
  readonly keyFile: string;
}

async function sealAnew(query: Writing, place: (typeof SEALED)[number], { next, old, keyFile }: Keys): Promise<number> {
  let count = 0;
  for (let last = ''; ; ) {
    const page = await sealedAfter(query, place, last);
    if (page.length === 0) return count;
    for (const { id, credential } of page) {
      if (!next.hasSealed(credential)) {
        if (old === undefined) throw refusal('key-file', { path: keyFile, reason: 'it is not there, and something is sealed' });
        await keepCredential(query, place, { id, credential: next.seal(old.open(credential, id), id) });
      }
      count++;
    }
    last = page.at(-1)!.id;
  }
}
