import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { invite } from '#app/actions/accounts/invite.ts';
import { answerSources } from '#app/questions/team/sources-read.ts';
import { writeCsv } from '#core/report/csv.ts';
import { letOut } from '#test/let-out.ts';
import { PASSWORD } from './admit.ts';
import { type Attack, ATTACK_LINES, MALLORY } from './attack-lines.ts';
import { type Besieged, besieged, everything } from './besieged.ts';
import { NOW, onBothEngines, onSqlite } from './on-both-engines.ts';
import { asAdministrator, startedServer } from './started-server.ts';

const ROOT = join(import.meta.dirname, '../..');
const codeOf = (text: string): string | null => /"code":"([a-z-]+)"/.exec(text)?.[1] ?? null;

/** What nobody may find in a log: what was sent, who is here, from where they came. */
function personal(lines: readonly unknown[]): readonly string[] {
  const said = JSON.stringify(lines).toLowerCase();
  return [MALLORY, 'ana', 'shop.example', '127.0.0.1', 'planted', 'understudy_session', '/srv', '/etc'].filter((word) =>
    said.includes(word),
  );
}

/** Sends it, and says what was told and what the log says of that very request. */
async function tried({ send, lines }: Besieged, attack: Attack) {
  const before = lines().length;
  const { status, text, headers } = await send(attack);
  const own = lines()
    .slice(before)
    .filter(({ request }) => request === headers['x-request-id']);
  expect([attack.what, 'x-injected' in headers, text.includes('planted secret')]).toEqual([attack.what, false, false]);
  return { what: attack.what, told: [status, codeOf(text)], logged: own.map(({ event, code, status: of }) => [event, code, of]) };
}

/** The server still takes what is meant well, and keeps it. */
async function stillServes({ send }: Besieged): Promise<void> {
  const { status, text } = await send({ method: 'POST', path: '/api/teams', body: { name: 'Payments' } });
  expect([status, codeOf(text)]).toEqual([201, null]);
  expect((await send({ path: '/api/teams' })).text).toContain('Payments');
}

