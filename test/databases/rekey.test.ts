import { copyFileSync, existsSync, mkdtempSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readFrom } from '#app/actions/team/change-sources.ts';
import { rekey } from '#app/actions/team/rekey.ts';
import type { Database } from '#store/database/database.ts';
import { newKeyOf, opened } from '#store/team/key-files.ts';
import { sealerOf } from '#store/team/seal.ts';
import { listSources } from '#store/team/sources.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';

const newKeyFile = (): string => join(mkdtempSync(join(tmpdir(), 'understudy-rekey-')), 'team.key');

async function add(database: Database, keyFile: string, number: number): Promise<void> {
  const wish = { address: `https://git.example.org/r${number}.git`, keyFile, privateAllowed: false, everyMinutes: 60, now: NOW };
  await readFrom(database, { ...wish, ...(number % 10 > 0 && { credential: `token ${number}` }) });
}

/** As workers read them. */
async function credentials(database: Database, keyFile: string): Promise<readonly string[]> {
  const sealed = (await listSources(database)).filter(({ credential }) => credential !== null);
  return sealed.map(({ credential, id }) => opened(keyFile, credential!, id)).toSorted();
}

/** As many as `number` of them have. */
const expected = (number: number): readonly string[] =>
  Array.from({ length: number }, (_, i) => i)
    .filter((i) => i % 10 > 0)
    .map((i) => `token ${i}`)
    .toSorted();

async function withSources(database: Database, number: number): Promise<string> {
  const keyFile = newKeyFile();
  for (let i = 0; i < number; i++) await add(database, keyFile, i);
  return keyFile;
}

onBothEngines(({ open }) => {
  it('everything is sealed with the new key, and the old one opens nothing any more', { timeout: 600_000 }, async () => {
    const database = await open();
    const keyFile = await withSources(database, 250);
    const old = join(keyFile, '../elsewhere.key');
    copyFileSync(keyFile, old);
    const { credentials: count, oldKey } = await rekey(database, keyFile);
    expect([count, await credentials(database, keyFile)]).toEqual([225, expected(250)]);
    await expect(credentials(database, old)).rejects.toMatchObject({ code: 'key-file' });
    await expect(add(database, old, 1001)).rejects.toMatchObject({ code: 'key-file' });
    expect([existsSync(`${keyFile}.new`), sealerOf(oldKey!).mark, statSync(keyFile).mode & 0o077]).toEqual([false, sealerOf(old).mark, 0]);
    await add(database, keyFile, 251);
    expect(await credentials(database, keyFile)).toContain('token 251');
  });

  it('cut off before or after sealing, everything opens, and it goes on when asked again', async () => {
    const database = await open();
    const keyFile = await withSources(database, 20);
    newKeyOf(keyFile);
    expect(await credentials(database, keyFile)).toEqual(expected(20));
    await expect(add(database, keyFile, 21)).rejects.toMatchObject({ code: 'rekey-open' });
    const { oldKey } = await rekey(database, keyFile);
    // As it is when the power goes after the transaction.
    renameSync(keyFile, `${keyFile}.new`);
    copyFileSync(oldKey!, keyFile);
    expect(await credentials(database, keyFile)).toEqual(expected(20));
    expect((await rekey(database, keyFile)).credentials).toBe(18);
    expect([await credentials(database, keyFile), existsSync(`${keyFile}.new`)]).toEqual([expected(20), false]);
  });

  it('one credential that does not open, and nothing is changed', async () => {
    const database = await open();
    const keyFile = await withSources(database, 20);
    const before = await listSources(database);
    const foreign = sealerOf(newKeyFile()).seal('token', before.at(-1)!.id);
    await database.write(async (query) => {
      await query.updateTable('source').set({ credential: foreign }).where('id', '=', before.at(-1)!.id).execute();
    });
    const spoilt = await listSources(database);
    await expect(rekey(database, keyFile)).rejects.toMatchObject({ code: 'key-file' });
    expect(await listSources(database)).toEqual(spoilt);
  });

  it('with others who add meanwhile, no credential is left with another key', async () => {
    const database = await open();
    const keyFile = await withSources(database, 30);
    const adding = Array.from({ length: 12 }, async (_, i) => await add(database, keyFile, 101 + i));
    const [rekeyed, ...added] = await Promise.allSettled([rekey(database, keyFile), ...adding]);
    expect(rekeyed!.status).toBe('fulfilled');
    for (const one of added)
      if (one.status === 'rejected') expect(['rekey-open', 'key-file']).toContain((one.reason as { code: string }).code);
    const kept = await credentials(database, keyFile);
    expect(kept).toHaveLength((await listSources(database)).filter(({ credential }) => credential !== null).length);
    expect((await rekey(database, keyFile)).credentials).toBe(kept.length);
  });
});
