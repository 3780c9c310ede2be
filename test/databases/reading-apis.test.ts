import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { backfillConnection, type BackfillOrder } from '#app/actions/connections/backfill.ts';
import { alterConnection, connect } from '#app/actions/connections/change-connections.ts';
import { connectorOf } from '#sources/connecting/connectors.ts';
import { planConnections } from '#store/connections/plan-connections.ts';
import type { Database } from '#store/database/database.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import { type ApiServer, readAll, type Reply, toldBy } from '#test/api-server.ts';
import { PUBLISHED_APIS, type PublishedApi, startPublishedApi, TOKEN } from '#test/published-apis.ts';
import { onBothEngines, onSqlite } from './on-both-engines.ts';
import { factsKept } from './fill-connections.ts';

const keyFile = join(mkdtempSync(join(tmpdir(), 'understudy-apis-')), 'team.key');
const GITHUB = PUBLISHED_APIS[0]!;
const CHANGES = '/repos/Acme/Shop/pulls';

interface Connected {
  readonly api: ApiServer;
  readonly id: string;
  /** Reads as a worker does, without waiting in earnest: what was waited, milliseconds, is in `api.waited`. */
  readonly read: (over?: Partial<BackfillOrder>) => Promise<string | undefined>;
  readonly facts: () => Promise<readonly string[]>;
}

/** Connected as somebody does it whose own server stands in a private network. */
async function connected(
  database: Database,
  published: PublishedApi,
  trouble?: (request: number, path: string) => Reply | undefined,
): Promise<Connected> {
  const api = await startPublishedApi(published, trouble);
  onTestFinished(api.close);
  const { kind, what, since, now } = published;
  const wish = { kind, base: api.base, host: 'example.org', what, since, credential: TOKEN, privateAllowed: true };
  const { id } = await connect(database, wish, { keyFile, now });
  const order: BackfillOrder = {
    database,
    id,
    place: { keyFile },
    now: () => now,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    wait: (milliseconds) => Promise.resolve(void api.waited.push(milliseconds)),
  };
  return {
    api,
    id,
    read: async (over = {}) => await backfillConnection({ ...order, ...over }),
    facts: async () => (await factsKept(database)).map(({ reference }) => reference).toSorted(),
  };
}

/** What the API tells where nothing is in the way: what was told, what was asked. */
async function undisturbed(published: PublishedApi) {
  const api = await startPublishedApi(published);
  onTestFinished(api.close);
  const telling = { host: 'example.org', now: published.now / 1000 };
  const pages = await readAll(connectorOf(published.kind)!.api!, api.order({ ...published, telling }));
  const references = new Set(toldBy(pages).facts.map(({ reference }) => reference));
  return { pages: pages.length, asked: api.asked, references: [...references].toSorted() };
}

/** Broken off after each page, and begun again until it comes to its end. */
async function readBrokenOff({ read }: Connected): Promise<number> {
  for (let runs = 1; ; runs++) {
    const stop = new AbortController();
    const run = read({ signal: stop.signal, onProgress: () => stop.abort() });
    const ended = await run.then(
      () => true,
      () => false,
    );
    if (ended) return runs;
  }
}

/** What a service does now and then, in turn. */
const NOW_AND_THEN: readonly Reply[] = [
  { status: 429, headers: { 'retry-after': '7' } },
  { trouble: 'breaks off', body: 'x'.repeat(2000) },
  { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '60' }, body: { message: 'API rate limit exceeded' } },
  { status: 502, body: '<html>Bad gateway</html>' },
  { status: 503, headers: { 'retry-after': '3' } },
];

