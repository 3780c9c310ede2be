import { expect, it } from 'vitest';
import { sumUp } from '#app/actions/team/sum-up.ts';
import type { Caller } from '#server/team/door/caller.ts';
import type { Database } from '#store/database/database.ts';
import { saveScan } from '#store/team/scans.ts';
import { addSource } from '#store/team/sources.ts';
import { scanOf, sourceRow } from './fill-database.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';
import { callerWith, servedTeam } from './served-team.ts';

const member: Caller = { ...callerWith('member'), ownWords: ['p1@example.org'] };

async function keep(database: Database, id: string, commits: number): Promise<void> {
  await database.write(async (query) => await saveScan(query, { sourceId: id, scan: scanOf(commits) }));
  await sumUp(database, id, { now: () => NOW });
}

async function read(database: Database): Promise<void> {
  await addSource(database, { ...sourceRow('a'), name: 'api' });
  await keep(database, 'a', 300);
}

onBothEngines(({ open }) => {
  it('answers over HTTP, and tells who holds an answer that it still holds', async () => {
    const database = await open();
    await read(database);
    const { call } = await servedTeam(database, member);
    const { status, body, headers } = await call('GET', '/api/sources/api/answers/areas');
    expect([status, body]).toMatchObject([200, { schema: 'understudy/areas/1' }]);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    const again = await call('GET', '/api/sources/a/answers/areas', undefined, { 'if-none-match': headers.get('etag')! });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await call('GET', '/api/sources/api/answers/away?me=true')).body).toMatchObject({ schema: 'understudy/away/1' });
    expect((await call('GET', '/api/sources/api/answers/ready?me=true')).body).toMatchObject({ schema: 'understudy/ready/1' });
    expect((await call('GET', '/api/overview')).body).toMatchObject({ schema: 'understudy/repositories/1', rows: [{ repository: 'api' }] });
  });

  it('draws the map as far down as its reader may see, and without nobody but themself', async () => {
    const database = await open();
    await read(database);
    const { call } = await servedTeam(database, member);
    const service = await servedTeam(database, callerWith('agent'));
    const board = '/api/sources/api/answers/board';
    expect((await call('GET', board)).body).toMatchObject({ value: { deepest: 'files', facts: { me: 0 } } });
    expect((await service.call('GET', board)).body).toMatchObject({ value: { deepest: 'areas' } });
    const weights = '/api/sources/api/answers/weights?colour=cover&from=2026-01-05&kind=sudden&without=';
    const [mine, everybodys] = [await call('GET', `${weights}me`), await call('GET', `${weights}nobody`)];
    expect([mine.status, everybodys.status, mine.text === everybodys.text]).toEqual([200, 200, false]);
    expect((await call('GET', `${weights}p2@example.org`)).status).toBe(400);
    expect((await service.call('GET', `${weights}me`)).body).toMatchObject({ code: 'not-yours-to-see' });
  });

  it('takes the whole by the name that the map gives it', async () => {
    const database = await open();
    await read(database);
    const { call } = await servedTeam(database, member);
    const told = async (asked: string) => (await call('GET', `/api/sources/api/answers/${asked}`)).body;
    const [root] = ((await told('map?depth=1')) as { readonly rows: readonly { readonly path: string }[] }).rows;
    expect(root?.path).toBe('.');
    for (const question of ['who', 'factor', 'loss']) {
      expect(await told(`${question}?path=.`)).toMatchObject({ schema: `understudy/${question}/1` });
      expect(await told(`${question}?path=.`)).toEqual(await told(`${question}?path=`));
    }
  });

  it('refuses what is not a question, not a source, or says too much', async () => {
    const database = await open();
    await read(database);
    const { call } = await servedTeam(database, member);
    const statusOf = async (path: string) => (await call('GET', `/api/sources/${path}`)).status;
    expect(await statusOf('api/answers/everything')).toBe(404);
    expect(await statusOf('api/answers/areas?people=3')).toBe(400);
    expect(await statusOf('api/answers/areas?with=a&with=web')).toBe(422);
    expect(await statusOf('api/answers/areas?at=yesterday')).toBe(400);
    expect(await statusOf('api/answers/away?who=p2@example.org')).toBe(422);
    expect(await statusOf('api/answers/away')).toBe(400);
    expect(await statusOf('api/answers/trend?months=100000')).toBe(400);
    expect(await statusOf(`${'x'.repeat(999)}/answers/areas`)).toBe(414);
    for (const word of ['nothing', '%20', '%F0%9F%98%80', 'x'.repeat(99)])
      expect([word, await statusOf(`${word}/answers/areas`)]).toEqual([word, 422]);
    for (const word of ['%00', '..%2Fapi']) expect([word, await statusOf(`${word}/answers/areas`)]).toEqual([word, 403]);
  });

  it('tells who listens what changes: all at first, then only what is other', async () => {
    const database = await open();
    await read(database);
    const { address } = await servedTeam(database, member);
    const stop = new AbortController();
    const reply = await fetch(`${address}/api/events`, { signal: stop.signal });
    const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
    const first = (await reader.read()).value!;
    expect(first).toContain('event: repositories');
    expect(first).toContain('"repository":"api"');
    expect(first).not.toContain('event: sources');
    const next = reader.read();
    expect(await Promise.race([next, new Promise((resolve) => void setTimeout(() => resolve('silence'), 2500))])).toBe('silence');
    await addSource(database, { ...sourceRow('b'), name: 'web' });
    const said = (await next).value!;
    expect([said.includes('"repository":"web"'), said.includes('"repository":"api"')]).toEqual([true, false]);
    await keep(database, 'a', 320);
    expect((await reader.read()).value).toContain('"commits":320');
    stop.abort();
  });

  it('tells who may configure how far reading is, and no figure of an area; to whoever sees neither, nothing is told', async () => {
    const database = await open();
    await read(database);
    const { address } = await servedTeam(database, callerWith('administrator'));
    const stop = new AbortController();
    const reply = await fetch(`${address}/api/events`, { signal: stop.signal });
    const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
    const first = (await reader.read()).value!;
    expect([first.includes('event: sources'), first.includes('event: repositories')]).toEqual([true, false]);
    stop.abort();
    const facilitator = await servedTeam(database, callerWith('facilitator'));
    const later = new AbortController();
    const own = await fetch(`${facilitator.address}/api/events`, { signal: later.signal });
    const { value } = await own.body!.pipeThrough(new TextDecoderStream()).getReader().read();
    expect(value).toMatch(/^event: alive\ndata: \{\}\n\n$/);
    later.abort();
  });
});
