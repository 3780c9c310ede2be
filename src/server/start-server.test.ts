import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSchema } from '#contract/answer.ts';
import { unpackWorld } from '#core/world/pack-world.ts';
import { makeWorld } from '../../test/world.ts';
import { type RunningServer, startServer } from './start-server.ts';

const world = makeWorld();
const hash = 'a'.repeat(40);
let pages: string;
let server: RunningServer;

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

async function get(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Got> {
  const { port, hostname } = new URL(server.address);
  return await new Promise((done, fail) => {
    const call = request({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
    });
    call.on('error', fail);
    call.end();
  });
}

beforeAll(async () => {
  pages = mkdtempSync(join(tmpdir(), 'understudy-pages-'));
  mkdirSync(join(pages, 'assets'));
  writeFileSync(join(pages, 'index.html'), '<!doctype html><html><head></head><body></body></html>');
  writeFileSync(join(pages, 'assets', 'page.js'), '1');
  server = await startServer({
    world,
    port: 0,
    pages,
    describeCommits: async (hashes) => new Map(hashes.map((one) => [one, '<b>subject</b>'])),
  });
});

afterAll(async () => {
  await server.close();
  rmSync(pages, { recursive: true, force: true });
});

describe('the local server', () => {
  it('listens on loopback only', () => {
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it.each([
    ['another site’s name for this machine', { host: 'evil.example:4180' }, 403],
    ['a name that only begins like ours', { host: '127.0.0.1.evil.example' }, 403],
    ['its number', { host: '127.0.0.1' }, 200],
    ['its name', { host: 'localhost:1' }, 200],
    ['a script of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
    ['a link on another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 200],
    ['its own page', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }, 200],
  ])('answers %s as it should', async (_, headers, status) => {
    expect((await get('/', headers)).status).toBe(status);
  });

  it('takes nothing', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) expect((await get('/api/world', {}, method)).status).toBe(403);
  });

  it('allows no other origin, and no script that is not its own', async () => {
    const { headers } = await get('/', { origin: 'http://evil.example' });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });

  it('gives each page its own nonce', async () => {
    const nonces = await Promise.all(
      [get('/'), get('/map')].map(async (got) => /nonce" content="([^"]+)"/.exec(String((await got).body))?.[1]),
    );
    expect(nonces[0]).toMatch(/^[\w-]{22}$/);
    expect(nonces[1]).not.toBe(nonces[0]);
  });

  it('gives the world as it was packed, once', async () => {
    const first = await get('/api/world');
    expect(unpackWorld(new Uint8Array(first.body)).partition.areas).toEqual(world.partition.areas);
    expect((await get('/api/world', { 'if-none-match': String(first.headers['etag']) })).status).toBe(304);
  });

  it.each([
    'overview',
    'areas',
    'explain?area=area-0',
    'who?path=',
    'factor',
    'loss?most=2',
    'map?depth=1',
    'trend?months=2',
    'away?who=Bo+Alder&days=7',
  ])('answers %s in the envelope of the command line', async (question) => {
    const { status, body } = await get(`/api/answers/${question}`);
    expect([status, answerSchema.safeParse(JSON.parse(String(body))).error]).toEqual([200, undefined]);
    expect(JSON.parse(String(body))).toMatchObject({ schema: `understudy/${question.replace(/\?.*/, '')}/1` });
  });

  it.each([
    ['/api/answers/areas?at=yesterday', 400, 'wrong-parameter'],
    ['/api/answers/areas?colour=red', 400, 'wrong-parameter'],
    ['/api/answers/explain?area=nowhere-at-all', 422, 'unknown-area'],
    ['/api/answers/everything', 404, 'unknown-question'],
    ['/api/commits?hash=--help', 400, 'wrong-parameter'],
    ['/api/nothing', 404, 'not-here'],
    ['/assets/../index.html', 403, 'not-here'],
    ['/assets/%2e%2e/index.html', 403, 'not-here'],
  ])('refuses %s with a code and a remedy', async (path, status, code) => {
    const got = await get(path);
    expect([got.status, JSON.parse(String(got.body))]).toMatchObject([status, { code, remedy: expect.stringMatching(/\w+/) }]);
  });

  it('names commits that are asked for', async () => {
    expect(JSON.parse(String((await get(`/api/commits?hash=${hash}`)).body))).toEqual({ commits: [{ hash, subject: '<b>subject</b>' }] });
  });

  it('moves on when its port is taken', async () => {
    const port = Number(new URL(server.address).port);
    const second = await startServer({ world, port, pages });
    expect(Number(new URL(second.address).port)).not.toBe(port);
    await second.close();
  });

  it('keeps the event loop free while it works', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    await get('/api/world');
    delay.enable();
    await Promise.all([get('/api/world'), get('/api/answers/overview'), get('/api/answers/areas?at=2020-01-01'), get('/')]);
    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(50);
  });
});
