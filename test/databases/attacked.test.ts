import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readFrom } from '#app/actions/team/change-sources.ts';
import { bringBack } from '#app/actions/team/tend-database.ts';
import { work } from '#app/actions/team/work.ts';
import { invite } from '#app/actions/accounts/invite.ts';
import { startTeamServer } from '#server/team/start-team-server.ts';
import type { Database } from '#store/database/database.ts';
import { newestJobs } from '#store/jobs/job-rows.ts';
import { firstAdministrator, PASSWORD } from './admit.ts';
import { NOW, onBothEngines, onSqlite } from './on-both-engines.ts';
import { zipOf } from '#test/zip-of.ts';
import { callerWith, type Heard, handlersOf, servedTeam, teamAnswers } from './served-team.ts';

const MEGABYTE = 2 ** 20;
const temporary = (what: string): string => mkdtempSync(join(tmpdir(), `understudy-${what}-`));
const cookieOf = ({ headers }: Heard): string => headers.getSetCookie()[0]?.split(';')[0] ?? '';

describe('addresses of repositories', () => {
  onSqlite(({ open }) => {
    it.each([
      'file:///etc',
      'FILE:///etc',
      'ext::sh -c "touch pwned"',
      'fd::17',
      'git://example.org/x',
      'http://example.org/x',
      'ftp://example.org/x',
      '-u./payload',
      '--upload-pack=touch pwned',
      'ssh://-oProxyCommand=touch/x',
      'git@-oProxyCommand=touch:x',
      'https://example.org/x.git?service=y',
      'https://someone:secret@example.org/x.git',
      'https://example.org\\@127.0.0.1/x',
      'relative/path',
    ])('%s is refused, and nothing is kept', async (address) => {
      const database = await open();
      const { call } = await servedTeam(database, callerWith('administrator'));
      const reply = await call('POST', '/api/sources', { address });
      expect([reply.status, (reply.body as { readonly code: string }).code]).toEqual([422, 'source-address']);
      expect(await database.query.selectFrom('source').select('id').execute()).toEqual([]);
    });

    it('that lead into a private network are refused when they are read, and nothing is sent there', { timeout: 600_000 }, async () => {
      const database = await open();
      const { port, heard } = await listening();
      const hosts = [
        'localhost',
        '127.0.0.1',
        '[::1]',
        '2130706433',
        '0x7f000001',
        '[::ffff:127.0.0.1]',
        '0.0.0.0',
        '169.254.169.254',
        '[fe80::1]',
        '10.0.0.1',
      ];
      const addresses = [...hosts.map((host, n) => `https://${host}:${port}/x${n}.git`), `ssh://git@localhost:${port}/x.git`];
      const ids: string[] = [];
      for (const address of addresses)
        ids.push((await readFrom(database, { address, keyFile: '', privateAllowed: false, everyMinutes: 60, now: Date.now() })).id);
      await readAll(database);
      const jobs = await newestJobs(database, 'scan');
      const codes = ids.map((id) => (JSON.parse(jobs.get(id)?.outcome ?? '{}') as { readonly code?: string }).code);
      expect(codes).toEqual(ids.map(() => 'source-private'));
      expect(heard()).toBe(0);
    });
  });
});

describe('signing in', () => {
  onBothEngines(({ open }) => {
    it('ends the session that somebody planted in the browser, and gives another', async () => {
      const database = await open();
      await firstAdministrator(database);
      const { call } = await servedTeam(database, 'as they say');
      const own = { email: 'ana@shop.example', password: PASSWORD };
      const planted = cookieOf(await call('POST', '/api/session', own));
      const given = cookieOf(await call('POST', '/api/session', own, { cookie: planted }));
      expect(given).not.toBe(planted);
      expect((await call('GET', '/api/me', undefined, { cookie: given })).status).toBe(200);
      expect((await call('GET', '/api/me', undefined, { cookie: planted })).status).toBe(401);
      const invented = cookieOf(await call('POST', '/api/session', own, { cookie: 'understudy_session=chosen-by-another' }));
      expect(invented).not.toContain('chosen-by-another');
    });

    it('takes a one-time link once, also when it is sent five times at the same moment', async () => {
      const database = await open();
      await firstAdministrator(database);
      const { secret: link } = await invite(database, { email: 'bo@shop.example', name: 'Bo', by: null, now: NOW });
      const { call } = await servedTeam(database, 'as they say');
      const use = async () => (await call('POST', '/api/links/use', { link, password: PASSWORD })).status;
      const told = await Promise.all(Array.from({ length: 5 }, use));
      expect(told.toSorted((a, b) => a - b)).toEqual([200, 422, 422, 422, 422]);
      expect(await use()).toBe(422);
    });
  });
});

