import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { onBothEngines } from './on-both-engines.ts';
import { callerWith, servedTeam } from './served-team.ts';

const administrator = callerWith('administrator');

onBothEngines(({ open }) => {
  it('is ready exactly while its database is', async () => {
    const database = await open();
    const { address } = await servedTeam(database, administrator);
    expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ ready: true });
    await database.query.updateTable('schema_step').set({ sum: 'other' }).execute();
    expect((await fetch(`${address}/readyz`)).status).toBe(503);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
  });

  it('takes sources, tells of them and forgets them', async () => {
    const database = await open();
    const { call } = await servedTeam(database, administrator);
    const folder = mkdtempSync(join(tmpdir(), 'understudy-source-'));
    const added = await call('POST', '/api/sources', { address: folder, name: 'api' });
    expect([added.status, (added.body as { name: string }).name]).toEqual([201, 'api']);
    expect((await call('GET', '/api/sources')).body).toMatchObject({
      schema: 'understudy/sources/1',
      rows: [{ source: 'api', state: 'waits for a worker' }],
    });
    expect((await call('POST', '/api/sources/api/scan')).body).toEqual({ name: 'api' });
    expect((await call('DELETE', '/api/sources/api')).status).toBe(204);
    expect((await call('DELETE', '/api/sources/api')).body).toMatchObject({ code: 'source-unknown' });
    expect((await call('POST', '/api/sources', { address: folder, colour: 'red' })).status).toBe(400);
  });
});
