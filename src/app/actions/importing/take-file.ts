import { createHash } from 'node:crypto';
import { askForLookSoon } from '#app/actions/signals/ask-for-look.ts';
import { keepFile } from '#store/connections/files.ts';
import type { Database } from '#store/database/database.ts';
import { connectionForFiles } from './connection-for-files.ts';
import { notRecognised, readerNamed, readerOf } from './recognise.ts';
import { tellAtOnce } from './tell-at-once.ts';

export interface FileHandedOver {
  /** As its sender calls it; only its last part counts. */
  readonly name: string;
  readonly as?: string | undefined;
  readonly repository?: string | undefined;
  readonly bytes: Uint8Array;
  /** Milliseconds since epoch. */
  readonly now: number;
}

const HEAD = 64 * 1024;

/**
 * Recognises a file that came over HTTP and keeps it until a worker tells it; what must never be kept is told at once. `fresh`: the very same
 * was not handed over before, or told something new. `number`: to ask what became of it.
 */
export async function takeFile(
  database: Database,
  { name, as, repository, bytes, now }: FileHandedOver,
): Promise<{ readonly kind: string; readonly connection: string; readonly fresh: boolean; readonly number: number }> {
  const last = name.split(/[/\\]/).at(-1)!;
  const sample = { name: last, size: bytes.length, head: bytes.subarray(0, HEAD) };
  const connector = as === undefined ? readerOf(sample) : readerNamed(as);
  if (connector === undefined) throw notRecognised(last, sample);
  const connection = await connectionForFiles(database, connector, { now });
  if (connector.file.unkept === true) {
    const { fresh, number } = await tellAtOnce(database, { connection, connector, name: last, repository, bytes, now });
    if (fresh > 0) await askForLookSoon(database, now);
    return { kind: connector.kind, connection: connection.name, fresh: fresh > 0, number };
  }
  const said = { name: last, ...(repository === undefined ? {} : { repository }) };
  const key = `file ${createHash('sha256').update(JSON.stringify(said)).update(bytes).digest('base64url')}`;
  const given = { connection: connection.number, key, receivedAt: now, said, bytes };
  const kept = await database.write(async (query) => await keepFile(query, given));
  return { kind: connector.kind, connection: connection.name, ...kept };
}