onBothEngines(({ open }) => {
  it.each(ATTACK_LINES.map((row) => [row.line, row] as const))(
    '%s: refused, told in the log without a word of what was sent, and nothing is lost or kept',
    async (_, { attacks }) => {
      const database = await open();
      const site = await besieged(database);
      const before = await everything(database);
      for (const attack of attacks) {
        const [status, code] = attack.told;
        // What could be a slip of the pen is told of like any other request.
        const event = status === 400 ? 'request' : 'refused';
        const expected = { what: attack.what, told: [status, code], logged: [[event, code, status]] };
        expect(await tried(site, attack)).toEqual(expected);
      }
      expect(personal(site.lines())).toEqual([]);
      expect(await everything(database)).toEqual(before);
      await stillServes(site);
    },
  );

  it('session fixation: a session that was planted ends, and is told of when it is used', async () => {
    const database = await open();
    const site = await besieged(database);
    const before = await everything(database);
    const cookieOf = (headers: Readonly<Record<string, unknown>>): string => (headers['set-cookie'] as string[])[0]!.split(';')[0]!;
    const own = { method: 'POST', path: '/api/session', body: { email: 'ana@shop.example', password: PASSWORD } } as const;
    const planted = cookieOf((await site.send({ ...own, headers: { cookie: '' } })).headers);
    const given = cookieOf((await site.send({ ...own, headers: { cookie: planted } })).headers);
    expect(given).not.toBe(planted);
    const use = { what: 'the planted one', path: '/api/me', headers: { cookie: planted }, told: [401, 'not-signed-in'] } as const;
    expect(await tried(site, use)).toMatchObject({ told: [401, 'not-signed-in'], logged: [['refused', 'not-signed-in', 401]] });
    expect((await site.send({ path: '/api/me', headers: { cookie: given } })).status).toBe(200);
    expect(personal(site.lines())).toEqual([]);
    expect(await everything(database)).toEqual(before);
  });

  it('replayed links: a link that was used opens nothing, and what it opened first stays', async () => {
    const database = await open();
    const site = await besieged(database);
    const { secret: link } = await invite(database, { email: 'bo@shop.example', name: 'Bo', by: null, now: NOW });
    const use = { method: 'POST', path: '/api/links/use', body: { link, password: PASSWORD } } as const;
    expect((await site.send(use)).status).toBe(200);
    const before = await everything(database);
    const again = await tried(site, { ...use, what: 'again', told: [422, 'link-over'] });
    expect(again).toEqual({ what: 'again', told: [422, 'link-over'], logged: [['refused', 'link-over', 422]] });
    expect(JSON.stringify(site.lines())).not.toContain(link);
    expect(personal(site.lines())).toEqual([]);
    expect(await everything(database)).toEqual(before);
  });

  it('CSV-formula injection: a name that is a formula is kept as typed, and no formula where a table is written', async () => {
    const database = await open();
    const site = await besieged(database);
    const names = ['=cmd|mallory', '+1+mallory', '-1-mallory', '@SUM(mallory)'];
    for (const [i, name] of names.entries()) {
      const { status } = await site.send({ method: 'POST', path: '/api/sources', body: { address: `https://example.org/${i}.git`, name } });
      expect([name, status]).toEqual([name, 201]);
    }
    const answer = await answerSources(database, NOW);
    expect(answer.rows.map(({ source }) => source)).toEqual(expect.arrayContaining(names));
    const cells = writeCsv(letOut(answer))
      .split('\r\n')
      .filter((line) => line.includes(MALLORY));
    expect(cells).toHaveLength(names.length);
    for (const cell of cells) expect(cell).toMatch(/^"?'/);
    expect(personal(site.lines())).toEqual([]);
  });
});

onSqlite(({ open, emptyPlace }) => {
  it('header injection: heads that say two things are answered in a word, and told in the log', async () => {
    const database = await open();
    const site = await besieged(database);
    const before = await everything(database);
    const heads = [
      'GET /mallory HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /mallory HTTP/1.1\r\n\r\n',
      'GET / HTTP/1.1\r\nhost: x\r\nmallory\r\n\r\n',
      'GET / HTTP/1.1\r\nhost: x\r\nx-mallory: a\nb\r\n\r\n',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 9\r\n\r\nmallory',
      `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${MALLORY.repeat(4000)}\r\n\r\n`,
    ];
    for (const head of heads) {
      const told = site.lines().length;
      expect(await site.sendBytes(head)).toMatch(/^HTTP\/1\.1 4(00|31) [\w ]+\r\nContent-Length: 0\r\nConnection: close\r\n\r\n$/);
      expect(site.lines().slice(told)).toMatchObject([{ event: 'refused', code: 'broken-request', operation: 'none' }]);
    }
    expect(personal(site.lines())).toEqual([]);
    expect(await everything(database)).toEqual(before);
    await stillServes(site);
  });

  it('oversized and slow bodies: what arrives drop by drop is cut off and told of, and others write meanwhile', {
    timeout: 600_000,
  }, async () => {
    const database = await open();
    const site = await besieged(database);
    const { port } = new URL(site.address);
    const slow = (begin: string) => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => undefined).resume();
      socket.write(begin);
      const drops = setInterval(() => socket.writable && socket.write('x'), 1000);
      return once(socket, 'close').finally(() => clearInterval(drops));
    };
    const head = `POST /api/teams HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${site.cookie}\r\nx-understudy: mallory\r\n`;
    const cut = Promise.all([slow(head), slow(`${head}content-type: application/json\r\ncontent-length: 90\r\n\r\n{"name":"mallory`)]);
    await stillServes(site);
    await cut;
    const told = site.lines().filter(({ event }) => event === 'refused');
    expect(told).toMatchObject([1, 2].map(() => ({ code: 'broken-request', status: 408 })));
    expect(personal(site.lines())).toEqual([]);
    const teams = await database.query.selectFrom('team').select('name').execute();
    expect(teams).toEqual([{ name: 'Payments' }]);
  });

  it('request forgery: an address in a private network is refused by the worker, told in its log, and nobody there hears of it', async () => {
    const place = await emptyPlace();
    let heard = 0;
    const inside = createServer((socket) => void (heard++, socket.destroy())).listen(0, '127.0.0.1');
    onTestFinished(() => void inside.close());
    await once(inside, 'listening');
    const server = await startedServer(place, ['--workers', '1']);
    const database = await open(place);
    const { cookie } = await asAdministrator(database);
    const address = `https://localhost:${(inside.address() as AddressInfo).port}/mallory.git`;
    const headers = { cookie, 'x-understudy': '1', 'content-type': 'application/json' };
    const added = await fetch(`${server.address}/api/sources`, { method: 'POST', headers, body: JSON.stringify({ address }) });
    const { id } = (await added.json()) as { readonly id: string };
    const job = () => server.log().find(({ event }) => event === 'job');
    while (job() === undefined) await new Promise((resolve) => void setTimeout(resolve, 50));
    expect(job()).toMatchObject({ source: id, state: 'failed', code: 'source-private', level: 'warn' });
    expect(heard).toBe(0);
    expect(JSON.stringify(server.log())).not.toMatch(/mallory|localhost/);
    expect(await database.query.selectFrom('source').select(['id', 'address']).execute()).toEqual([{ id, address }]);
  });
});

describe('the table of attacks', () => {
  it('has a row for each line that is promised', () => {
    expect(ATTACK_LINES.map(({ line }) => line)).toEqual([
      'request forgery through repository addresses',
      'path escape',
      'header injection',
      'CSV-formula injection',
      'terminal-escape injection',
      'oversized and slow bodies',
      'session fixation',
      'replayed links',
      'archive bombs',
    ]);
    for (const { line, attacks, notYet } of ATTACK_LINES) expect([line, attacks.length > 0 || notYet !== undefined]).toEqual([line, true]);
  });

  it.each(ATTACK_LINES.flatMap(({ line, elsewhere }) => elsewhere.map((one) => [line, one.file, one.title] as const)))(
    '%s is tried in %s: %s',
    (_, file, title) => {
      expect(existsSync(join(ROOT, file))).toBe(true);
      expect(readFileSync(join(ROOT, file), 'utf8')).toContain(title);
    },
  );
});
