import { renameSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Database, DatabasePlace } from '#store/database/database.ts';
import { openDatabase } from '#store/database/open-database.ts';
import { addSource, listSources } from '#store/team/sources.ts';
import { sourceRow } from './fill-database.ts';
import { NOW, onBothEngines, onSqlite } from './on-both-engines.ts';
import { callerWith, servedTeam } from './served-team.ts';

interface Cuttable {
  readonly place: DatabasePlace;
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
}

/** A database that can be taken away and given back: its file is moved, or the way to its server is closed. */
async function cuttable(place: DatabasePlace): Promise<Cuttable> {
  if (place.engine === 'postgres') return await behindWay(place.url);
  const [file, away] = [join(place.folder, 'team.sqlite'), join(place.folder, 'elsewhere')];
  return { place, cut: async () => renameSync(file, away), mend: async () => renameSync(away, file) };
}

async function behindWay(url: string): Promise<Cuttable> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const opened = async (port: number): Promise<Server> => {
    const server = createServer((here) => {
      const there = connect({ port: Number(target.port), host: target.hostname });
      for (const socket of [here, there]) {
        sockets.add(socket.on('error', () => undefined));
        socket.once('close', () => void [here, there].map((one) => one.destroy()));
      }
      here.pipe(there).pipe(here);
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return server;
  };
  let way = await opened(0);
  const { port } = way.address() as AddressInfo;
  const own = new URL(url);
  own.host = `127.0.0.1:${port}`;
  return {
    place: { engine: 'postgres', url: own.href },
    cut: async () => {
      const closed = new Promise((resolve) => void way.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    mend: async () => void (way = await opened(port)),
  };
}

const names = async (database: Database): Promise<readonly string[]> => (await listSources(database)).map(({ id }) => id);

onBothEngines(({ open, emptyPlace }) => {
  it('is not ready while its database is gone, says so to everybody, and comes back by itself', async () => {
    const { place, cut, mend } = await cuttable(await emptyPlace());
    const database = await open(place);
    const { address, call } = await servedTeam(database, callerWith('administrator'));
    const ready = async (): Promise<number> => (await fetch(`${address}/readyz`)).status;
    expect(await ready()).toBe(200);
    await cut();
    expect(await ready()).toBe(503);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    for (let again = 0; again < 3; again++) {
      const told = await call('GET', '/api/sources');
      expect([told.status, told.body]).toMatchObject([503, { code: 'database-unreachable' }]);
      expect(told.headers.get('retry-after')).toBe('5');
    }
    await expect(addSource(database, sourceRow('lost'))).rejects.toThrow();
    await mend();
    expect(await ready()).toBe(200);
    expect((await call('GET', '/api/sources')).status).toBe(200);
    await addSource(database, sourceRow('kept'));
    expect(await names(database)).toEqual(['kept']);
  });
});

onSqlite(({ open, emptyPlace }) => {
  it('accepts nothing into a file that was put aside, and goes on in the one that took its place', async () => {
    const [place, other] = [await emptyPlace(), await emptyPlace()];
    if (place.engine !== 'sqlite' || other.engine !== 'sqlite') throw new Error('not SQLite');
    const database = await open(place);
    await addSource(database, sourceRow('before'));
    const restored = await openDatabase(other, { now: () => NOW });
    await addSource(restored, sourceRow('restored'));
    await restored.close();
    for (const ending of ['', '-wal', '-shm']) renameSync(join(place.folder, `team.sqlite${ending}`), join(place.folder, `aside${ending}`));
    await expect(names(database)).rejects.toMatchObject({ code: 'database-file-gone' });
    renameSync(join(other.folder, 'team.sqlite'), join(place.folder, 'team.sqlite'));
    expect(await names(database)).toEqual(['restored']);
    await addSource(database, sourceRow('after'));
    expect(await names(await open(place))).toEqual(['after', 'restored']);
  });

  it('does not keep what was begun in a file that is gone by the end', async () => {
    const place = await emptyPlace();
    const { cut, mend } = await cuttable(place);
    const database = await open(place);
    const writing = database.write(async (query) => {
      await query.insertInto('source').values(sourceRow('half')).execute();
      await cut();
    });
    await expect(writing).rejects.toMatchObject({ code: 'database-file-gone' });
    await mend();
    expect(await names(database)).toEqual([]);
  });
});
