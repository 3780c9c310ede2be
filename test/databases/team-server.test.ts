import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readFrom } from '#app/actions/team/change-sources.ts';
import { databaseReady } from '#app/questions/team/database-ready.ts';
import { answerSources } from '#app/questions/team/sources-read.ts';
import { ANYBODY, AT_THE_DATABASE } from '#core/policy/viewer.ts';
import { startTeamServer } from '#server/team/start-team-server.ts';
import type { Database } from '#store/database/database.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';

async function served(database: Database, viewer = AT_THE_DATABASE): Promise<string> {
  const sources = async () => await answerSources(database, NOW);
  const server = await startTeamServer({ sources, viewer, ready: async () => await databaseReady(database), port: 0 });
  onTestFinished(async () => await server.close());
  return server.address;
}

async function add(database: Database, name: string): Promise<void> {
  const address = mkdtempSync(join(tmpdir(), 'understudy-source-'));
  await readFrom(database, { address, name, keyFile: '', privateAllowed: false, everyMinutes: 60, now: NOW });
}

onBothEngines(({ open }) => {
  it('is ready exactly while its database is', async () => {
    const database = await open();
    const address = await served(database);
    expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ ready: true });
    await database.query.updateTable('schema_step').set({ sum: 'other' }).execute();
    expect((await fetch(`${address}/readyz`)).status).toBe(503);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
  });

  it('tells what is read, to those who may know', async () => {
    const database = await open();
    await add(database, 'api');
    const reply = await fetch(`${await served(database)}/api/sources`);
    expect((await reply.json()) as object).toMatchObject({
      schema: 'understudy/sources/1',
      rows: [{ source: 'api', state: 'waits for a worker' }],
    });
    expect((await fetch(`${await served(database, ANYBODY)}/api/sources`)).status).toBe(422);
  });

  it('tells those who watch whenever something changes, and only then', async () => {
    const database = await open();
    await add(database, 'api');
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    const reply = await fetch(`${await served(database)}/api/sources/progress`, { signal: stop.signal });
    expect(reply.headers.get('content-type')).toBe('text/event-stream');
    const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toContain('"source":"api"');
    const next = reader.read();
    expect(await Promise.race([next, new Promise((resolve) => void setTimeout(() => resolve('silence'), 2500))])).toBe('silence');
    await add(database, 'web');
    expect((await next).value).toContain('"source":"web"');
  });

  it('lets nobody write', async () => {
    const address = await served(await open());
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) expect((await fetch(`${address}/api/sources`, { method })).status).toBe(403);
    expect((await fetch(`${address}/api/sources`, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  });
});
