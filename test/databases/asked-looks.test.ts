import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { takeFile } from '#app/actions/importing/take-file.ts';
import { forgetLooks } from '#app/actions/signals/forget-looks.ts';
import { askForLookDaily, askForLookSoon, SIGNALS_JOB } from '#app/actions/signals/ask-for-look.ts';
import { lookAtTeam } from '#app/actions/signals/look-at-signals.ts';
import { deactivateAccount } from '#app/actions/accounts/change-roles.ts';
import { markOfScene } from '#app/questions/beyond/scene-told.ts';
import { work } from '#app/actions/team/work.ts';
import type { Database } from '#store/database/database.ts';
import { keepDeliveries } from '#store/connections/deliveries.ts';
import { addSignalWord, keepLook, loadLooks } from '#store/signals/looks.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import { keepFrom } from '#store/privacy/kept-from.ts';
import { saveScan } from '#store/team/scans.ts';
import { addSource } from '#store/team/sources.ts';
import { firstAdministrator, member } from './admit.ts';
import { connectionOf, keptOf } from './fill-connections.ts';
import { scanOf, sourceRow } from './fill-database.ts';
import { NOW, onBothEngines, onSqlite } from './on-both-engines.ts';
import { callerWith, servedTeam } from './served-team.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

const LOOK = { scope: 'team', at: 5, takenAt: NOW, view: '{}', readings: [{ key: 'review-wait:billing:', body: '{"raised":true}' }] };

/** A repository that was read, and a forge that has told one thing. */
async function aTeam(database: Database): Promise<void> {
  await addSource(database, { ...sourceRow('a'), name: 'api', scan_due_at: NOW + 1e12 });
  await database.query.deleteFrom('job').execute();
  await database.write(async (query) => await saveScan(query, { sourceId: 'a', scan: scanOf(20) }));
  const { number } = await connectionOf(database, 'one', 'csv-tickets');
  await keptOf(database, number, { facts: [{ kind: 'reviewed', reference: 'r', at: NOW / SECOND, item: 'x' }], namings: [] });
}

async function looksAsked({ query }: Database) {
  return await query.selectFrom('job').select(['subject', 'state', 'due_at']).where('kind', '=', SIGNALS_JOB).orderBy('due_at').execute();
}

