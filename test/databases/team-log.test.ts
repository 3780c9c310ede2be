import { connect } from 'node:net';
import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { type Log, openLog } from '#server/log/log.ts';
import { requestMeter } from '#server/metrics/request-meter.ts';
import type { RequestWatch } from '#server/log/watch-requests.ts';
import { firstAdministrator } from './admit.ts';
import { NOW, onSqlite } from './on-both-engines.ts';
import { callerWith, type ServedTeam, servedTeam } from './served-team.ts';

/** Planted wherever a request has room: none of it may be found in the log or among the figures. */
const SECRETS = [
  'Ana',
  'Planted',
  'planted@example.org',
  'geheim',
  'secretword',
  'topsecret',
  'cookievalue',
  'agentname',
  'elsewhere',
  '192.0.2.77',
];

interface Watched extends RequestWatch {
  readonly lines: () => readonly Readonly<Record<string, unknown>>[];
  readonly figures: () => Promise<string>;
}

function watched(): Watched {
  const written: string[] = [];
  const log: Log = openLog({ write: (line) => void written.push(line), pretty: false, least: 'debug', now: () => NOW });
  const registry = new Registry();
  const lines = () => written.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  return { log, meter: requestMeter(registry), now: () => NOW, lines, figures: async () => await registry.metrics() };
}

const HEADERS = {
  cookie: 'understudy_session=cookievalue; other=topsecret',
  'user-agent': 'agentname/1.0',
  'x-forwarded-for': '192.0.2.77',
  'x-request-id': 'Ana-Planted-topsecret',
  referer: 'https://elsewhere.example/Ana',
};

async function everyKindOfRequest({ call, address }: ServedTeam): Promise<void> {
  await call('GET', '/healthz?who=Ana', undefined, HEADERS);
  await call('GET', '/api/sources?person=Ana%20Planted', undefined, HEADERS);
  await call('GET', '/api/nothing/Planted?q=secretword', undefined, HEADERS);
  await call('POST', '/api/sources', { address: 'https://Ana:geheim@10.0.0.1/topsecret.git', name: 'Ana Planted' }, HEADERS);
  await call('POST', '/api/sources', { address: 'file:///home/Ana/topsecret', credential: 'geheim' }, HEADERS);
  await call('POST', '/api/sources', { address: 'ext::sh -c secretword', 'Ana Planted': 1 }, HEADERS);
  await call('POST', '/api/sources', { address: 'Ana'.repeat(200_000) }, HEADERS);
  await call('DELETE', '/api/sources/planted@example.org', undefined, { ...HEADERS, authorization: 'Bearer topsecret' });
  await call('DELETE', '/api/sources/Ana', undefined, { ...HEADERS, origin: 'https://elsewhere.example' });
  await fetch(`${address}/api/sources`, {
    method: 'POST',
    headers: { ...HEADERS, 'x-understudy': '1', 'content-type': 'application/json' },
    body: '{"Ana',
  });
  await garbage(address, 'GET /Ana HTTP/1.1\r\nHost: x\r\nPlanted topsecret\r\n\r\n');
}

async function garbage(address: string, text: string): Promise<string> {
  const { port } = new URL(address);
  return await new Promise((resolve) => {
    let told = '';
    const socket = connect({ port: Number(port), host: '127.0.0.1' }, () => socket.end(text));
    socket.on('data', (data) => (told += data.toString('latin1')));
    socket.once('close', () => resolve(told));
  });
}

onSqlite(({ open }) => {
  it('holds nothing of what a request said, whoever sends it', async () => {
    const watch = watched();
    const database = await open();
    for (const caller of [null, callerWith('member'), callerWith('administrator')])
      await everyKindOfRequest(await servedTeam(database, caller, { watch }));
    const told = JSON.stringify(watch.lines()) + (await watch.figures());
    expect(SECRETS.filter((secret) => told.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
    expect(watch.lines().length).toBeGreaterThan(30);
    expect(told).not.toContain('127.0.0.1');
  });

  it('tells who was kept out and why, with the id that the reply carries', async () => {
    const watch = watched();
    const database = await open();
    const administrator = await servedTeam(database, callerWith('administrator'), { watch });
    const replies = [
      await (await servedTeam(database, null, { watch })).call('GET', '/api/sources'),
      await (await servedTeam(database, callerWith('member'), { watch })).call('DELETE', '/api/sources/x'),
      await (await servedTeam(database, callerWith('administrator', 'team', ['read']), { watch })).call('DELETE', '/api/sources/x'),
      await administrator.call('DELETE', '/api/sources/x', undefined, { origin: 'https://elsewhere.example' }),
      await administrator.call('POST', '/api/sources', { address: 'file:///etc/passwd' }),
      await administrator.call('POST', '/api/sources', { address: 'x'.repeat(300_000) }),
    ];
    const refused = watch.lines().filter(({ event }) => event === 'refused');
    expect(refused.map(({ code, operation }) => [code, operation])).toEqual([
      ['not-signed-in', 'list-sources'],
      ['not-yours', 'remove-source'],
      ['out-of-scope', 'remove-source'],
      ['turned-away', 'remove-source'],
      ['source-address', 'add-source'],
      ['too-large', 'add-source'],
    ]);
    expect(refused.map(({ request }) => request)).toEqual(replies.map(({ headers }) => headers.get('x-request-id')));
    expect(new Set(refused.slice(3).map(({ from }) => from)).size).toBe(1);
    expect(await garbage(administrator.address, 'no HTTP at all\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(watch.lines().at(-1)).toMatchObject({ event: 'refused', code: 'broken-request', status: 400 });
  });

  it('tells of a wrong password, of too many, and not whose', async () => {
    const watch = watched();
    const database = await open();
    await firstAdministrator(database);
    const { call } = await servedTeam(database, null, { watch });
    for (let tries = 0; tries < 12; tries++)
      await call('POST', '/api/session', { email: 'ana@shop.example', password: 'geheim secretword' });
    const refused = watch.lines().filter(({ event }) => event === 'refused');
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['sign-in-refused', 'sign-in-waits']));
    expect(JSON.stringify(watch.lines())).not.toMatch(/ana|shop|geheim|secretword/i);
  });

  it('tells where a bug arose, and the caller only its id', async () => {
    const watch = watched();
    const database = await open();
    const { call } = await servedTeam(database, callerWith('administrator'), { watch });
    await database.query.schema.dropTable('job').execute();
    const reply = await call('GET', '/api/sources');
    expect([reply.status, reply.body]).toMatchObject([500, { code: 'bug' }]);
    const id = reply.headers.get('x-request-id')!;
    expect((reply.body as { remedy: string }).remedy).toContain(id);
    const bug = watch.lines().find(({ event }) => event === 'bug') as unknown as { request: string; fault: { at: readonly string[] } };
    expect(bug.request).toBe(id);
    expect(bug.fault.at.length).toBeGreaterThan(0);
    expect(reply.text).not.toMatch(/job|sql|select/i);
  });

  it('answers too many requests with how long to wait', async () => {
    const watch = watched();
    const { call } = await servedTeam(await open(), callerWith('administrator'), { watch });
    const replies = [];
    while (replies.at(-1)?.status !== 429 && replies.length < 3100) replies.push(await call('GET', '/api/server'));
    expect(replies.at(-1)!.body).toMatchObject({ code: 'too-often' });
    expect(Number(replies.at(-1)!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(watch.lines().at(-1)).toMatchObject({ event: 'refused', code: 'too-often' });
  });
});