describe('requests', () => {
  onSqlite(({ open }) => {
    it('that arrive drop by drop are cut off, and hold up nobody meanwhile', async () => {
      const { address } = await servedTeam(await open(), null);
      const port = Number(new URL(address).port);
      const head = 'POST /api/session HTTP/1.1\r\nhost: x\r\n';
      const usual = await middleOfTwenty(address);
      const slow = Array.from({ length: 100 }, (_, n) =>
        dripping(port, n % 2 === 0 ? head : `${head}content-type: application/json\r\ncontent-length: 100\r\n\r\n`),
      );
      const began = Date.now();
      // A machine that is busy otherwise was busy before them too.
      expect(await middleOfTwenty(address)).toBeLessThan(500 + 20 * usual);
      await Promise.all(slow);
      expect(Date.now() - began).toBeLessThan(60_000);
    });

    it('with a head without end, a squeezed body or a broken one are refused in a word', async () => {
      const { address, call } = await servedTeam(await open(), callerWith('administrator'));
      expect((await fetch(address, { headers: { 'x-long': 'x'.repeat(20_000) } })).status).toBe(431);
      const squeezed = await call('POST', '/api/sources', { address: '/x' }, { 'content-encoding': 'gzip' });
      expect(squeezed.status).toBeLessThan(500);
      expect(squeezed.status).toBeGreaterThanOrEqual(400);
    });

    it('for files outside of the pages find nothing', async () => {
      const folder = temporary('pages');
      mkdirSync(join(folder, 'assets'));
      for (const [name, text] of [
        ['index.html', '<head></head>'],
        ['assets/page.js', 'our page'],
        ['secret.txt', 'planted secret'],
      ] as const)
        writeFileSync(join(folder, name), text);
      const address = await servedPages(await open(), folder);
      expect((await raw(address, '/assets/page.js')).text).toBe('our page');
      const ways = [
        '../secret.txt',
        '%2e%2e/secret.txt',
        '..%2fsecret.txt',
        '%2e%2e%2fsecret.txt',
        '..%5csecret.txt',
        '%252e%252e%252fsecret.txt',
        '/etc/passwd',
        '..%00/secret.txt',
        'page.js/../../secret.txt',
        '....//secret.txt',
      ];
      for (const way of ways) {
        const { status, text, headers } = await raw(address, `/assets/${way}`);
        expect([way, status < 500, /planted secret|root:/.test(text), 'x-injected' in headers]).toEqual([way, true, false, false]);
      }
      const { headers } = await raw(address, '/welcome%0d%0ax-injected:%20yes');
      expect('x-injected' in headers).toBe(false);
    });
  });
});

describe('a backup that was made to exhaust', () => {
  onBothEngines(({ emptyPlace }) => {
    it.each([
      ['one line without end', () => [HEADER, ...zeros(200)]],
      ['rows without end', () => [HEADER, ...rowsWithoutEnd(200)]],
    ])('is given up early: %s', { timeout: 600_000 }, async (_, parts) => {
      const file = join(temporary('bomb'), 'backup.gz');
      await pipeline(Readable.from(parts()), createGzip(), createWriteStream(file));
      expect(statSync(file).size).toBeLessThan(3 * 2 ** 20);
      const before = process.memoryUsage().rss;
      const place = await emptyPlace();
      await expect(bringBack({ place, now: Date.now }, file)).rejects.toMatchObject({ code: 'backup-broken' });
      expect(process.memoryUsage().rss - before).toBeLessThan(1.5 * 2 ** 30);
    });
  });
});