onBothEngines(({ open }) => {
  it('a storm asks for one look, and while it runs for one more', async () => {
    const database = await open();
    await aTeam(database);
    for (let i = 0; i < 50; i++) await askForLookSoon(database, NOW + i * 100);
    expect(await looksAsked(database)).toEqual([{ subject: 'team', state: 'waiting', due_at: NOW + 15 * SECOND }]);

    // Whatever the clock of the queue says, a worker takes it.
    await database.query
      .updateTable('job')
      .set({ state: 'running', lease: '1', lease_until: NOW + MINUTE })
      .execute();
    for (let i = 0; i < 50; i++) await askForLookSoon(database, NOW + 20 * SECOND + i);
    expect((await looksAsked(database)).map(({ subject, state }) => [subject, state])).toEqual([
      ['team', 'running'],
      ['team once more', 'waiting'],
    ]);
  });

  it('waits a while after the last look, so that looks do not follow each other all day', async () => {
    const database = await open();
    await aTeam(database);
    const row = { kind: SIGNALS_JOB, subject: 'team', state: 'done' as const, due_at: NOW, made_at: NOW, ended_at: NOW + MINUTE };
    const ended = { ...row, id: randomUUID(), outcome: '{}', lease: null, lease_until: null, progress: null };
    await database.query.insertInto('job').values(ended).execute();
    const due = async () => (await looksAsked(database)).filter(({ state }) => state === 'waiting').map(({ due_at }) => due_at - NOW);
    await askForLookSoon(database, NOW + 2 * MINUTE);
    expect(await due()).toEqual([6 * MINUTE]);
    await database.write(async (query) => await jobsOf(database).forget(query, { kind: SIGNALS_JOB, subject: 'team' }));
    await database.query.insertInto('job').values(ended).execute();
    await askForLookSoon(database, NOW + 60 * MINUTE);
    expect(await due()).toEqual([60 * MINUTE + 15 * SECOND]);

    // The clock was set back: a look that ended in its future is not waited for until then.
    const forget = async () =>
      await database.write(async (query) => await jobsOf(database).forget(query, { kind: SIGNALS_JOB, subject: 'team' }));
    await forget();
    await database.query
      .insertInto('job')
      .values({ ...ended, ended_at: NOW + 99 * DAY })
      .execute();
    await askForLookSoon(database, NOW);
    expect(await due()).toEqual([5 * MINUTE]);
    await forget();
    await database.write(async (query) => await keepLook(query, { ...LOOK, takenAt: NOW + 99 * DAY }));
    await askForLookDaily(database, NOW);
    expect(await due()).toEqual([0]);
  });

  it('is kept without piling up: how it stood once, and what it says now', async () => {
    const database = await open();
    await aTeam(database);
    const keep = async (n: number, readings: readonly { readonly key: string; readonly body: string }[]) =>
      await database.write(
        async (query) => await keepLook(query, { scope: 'team', at: 1000 + n, takenAt: NOW + n * 5 * MINUTE, view: '{}', readings }),
      );
    const one = (n: number, raised: boolean) => ({ key: 'review-wait:billing:', body: JSON.stringify({ raised, sentence: `look ${n}` }) });
    const rows = async () => (await loadLooks(database, 'team')).readings.map(({ look, body }) => [look, body]);
    for (let n = 1; n <= 40; n++) await keep(n, [one(n, true)]);
    expect(await rows()).toEqual([[1, one(40, true).body]]);
    await keep(41, [one(41, false)]);
    await keep(42, [one(42, false)]);
    expect(await rows()).toEqual([
      [1, '{"raised":true}'],
      [41, one(42, false).body],
    ]);
    await keep(43, []);
    expect((await rows()).slice(1)).toEqual([
      [41, '{"raised":false}'],
      [43, null],
    ]);
    // Looks at which nothing turned go two days later; the one that cleared nothing yet and the newest stay.
    expect(await forgetLooks(database, NOW + DAY)).toBe(0);
    expect(await forgetLooks(database, NOW + 10 * DAY)).toBe(40);
    expect((await loadLooks(database, 'team')).looks.map(({ number }) => number)).toEqual([1, 41, 43]);
    expect(await keep(43, [])).toBe(false);
  });

  it('is not worked out again where nothing was told, said or left, whatever was delivered', async () => {
    const database = await open();
    await aTeam(database);
    const { accountId: administrator } = await firstAdministrator(database);
    const { accountId: leaver } = await member(database, 'p1@example.org');
    const looked = async () => await (await lookAtTeam({ database, now: () => NOW }))!.store();
    const marks = [await markOfScene(database, NOW)];
    const marked = async () => {
      marks.push(await markOfScene(database, NOW));
      return marks.at(-1) === marks.at(-2);
    };
    expect(await looked()).toBe(true);
    const { view } = await loadLooks(database, 'team');
    // What would be found anew is put aside: it stays so for as long as nothing new is known.
    const wiped = JSON.stringify({ ...(JSON.parse(view!) as object), notJudged: [] });
    await database.query.updateTable('signal_view').set({ body: wiped }).execute();
    const body = new TextEncoder().encode('{}');
    const delivery = { connection: 1, key: 'ping', kind: 'ping', headers: {}, body, receivedAt: NOW };
    await database.write(async (query) => await keepDeliveries(query, [delivery]));
    await database.query.updateTable('delivery').set({ state: 'told' }).execute();
    expect([await marked(), await looked(), (await loadLooks(database, 'team')).view]).toEqual([true, false, wiped]);

    await keptOf(database, 1, { facts: [{ kind: 'reviewed', reference: 's', at: NOW / SECOND, item: 'y' }], namings: [] });
    expect([await marked(), await looked(), (await loadLooks(database, 'team')).view === wiped]).toEqual([false, false, false]);
    await keptOf(database, 1, { facts: [], namings: [{ of: 'forge:bo', name: 'Bo' }] });
    expect(await marked()).toBe(false);
    await deactivateAccount(database, { account: leaver, how: 'administrator', by: administrator, now: NOW });
    expect(await marked()).toBe(false);
    await database.write(async (query) => await keepFrom(query, NOW - DAY));
    expect([await marked(), await marked()]).toEqual([false, true]);
  });

  it('is asked for by a table that is told at once, and by nothing where nothing was read', async () => {
    const database = await open();
    const bytes = new TextEncoder().encode('person,first_day,last_day,why\nada@example.org,2026-08-03,2026-08-04,leave\n');
    await takeFile(database, { name: 'a.csv', bytes, now: NOW });
    expect(await looksAsked(database)).toEqual([]);
    await aTeam(database);
    await takeFile(database, { name: 'a.csv', bytes, now: NOW });
    expect(await looksAsked(database)).toEqual([]);
    const more = new TextEncoder().encode('person,first_day,last_day,why\nbo@example.org,2026-08-03,2026-08-04,leave\n');
    await takeFile(database, { name: 'b.csv', bytes: more, now: NOW });
    expect(await looksAsked(database)).toMatchObject([{ subject: 'team', state: 'waiting' }]);
  });
});

onSqlite(({ open }) => {
  it('many deliveries are told by a worker, and one look follows', async () => {
    const database = await open();
    await aTeam(database);
    const deliveries = Array.from({ length: 60 }, (_, i) => ({
      connection: 1,
      key: `d${i}`,
      kind: 'x',
      headers: {},
      body: new TextEncoder().encode(`{"n":${i}}`),
      receivedAt: NOW,
    }));
    await database.write(async (query) => await keepDeliveries(query, deliveries));
    await database.write(async (query) => await keepLook(query, LOOK));
    const kinds: string[] = [];
    const place = { database: database.place, folder: '', keyFile: '', mirrors: '' };
    await work({
      database,
      place,
      now: () => NOW,
      signal: new AbortController().signal,
      once: true,
      onJob: ({ kind }) => void kinds.push(kind),
    });
    expect(kinds).toEqual(['tell']);
    expect(await looksAsked(database)).toEqual([{ subject: 'team', state: 'waiting', due_at: NOW + 15 * SECOND }]);
  });

  it('whoever listens is told that there was another look or word, and nothing of what it says', async () => {
    const database = await open();
    await aTeam(database);
    const { address } = await servedTeam(database, callerWith('lead'));
    const stop = new AbortController();
    const reply = await fetch(`${address}/api/events`, { signal: stop.signal });
    const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
    const told = async (): Promise<string> => {
      for (;;) {
        const { value = '' } = await reader.read();
        if (value.includes('event: signals')) return value;
      }
    };
    await reader.read();
    await database.write(async (query) => await keepLook(query, LOOK));
    const first = await told();
    expect(first).toMatch(/"rows":\[\{"id":"look","mark":"[\w-]{16}"\}\]/);
    expect(first).not.toContain('billing');
    const word = {
      id: 'w',
      scope: 'team',
      key: 'review-wait:billing:',
      at: NOW,
      said: 'acted' as const,
      words: 'x',
      link: null,
      by_account: 'a',
    };
    await database.write(async (query) => await addSignalWord(query, word));
    expect(await told()).not.toBe(first);
    stop.abort();
    expect(await jobsOf(database).take(NOW)).toBeUndefined();
  });
});
