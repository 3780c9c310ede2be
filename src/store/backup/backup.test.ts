import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Database } from '#store/database/database.ts';
import { LATEST } from '#store/database/migrate.ts';
import { openDatabase } from '#store/database/open-database.ts';
import { LEASE } from '#store/jobs/job-queue.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import { addSource, listSources, scanNow } from '#store/team/sources.ts';
import { fillDatabase, sourceRow } from '#test/databases/fill-database.ts';
import { ENGINES, NOW, onBothEngines } from '#test/databases/on-both-engines.ts';
import { moveDatabase } from './move.ts';
import { readDigest } from './read-digest.ts';
import { restore } from './restore.ts';
import { verify } from './verify.ts';
import { writeBackup } from './write-backup.ts';

const now = () => NOW;
const folder = mkdtempSync(join(tmpdir(), 'understudy-backup-'));
let files = 0;
const newFile = (): string => join(folder, `${++files}.gz`);

onBothEngines(({ engine, emptyPlace, open }) => {
  const filled = async (): Promise<Database> => {
    const database = await open();
    await fillDatabase(database);
    return database;
  };

  describe.each(ENGINES)('and back into %s', (other) => {
    it('a backup restores every row', async () => {
      const [from, file] = [await filled(), newFile()];
      const written = await writeBackup(from, file, NOW);
      const to = await openDatabase(await emptyPlace(other), { now, schema: 'as it is' });
      const { tables, madeAt } = await restore(to, file, now);
      expect([tables, madeAt]).toEqual([written, NOW]);
      expect(await readDigest(to.query)).toEqual(await readDigest(from.query));
      expect((await verify(to)).problems).toEqual([]);
      await to.close();
    });

    it('a move leaves every row there, and the way back here', async () => {
      const from = await filled();
      const before = await readDigest(from.query);
      const [there, back] = [await open(await emptyPlace(other)), await open(await emptyPlace(engine))];
      expect(await moveDatabase(from, there)).toEqual(before);
      expect(await moveDatabase(there, back)).toEqual(before);
      expect(await readDigest(back.query)).toEqual(before);
      await scanNow(back, (await listSources(back))[0]!.id, NOW);
    });

    it('whatever was asked for is done there: what waited, and what was being done', async () => {
      const [from, file] = [await filled(), newFile()];
      const states = await from.query.selectFrom('job').select(['subject', 'state']).orderBy('state').execute();
      expect(states.map(({ state }) => state)).toEqual(['done', 'running', 'waiting']);
      await scanNow(from, states[0]!.subject, NOW);
      await writeBackup(from, file, NOW);
      const restored = await openDatabase(await emptyPlace(other), { now, schema: 'as it is' });
      await restore(restored, file, now);
      const moved = await open(await emptyPlace(other));
      await moveDatabase(from, moved);
      for (const to of [restored, moved]) {
        const taken = [];
        // The worker at the one that runs might still be alive when everything was moved; after half a minute it is not.
        for (let n = 0; n < 4; n++) taken.push((await jobsOf(to).take(NOW + LEASE + 1))?.subject);
        expect(new Set(taken)).toEqual(new Set(['a', 'b', 'c', undefined]));
      }
      await restored.close();
    });
  });

  it('nothing is accepted any more where everything was moved away', async () => {
    const [from, to] = [await filled(), await open()];
    await moveDatabase(from, to);
    await expect(addSource(from, sourceRow('late'))).rejects.toMatchObject({ code: 'database-moved' });
  });

  it('whoever writes during a move is either moved along or refused, never lost', async () => {
    const place = await emptyPlace();
    const [from, to] = [await open(place), await open()];
    await fillDatabase(from);
    const writers = await Promise.all(Array.from({ length: 4 }, async () => await open(place)));
    const accepted: string[] = [];
    let moved = false;
    const writing = writers.map(async (writer, w) => {
      for (let n = 0; n < 2000; n++) {
        try {
          await addSource(writer, sourceRow(`w${w}-${n}`));
          accepted.push(`w${w}-${n}`);
        } catch (problem) {
          expect(problem).toMatchObject({ code: 'database-moved' });
          return;
        }
        if (n === 5 && w === 0) moved = true;
        // A server hears something from its network between two writes; SQLite alone never lets go of the thread.
        await sleep(1);
      }
    });
    const moving = (async () => {
      await expect.poll(() => moved).toBe(true);
      await moveDatabase(from, to);
    })();
    await Promise.all([...writing, moving]);
    const arrived = new Set((await listSources(to)).map(({ id }) => id));
    expect(accepted.length).toBeLessThan(8000);
    expect(accepted.filter((id) => !arrived.has(id))).toEqual([]);
  });

  it('rows are only put where there are none', async () => {
    const [from, full, file] = [await filled(), await filled(), newFile()];
    await writeBackup(from, file, NOW);
    await expect(restore(full, file, now)).rejects.toMatchObject({ code: 'database-not-empty' });
    await expect(moveDatabase(from, full)).rejects.toMatchObject({ code: 'database-not-empty' });
  });

  it('a failed move leaves both sides as they were', async () => {
    const [from, to] = [await filled(), await open()];
    await to.close();
    await expect(moveDatabase(from, to)).rejects.toThrow();
    await addSource(from, sourceRow('goes-on'));
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 200)],
    ['without its end', (bytes: Buffer) => gzipSync(linesOf(bytes).slice(0, -1).join('\n'))],
    ['with a changed row', (bytes: Buffer) => gzipSync(linesOf(bytes).join('\n').replace('"every_minutes":60', '"every_minutes":61'))],
    ['without one row', (bytes: Buffer) => gzipSync(linesOf(bytes).toSpliced(2, 1).join('\n'))],
    ['of something else', () => gzipSync('{"a":1}\n')],
    ['that is no archive', () => Buffer.from('hello')],
  ])('a backup %s is refused and changes nothing', async (_, spoil) => {
    const [from, file] = [await filled(), newFile()];
    await writeBackup(from, file, NOW);
    writeFileSync(file, spoil(readFileSync(file)));
    const to = await open();
    await expect(restore(to, file, now)).rejects.toMatchObject({ code: 'backup-broken' });
    expect((await readDigest(to.query)).every(({ rows }) => rows === 0)).toBe(true);
  });

  it('a backup of a newer Understudy is refused', async () => {
    const [from, file] = [await filled(), newFile()];
    await writeBackup(from, file, NOW);
    writeFileSync(file, gzipSync(gunzipSync(readFileSync(file)).toString().replace(`"schema":${LATEST}`, '"schema":999')));
    await expect(restore(await open(), file, now)).rejects.toMatchObject({ code: 'database-newer' });
  });

  it('a backup that fails leaves no file', async () => {
    const database = await filled();
    await expect(writeBackup(database, join(folder, 'no', 'such', 'folder.gz'), NOW)).rejects.toThrow('ENOENT');
    expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([]);
  });

  it('verify notices a changed byte and a lost segment', async () => {
    const database = await filled();
    expect((await verify(database)).problems).toEqual([]);
    await database.query
      .updateTable('segment')
      .set({ bytes: Uint8Array.from([1, 2, 3]) })
      .where('number', '=', 0)
      .execute();
    await database.query.updateTable('scan').set({ name: 'renamed' }).execute();
    expect((await verify(database)).problems).toHaveLength(2);
    await database.query.deleteFrom('segment').execute();
    expect((await verify(database)).problems.at(-1)).toContain('lacks the segments');
  });
});

function linesOf(bytes: Buffer): string[] {
  return gunzipSync(bytes).toString().trimEnd().split('\n');
}