onBothEngines(({ open }) => {
  describe.each(PUBLISHED_APIS)('$kind', (published) => {
    it('is read to its end, each page once, and again without a fact told twice', async () => {
      const whole = await undisturbed(published);
      const one = await connected(await open(), published);
      expect(await one.read()).toMatch(new RegExp(`^${whole.pages} pages told ${whole.references.length} new facts`));
      expect(one.api.asked).toEqual(whole.asked);
      expect(new Set(whole.asked).size).toBe(whole.asked.length);
      expect(await one.facts()).toEqual(whole.references);
      expect(await one.read()).toMatch(/ pages? told 0 new facts\.$/);
      expect(await one.facts()).toEqual(whole.references);
    });

    it('broken off after any page goes on with the next one: the same requests, the same facts', async () => {
      const whole = await undisturbed(published);
      const one = await connected(await open(), published);
      expect(await readBrokenOff(one)).toBe(whole.pages);
      expect(one.api.asked).toEqual(whole.asked);
      expect(await one.facts()).toEqual(whole.references);
    });

    it('is read to its end through limits and failures, and waits as long as it is asked to', async () => {
      const whole = await undisturbed(published);
      const troubled = (request: number): Reply | undefined =>
        request % 3 === 1 ? NOW_AND_THEN[Math.floor(request / 3) % NOW_AND_THEN.length] : undefined;
      const one = await connected(await open(), published, troubled);
      await one.read();
      expect(await one.facts()).toEqual(whole.references);
      const troubles = one.api.asked.flatMap((_, request) => (troubled(request) === undefined ? [] : [Math.floor(request / 3) % 5]));
      expect(one.api.waited).toEqual(troubles.map((kind) => [7000, 1000, 60_000, 1000, 3000][kind]));
      expect(one.api.asked).toHaveLength(whole.asked.length + troubles.length);
    });
  });

  it('a limit of an hour frees the worker; it goes on at the page where it stood, when that is over', async () => {
    const database = await open();
    const whole = await undisturbed(GITHUB);
    const [second, limited] = [whole.asked.findLastIndex((path) => path.startsWith(`${CHANGES}?`)), { on: true }];
    const reset = { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '3000' } };
    const one = await connected(database, GITHUB, (request) => (limited.on && request >= second ? reset : undefined));
    expect(await one.read()).toMatch(/ The service asks to wait; it goes on by itself\.$/);
    expect(one.api.waited).toEqual([]);
    await planConnections(database, GITHUB.now + 2_999_000);
    expect(await jobsOf(database).take(GITHUB.now + 2_999_000)).toBeUndefined();
    await planConnections(database, GITHUB.now + 3_000_000);
    expect(await jobsOf(database).take(GITHUB.now + 3_000_000)).toMatchObject({ kind: 'backfill', subject: one.id });
    limited.on = false;
    await one.read();
    expect(one.api.asked).toEqual(whole.asked.toSpliced(second, 0, whole.asked[second]!));
    expect(await one.facts()).toEqual(whole.references);
  });
});

