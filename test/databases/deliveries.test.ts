import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backfillConnection } from '#app/actions/connections/backfill.ts';
import { rotateSecret } from '#app/actions/connections/change-connections.ts';
import { Reception } from '#app/actions/connections/reception.ts';
import { tellConnection } from '#app/actions/connections/tell-deliveries.ts';
import type { Connector } from '#sources/connecting/connector.ts';
import { addSecret, endOlderSecrets } from '#store/connections/secrets.ts';
import { tellAgain } from '#store/connections/open-deliveries.ts';
import { planConnections } from '#store/connections/plan-connections.ts';
import type { Database } from '#store/database/database.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import { sealerOf } from '#store/team/seal.ts';
import { connectionOf, factsKept } from './fill-connections.ts';
import { INVENTED, sign } from './invented-connector.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';

const keyFile = join(mkdtempSync(join(tmpdir(), 'understudy-hooks-')), 'team.key');

function delivered(key: string, numbers: readonly number[], secret = 'first secret') {
  const body = JSON.stringify(numbers);
  const headers = { 'x-delivery': key, 'x-signature': sign(body, secret), authorization: 'Bearer first secret' };
  return { headers, body: new TextEncoder().encode(body) };
}

async function secretOf(database: Database, connection: string, id: string, secret: string, now = NOW): Promise<void> {
  await database.write(async (query) => await addSecret(query, { id, connection, sealed: sealerOf(keyFile).seal(secret, id), now }));
}

async function counts(database: Database) {
  const rows = await database.query.selectFrom('delivery').select(['state', 'facts', 'skipped', 'problem']).orderBy('number').execute();
  return rows.map(({ state, facts, skipped, problem }) => [state, facts, skipped, problem]);
}