describe('an archive that is handed over', () => {
  onSqlite(({ open }) => {
    const channels = { name: 'channels.json', content: '[]' };
    const many = Array.from({ length: 5000 }, (_, n) => ({ name: `help/${n}.json`, content: '' }));
    it.each<[string, Uint8Array, readonly [status: number, code: string | undefined]]>([
      ['a bomb', zipOf([channels, { name: 'users.json', content: Buffer.alloc(64 * MEGABYTE) }]), [422, 'archive-unreadable']],
      ['more than its directory says', zipOf([{ ...channels, content: ' '.repeat(900_000), claims: 2 }]), [422, 'archive-unreadable']],
      ['a path upwards', zipOf([channels, { name: '../../mallory.json', content: '[]' }]), [422, 'archive-unreadable']],
      ['a path from the root', zipOf([channels, { name: '/etc/mallory', content: '[]' }]), [422, 'archive-unreadable']],
      ['a path as Windows writes it', zipOf([channels, { name: '..\\mallory', content: '[]' }]), [422, 'archive-unreadable']],
      ['a path with a drive', zipOf([channels, { name: 'C:/mallory', content: '[]' }]), [422, 'archive-unreadable']],
      ['a password', zipOf([{ ...channels, encrypted: true }]), [422, 'archive-unreadable']],
      ['half of an archive', zipOf([channels]).subarray(0, 60), [422, 'archive-unreadable']],
      ['an archive in an archive', zipOf([{ name: 'slack export.zip', content: zipOf([channels]) }]), [422, 'file-unfit']],
      ['thousands of files that are none', zipOf([channels, ...many]), [202, undefined]],
    ])('%s: nothing of it is told, nothing is written where it says, and the server goes on', async (what, bytes, [status, code]) => {
      const database = await open();
      const { address, call } = await servedTeam(database, callerWith('administrator'));
      const init = { method: 'POST', headers: { 'x-understudy': '1', 'content-type': 'application/zip' }, body: Buffer.from(bytes) };
      const reply = await fetch(`${address}/api/imports?name=${encodeURIComponent('../slack export.zip')}`, init);
      expect([what, reply.status, ((await reply.json()) as { readonly code?: string }).code]).toEqual([what, status, code]);
      for (const table of ['fact', 'delivery_piece'] as const)
        expect(await database.query.selectFrom(table).selectAll().execute()).toEqual([]);
      expect((await call('GET', '/api/connections')).status).toBe(200);
    });
  });
});

const HEADER = `${JSON.stringify({ understudy: 'backup', format: 1, schema: 1, madeAt: 0 })}\n`;

function* zeros(megabytes: number): Generator<string> {
  const part = '0'.repeat(MEGABYTE);
  for (let n = 0; n < megabytes; n++) yield part;
}

/** Rows that fit, each with a name of a megabyte: whoever believes them fills a disk. */
function* rowsWithoutEnd(megabytes: number): Generator<string> {
  const name = 'x'.repeat(MEGABYTE);
  const same = { kind: 'folder', credential: null, private_allowed: 0, every_minutes: 60, added_at: 0, scan_due_at: 0 };
  for (let n = 0; n < megabytes; n++)
    yield `${JSON.stringify({ table: 'source', row: { ...same, id: String(n).padStart(9, '0'), address: `/srv/${n}`, name } })}\n`;
}

/** Somebody on this machine who must not be reached. */
async function listening(): Promise<{ readonly port: number; readonly heard: () => number }> {
  let heard = 0;
  const server = createServer((socket) => {
    heard++;
    socket.destroy();
  });
  server.listen(0, '::');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, heard: () => heard };
}

async function readAll(database: Database): Promise<void> {
  const folder = temporary('work');
  const place = { database: database.place, folder, keyFile: join(folder, 'key'), mirrors: join(folder, 'mirrors') };
  await work({ database, place, now: Date.now, signal: new AbortController().signal, once: true, onJob: () => undefined });
}

/** Milliseconds that a server takes for something small: the middle one of twenty times. */
async function middleOfTwenty(address: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 20; n++) {
    const at = Date.now();
    expect((await fetch(`${address}/api/server`)).status).toBe(200);
    times.push(Date.now() - at);
  }
  return times.toSorted((a, b) => a - b)[10]!;
}

/** Sends a letter a second until it is cut off. */
async function dripping(port: number, begin: string): Promise<void> {
  const socket: Socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined).resume();
  socket.write(begin);
  const drops = setInterval(() => socket.writable && socket.write('x'), 1000);
  await once(socket, 'close');
  clearInterval(drops);
}

async function servedPages(database: Database, pages: string): Promise<string> {
  const answers = teamAnswers(database);
  const server = await startTeamServer({
    handlers: handlersOf(database, answers),
    findCaller: async () => null,
    noteRefusal: async () => undefined,
    ready: async () => true,
    pages,
  });
  onTestFinished(async () => void (await Promise.all([server.close(), answers.close()])));
  return server.address;
}

interface RawReply {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** The path as it stands: `fetch` would tidy it. */
async function raw(address: string, path: string): Promise<RawReply> {
  return await new Promise((resolve, reject) => {
    request({ port: new URL(address).port, host: '127.0.0.1', path }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('end', () => resolve({ status: reply.statusCode!, text: Buffer.concat(parts).toString(), headers: reply.headers }));
    })
      .on('error', reject)
      .end();
  });
}