onSqlite(({ open }) => {
  test.each<[string, Reply, string]>([
    ['a token that is over', { status: 401, body: { message: 'Bad credentials' } }, 'connection-token'],
    ['a right that was taken', { status: 403, body: { message: 'Resource not accessible' } }, 'connection-rights'],
    ['something that is gone', { status: 404, body: {} }, 'connection-missing'],
    ['JSON that breaks off', { body: '[{"number":12,' }, 'connection-answer'],
    ['a page to sign in', { body: '<html>sign in</html>' }, 'connection-answer'],
    ['an answer without an end', { trouble: 'endless' }, 'connection-answer'],
    ['a server that is down', { status: 500 }, 'connection-failing'],
    ['connections that break off', { trouble: 'breaks off', body: 'x'.repeat(2000) }, 'connection-failing'],
    ['a redirect into a private network', { status: 302, headers: { location: 'http://10.0.0.1/latest' } }, 'connection-astray'],
    ['a redirect to the metadata of a cloud', { status: 307, headers: { location: 'http://169.254.169.254/' } }, 'connection-astray'],
    ['a redirect to another port', { status: 301, headers: { location: 'http://127.0.0.1:9/' } }, 'connection-astray'],
    ['a redirect to a file', { status: 301, headers: { location: 'file:///etc/passwd' } }, 'connection-astray'],
  ])('%s ends in a refusal that says what to do; what was read stays, and reading goes on there', async (_, reply, code) => {
    const whole = await undisturbed(GITHUB);
    const at = whole.asked.findLastIndex((path) => path.startsWith(`${CHANGES}?`));
    const state = { on: true };
    const one = await connected(await open(), GITHUB, (request) => (state.on && request >= at ? reply : undefined));
    await expect(one.read()).rejects.toMatchObject({ name: 'Refusal', code, remedy: expect.stringMatching(/\w{4}/) });
    expect(one.api.waited).toEqual(code === 'connection-failing' ? [1000, 2000, 4000, 8000, 16_000] : []);
    expect(one.api.sent.endless).toBeLessThan(64 * 2 ** 20);
    state.on = false;
    const before = one.api.asked.length;
    await one.read();
    expect(one.api.asked.slice(before)).toEqual(whole.asked.slice(at));
    expect(await one.facts()).toEqual(whole.references);
  });

  it('a token that was changed in the middle: the old one is refused, the new one goes on where it stood', async () => {
    const database = await open();
    const whole = await undisturbed(GITHUB);
    const changed = { ...GITHUB, header: ['authorization', 'Bearer the new one'] } as const;
    const one = await connected(database, changed);
    await expect(one.read()).rejects.toMatchObject({ code: 'connection-token' });
    await alterConnection(database, one.id, { change: { credential: 'the new one' }, keyFile, now: GITHUB.now });
    await one.read();
    expect(one.api.asked.slice(1)).toEqual(whole.asked);
  });

  it('a request that nobody answers is given up and sent again', async () => {
    const whole = await undisturbed(GITHUB);
    const one = await connected(await open(), GITHUB, (request) => (request === 4 ? { trouble: 'hangs' } : undefined));
    await one.read({ deadline: 1500 });
    expect(one.api.asked.length).toBeGreaterThan(whole.asked.length);
    expect(await one.facts()).toEqual(whole.references);
  });

  it('whoever stops a worker that waits for an answer is heard at once', async () => {
    const stop = new AbortController();
    const one = await connected(await open(), GITHUB, (request) => {
      if (request === 4) stop.abort();
      return request === 4 ? { trouble: 'hangs' } : undefined;
    });
    await expect(one.read({ signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(one.api.asked).toHaveLength(5);
  });

  it('a private address is not read from unless somebody says that it is theirs; nothing is sent there', async () => {
    const database = await open();
    const api = await startPublishedApi(GITHUB);
    onTestFinished(api.close);
    const { port } = new URL(api.base);
    const plain = { kind: 'github', base: api.base, what: GITHUB.what, credential: TOKEN };
    await expect(connect(database, plain, { keyFile, now: GITHUB.now })).rejects.toMatchObject({ code: 'connection-address' });
    for (const [base, code] of [
      [`https://127.0.0.1:${port}`, 'source-private'],
      [`https://localhost:${port}`, 'source-private'],
      [`https://[::ffff:127.0.0.1]:${port}`, 'source-private'],
    ] as const) {
      const wish = { kind: 'github', name: base, base, host: base, what: GITHUB.what, credential: TOKEN };
      const { id } = await connect(database, wish, { keyFile, now: GITHUB.now });
      const order = { database, id, place: { keyFile }, now: () => GITHUB.now, signal: new AbortController().signal };
      await expect(backfillConnection({ ...order, onProgress: () => undefined })).rejects.toMatchObject({ code });
    }
    expect(api.asked).toEqual([]);
  });

  it('is read again from a little before the last time, tells what is new, and that what holds still holds', async () => {
    const one = await connected(await open(), GITHUB);
    await one.read();
    const before = await one.facts();
    const DAY = 86_400_000;
    await one.read({ now: () => GITHUB.now + 40 * DAY });
    const since = new Date(GITHUB.now - DAY).toISOString().replace('.000', '');
    expect(one.api.asked.findLast((path) => path.includes('/issues/comments'))).toContain(`since=${since}`);
    const fresh = (await one.facts()).filter((reference) => !before.includes(reference));
    expect(fresh).toHaveLength(6);
    expect(fresh.filter((reference) => !/^(?:right-held|rule-set|member):.*@2026-04$/.test(reference))).toEqual([]);
  });

  it('reads from the beginning what is put on its list later', async () => {
    const database = await open();
    const one = await connected(database, GITHUB);
    await one.read();
    await alterConnection(database, one.id, { change: { what: ['Acme/Shop', 'Acme/Shop'] }, keyFile, now: GITHUB.now });
    await one.read();
    const since = new Date(GITHUB.since * 1000).toISOString().replace('.000', '');
    expect(one.api.asked.findLast((path) => path.includes('/issues/comments'))).toContain(`since=${since}`);
  });
});