onBothEngines(({ open }) => {
  const tell = async (database: Database, connector: Connector = INVENTED, signal = new AbortController().signal, tries = 1) =>
    await tellConnection({ database, id: 'one', tries, signal, onProgress: () => undefined, connector });

  async function furnished() {
    const database = await open();
    await connectionOf(database, 'one');
    await secretOf(database, 'one', 's1', 'first secret');
    let now = NOW;
    const reception = new Reception({ database, keyFile, now: () => now, webhookOf: () => INVENTED.webhook });
    return { database, reception, wait: (milliseconds: number) => void (now += milliseconds) };
  }

  it('keeps what is signed before it answers, once however often it comes, and tells it once', async () => {
    const { database, reception } = await furnished();
    const all = Array.from({ length: 300 }, (_, n) => delivered(`d${n % 150}`, [(n % 150) + 1, (n % 150) + 2]));
    await Promise.all(all.map(async (one) => await reception.take('one', one)));
    expect(await counts(database)).toHaveLength(150);
    const [kept] = await database.query.selectFrom('delivery').select('headers').execute();
    expect(kept!.headers).toMatch(/^\{"x-delivery":"d\d+"\}$/);
    expect(await tell(database)).toBe('150 deliveries told 151 new facts.');
    expect(await tell(database)).toBe('0 deliveries told 0 new facts.');
    await reception.take('one', delivered('d3', [4, 5]));
    expect(await tell(database)).toBe('0 deliveries told 0 new facts.');
    expect(await factsKept(database)).toHaveLength(151);
  });

  it('refuses what is not signed with a secret that holds, and keeps nothing of it', async () => {
    const { database, reception, wait } = await furnished();
    await expect(reception.take('one', delivered('a', [1], 'guessed'))).rejects.toMatchObject({ code: 'connection-unsigned' });
    await expect(reception.take('other', delivered('a', [1]))).rejects.toMatchObject({ code: 'connection-unknown' });
    const altered = { ...delivered('a', [1]), body: new TextEncoder().encode('[2]') };
    await expect(reception.take('one', altered)).rejects.toMatchObject({ code: 'connection-unsigned' });
    expect(await counts(database)).toEqual([]);
    await secretOf(database, 'one', 's2', 'second secret', NOW + 1);
    wait(5000);
    await reception.take('one', delivered('a', [1]));
    await reception.take('one', delivered('b', [2], 'second secret'));
    expect(await database.write(async (query) => await endOlderSecrets(query, 'one', NOW + 2))).toBe(1);
    wait(5000);
    await expect(reception.take('one', delivered('c', [3]))).rejects.toMatchObject({ code: 'connection-unsigned' });
    await reception.take('one', delivered('c', [3], 'second secret'));
    expect(await counts(database)).toHaveLength(3);
    await expect(rotateSecret(database, { word: 'nobody', keyFile, now: NOW })).rejects.toMatchObject({ code: 'connection-unknown' });
  });

  it('keeps what its reader cannot understand, counts it, and has it told again by a better one', async () => {
    const { database, reception } = await furnished();
    await reception.take('one', delivered('a', [1, 0]));
    await reception.take('one', delivered('b', [0]));
    await reception.take('one', { ...delivered('c', []), ...broken('c') });
    await tell(database);
    expect(await counts(database)).toEqual([
      ['told', 1, 1, 'record: it is nothing'],
      ['skipped', 0, 1, 'record: it is nothing'],
      ['bad', 0, 0, 'Its reader broke; a better one can tell it again.'],
    ]);
    const read: typeof INVENTED.webhook.read = ({ headers }) => ({
      facts: [{ kind: 'away', reference: `better ${headers['x-delivery']}`, at: 5 }],
      namings: [],
      skipped: [],
    });
    expect(await database.write(async (query) => await tellAgain(query, 1))).toBe(3);
    await tell(database, { ...INVENTED, webhook: { ...INVENTED.webhook, read } });
    expect((await factsKept(database)).map(({ reference }) => reference).toSorted()).toEqual(['better a', 'better b', 'better c']);
    expect((await counts(database)).map(([state]) => state)).toEqual(['told', 'told', 'told']);
  });

  it('broken off anywhere it goes on, and one that kills its readers is passed over', async () => {
    const { database, reception } = await furnished();
    for (let n = 1; n <= 5; n++) await reception.take('one', delivered(`d${n}`, [n]));
    const stop = new AbortController();
    stop.abort();
    await expect(tell(database, INVENTED, stop.signal)).rejects.toThrow();
    await planConnections(database, NOW);
    await planConnections(database, NOW);
    const job = (await jobsOf(database).take(NOW))!;
    expect([job.kind, job.subject, await jobsOf(database).take(NOW)]).toEqual(['tell', 'one', undefined]);
    class Killed extends Error {}
    const read: typeof INVENTED.webhook.read = () => {
      throw new Killed();
    };
    await tell(database, { ...INVENTED, webhook: { ...INVENTED.webhook, read } }, undefined, 4);
    expect((await counts(database)).map(([state]) => state)).toEqual(['bad', 'bad', 'bad', 'bad', 'bad']);
  });

  it('reads an API page by page, goes on after the last one that was kept, and looks again when it came to the end', async () => {
    const { database } = await furnished();
    const stop = new AbortController();
    let pages = 0;
    const order = (signal: AbortSignal) => ({
      database,
      id: 'one',
      place: { keyFile },
      now: () => NOW,
      signal,
      connector: INVENTED,
      onProgress: () => void (++pages === 3 && stop.abort()),
    });
    await expect(backfillConnection(order(stop.signal))).rejects.toThrow();
    expect(await factsKept(database)).toHaveLength(6);
    expect(await backfillConnection(order(new AbortController().signal))).toBe('2 pages told 4 new facts.');
    expect(await backfillConnection(order(new AbortController().signal))).toBe('5 pages told 0 new facts.');
    await database.query.updateTable('connection').set({ cursor: 'of an older version' }).execute();
    expect(await backfillConnection(order(new AbortController().signal))).toBe('5 pages told 0 new facts.');
    expect(await factsKept(database)).toHaveLength(10);
  });
});

function broken(key: string) {
  const body = '{"not":';
  return { headers: { 'x-delivery': key, 'x-signature': sign(body, 'first secret') }, body: new TextEncoder().encode(body) };
}
