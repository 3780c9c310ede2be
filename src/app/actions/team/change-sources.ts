import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { refusal } from '#core/terms/refusals.ts';
import { type OpenedFolders, refuseClosed } from './opened-folders.ts';
import { parseAddress } from '#sources/remote/parse-address.ts';
import type { Database } from '#store/database/database.ts';
import { sealerInUse } from '#store/team/key-files.ts';
import { addSource, removeSource, scanNow, sourceNamed } from '#store/team/sources.ts';

export interface SourceWish {
  readonly address: string;
  readonly name?: string | undefined;
  /** A token or a private key, as text. */
  readonly credential?: string | undefined;
  readonly keyFile: string;
  readonly privateAllowed: boolean;
  readonly everyMinutes: number;
  /** Folders are read only where this lets them; default: all that the process can read. */
  readonly opened?: OpenedFolders;
  readonly now: number;
}

const MINUTE = 60_000;

/** Has a repository read from now on; the first scan is due at once. */
export async function readFrom(database: Database, wish: SourceWish): Promise<{ readonly id: string; readonly name: string }> {
  const { kind, address, name } = parseAddress(wish.address);
  if (kind === 'folder') {
    refuseClosed(address, wish.opened ?? 'all');
    refuseMissing(address);
  }
  const id = randomUUID();
  const { credential, now } = wish;
  if (credential !== undefined && kind === 'folder') throw refusal('bad-combination', { one: 'a folder', other: 'a credential' });
  const row = {
    id,
    kind,
    address,
    name: wish.name ?? name,
    credential: null,
    private_allowed: wish.privateAllowed ? (1 as const) : (0 as const),
    every_minutes: wish.everyMinutes,
    added_at: now,
    scan_due_at: now + wish.everyMinutes * MINUTE,
  };
  // Sealed inside of the transaction: a new key waits for it, or it for the new key.
  const sealed = credential === undefined ? undefined : () => sealerInUse(wish.keyFile).seal(credential, id);
  await addSource(database, row, sealed);
  return { id, name: row.name };
}

/** The worker may stand on another machine, but whoever names a folder usually names one of this. */
function refuseMissing(address: string): void {
  if (!statSync(address, { throwIfNoEntry: false })?.isDirectory())
    throw refusal('path-unreadable', { path: address, reason: 'there is no folder at this path' });
}

/** Forgets a source and everything read from it. */
export async function forgetSource(database: Database, word: string): Promise<string> {
  const { id, name } = await sourceNamed(database, word);
  await removeSource(database, id);
  return name;
}

export async function scanSourceNow(database: Database, word: string, now: number): Promise<string> {
  const { id, name } = await sourceNamed(database, word);
  await scanNow(database, id, now);
  return name;
}
