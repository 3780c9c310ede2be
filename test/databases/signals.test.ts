import { describe, expect, it } from 'vitest';
import { letFindingGo, noteFinding } from '#app/actions/privacy/answer-finding.ts';
import { askForLookDaily, SIGNALS_JOB } from '#app/actions/signals/ask-for-look.ts';
import { askToBeErased, eraseAsAsked } from '#app/actions/privacy/erase-as-asked.ts';
import { changeSettings } from '#app/actions/privacy/change-settings.ts';
import { lookAtScans, lookAtTeam, TEAM_SCOPE } from '#app/actions/signals/look-at-signals.ts';
import { sayOfSignal } from '#app/actions/signals/say-of-signal.ts';
import { runJob } from '#app/actions/team/run-job.ts';
import { erasuresAsked } from '#app/questions/privacy/erasures-asked.ts';
import { findingsIn, heldAreas, myFindings } from '#app/questions/privacy/findings-read.ts';
import { answerOwnSignals, answerSignalsRead } from '#app/questions/signals/answer-read.ts';
import { namingsOf } from '#core/organisation/telling/spelled-by.ts';
import type { Mode } from '#core/policy/viewer.ts';
import type { Database } from '#store/database/database.ts';
import { jobsOf } from '#store/jobs/jobs.ts';
import { keepFindings } from '#store/privacy/findings.ts';
import type { SignalId } from '#contract/operations/signals/own-limits.ts';
import { factsOf } from '#core/organisation/telling/facts-of.ts';
import { times } from '#test/read-one.ts';
import { firstAdministrator, member } from './admit.ts';
import { connectionOf, keptOf } from './fill-connections.ts';
import { fillInventedTeam, inventedCompany, inventedScans } from './invented-team.ts';
import { NOW, onBothEngines, onSqlite } from './on-both-engines.ts';
import type { Caller } from '#server/team/door/caller.ts';
import { callerWith, servedTeam } from './served-team.ts';

const HOUR = 3_600_000;
const AFTER = NOW + 72 * HOUR;
const MINUTES = 600_000;

async function looked(database: Database, now: number): Promise<boolean> {
  return await (await lookAtTeam({ database, now: () => now }))!.store();
}

const reader = (now: number, { mode = 'team', ownWords = [] }: { readonly mode?: Mode; readonly ownWords?: readonly string[] } = {}) => ({
  viewer: { mode, grants: [{ role: 'lead' as const }] },
  ownWords,
  now,
  scope: TEAM_SCOPE,
});

/** Addresses of whoever a finding of a signal means, as the invented company spells them. */
async function someoneMeant(database: Database): Promise<{ readonly ownWords: readonly string[]; readonly finding: string }> {
  for (const { mail } of inventedCompany().company.people) {
    const [finding] = await myFindings(database, reader(NOW, { ownWords: [mail] }));
    if (finding !== undefined) return { ownWords: [mail], finding: finding.id };
  }
  throw new Error('nobody is meant');
}

/** The pattern that speaks of most places. */
function spokenMost(rows: readonly { readonly kind: string }[]): { readonly kind: SignalId; readonly places: number } {
  const [[kind, of] = ['', []]] = [...Map.groupBy(rows, (row) => row.kind)].toSorted(([, one], [, other]) => other.length - one.length);
  expect(of.length).toBeGreaterThan(1);
  return { kind: kind as SignalId, places: of.length };
}

async function rowsOf({ query }: Database): Promise<readonly number[]> {
  const counts = [];
  for (const table of ['signal_look', 'signal_reading', 'finding', 'finding_subject'] as const)
    counts.push((await query.selectFrom(table).selectAll().execute()).length);
  return counts;
}

onBothEngines(({ open }) => {
  describe('signals of a team', () => {
    it('are kept once, and told to whom they concern first', { timeout: MINUTES }, async () => {
      const database = await open();
      await fillInventedTeam(database);
      await looked(database, NOW);
      const before = await rowsOf(database);
      expect(before[1]).toBeGreaterThan(100);
      expect(await looked(database, NOW + HOUR)).toBe(false);
      expect(await rowsOf(database)).toEqual(before);

      const solo = await answerSignalsRead(database, reader(NOW, { mode: 'solo' }));
      const lead = await answerSignalsRead(database, reader(NOW));
      const held = lead.value.held;
      expect(held).toBeGreaterThan(0);
      expect(lead.rows).toHaveLength(solo.rows.length - held);
      expect((await answerSignalsRead(database, reader(AFTER - 1))).rows).toHaveLength(lead.rows.length);
      expect((await answerSignalsRead(database, reader(AFTER))).rows).toHaveLength(solo.rows.length);

      const { ownWords, finding } = await someoneMeant(database);
      const own = await answerOwnSignals(database, reader(NOW, { ownWords }));
      expect(own.rows.length).toBeGreaterThan(0);
      const [first] = own.rows;
      expect(lead.rows.map(({ id }) => id)).not.toContain(first!.id);
      expect((await answerSignalsRead(database, reader(NOW, { ownWords }))).rows.map(({ id }) => id)).toContain(first!.id);

      // Other findings and what they hold back are as they were.
      expect(await heldAreas(database, ['r0', 'r1', 'r2'], reader(NOW))).toEqual([]);
      const ofFacets = (await findingsIn(database, 'r0', reader(AFTER))).findings;
      expect(ofFacets.filter(({ areaName, isSignal }) => isSignal || !/: who (?:can|may) /.test(areaName))).toEqual([]);
      await database.write(async (query) => await keepFindings(query, { sourceId: 'r0', found: [], now: NOW, othersFrom: NOW }));
      expect(await rowsOf(database)).toEqual(before);
      expect((await answerSignalsRead(database, reader(NOW))).value.held).toBe(held);

      await noteFinding(database, { account: 'them', ownWords, finding, now: NOW, text: 'We hire in May.' });
      await letFindingGo(database, { account: 'them', ownWords, finding, now: NOW });
      const told = await answerSignalsRead(database, reader(NOW + 1));
      expect(told.value.held).toBeLessThanOrEqual(held);
      expect((await answerSignalsRead(database, reader(AFTER))).rows.flatMap(({ notes }) => notes)).toContain(
        'whom it concerns: We hire in May.',
      );
    });

    it('say nothing of anybody', { timeout: MINUTES }, async () => {
      const database = await open();
      await fillInventedTeam(database);
      await looked(database, NOW);
      const kept = JSON.stringify([
        await database.query.selectFrom('signal_reading').selectAll().execute(),
        await database.query.selectFrom('signal_view').selectAll().execute(),
        await database.query.selectFrom('finding').selectAll().execute(),
      ]);
      for (const { fullName, mail } of inventedCompany().company.people) {
        expect(kept).not.toContain(fullName);
        expect(kept).not.toContain(mail);
      }
      for (const { of } of namingsOf(inventedCompany().company))
        if (/^(?:github|pagerduty|slack):/.test(of)) expect(kept).not.toContain(of);
      expect(kept).not.toContain('concerns"');
    });

    it('speak by the limits that the team has set, and say so', { timeout: MINUTES }, async () => {
      const database = await open();
      await fillInventedTeam(database);
      await database.query.deleteFrom('job').execute();
      await looked(database, NOW);
      const told = async () => await answerSignalsRead(database, reader(AFTER, { mode: 'solo' }));
      const { kind, places: before } = spokenMost((await told()).rows);
      const pattern = async () => (await told()).value.families.flatMap(({ patterns }) => patterns).find((one) => one.kind === kind)!;
      expect((await pattern()).isOwn).toBe(false);

      const said = { signals: [{ signal: kind, least: 1000 }], reason: 'We are still trying it out.' };
      await changeSettings(database, said, { by: 'account 7', now: NOW + HOUR, loopback: true });
      expect((await jobsOf(database).take(NOW + HOUR))?.kind).toBe(SIGNALS_JOB);
      expect(await looked(database, NOW + HOUR)).toBe(true);
      const speaks = expect.stringMatching(/^your limit .*from 1000 cases on.*; shipped from \d+ cases on$/);
      expect(await pattern()).toMatchObject({ isOwn: true, speaks });
      const fresh = await database.query.selectFrom('signal_reading').selectAll().where('look', '=', 2).execute();
      const bodies = fresh.map(({ body }) => JSON.parse(body!) as { readonly signal: string; readonly raised: boolean });
      expect(bodies.filter(({ signal, raised }) => signal !== kind || raised)).toEqual([]);
      expect(bodies.length).toBeGreaterThanOrEqual(before);

      // Nothing has cleared: it says who changed the limit, when and why, and taken back it is open again.
      const soon = await answerSignalsRead(database, reader(NOW + 2 * HOUR, { mode: 'solo' }));
      const silent = soon.rows.filter(({ state }) => state === 'silenced');
      expect(silent).toHaveLength(before);
      for (const row of silent)
        expect(row).toMatchObject({ kind, was: 'open', limitsBy: 'account 7', limitsReason: 'We are still trying it out.' });
      expect(silent[0]!.limitsBefore).not.toContain('1000');
      expect(await looked(database, NOW + 2 * HOUR)).toBe(false);
      const undone = { signals: [{ signal: kind }], reason: 'It said what we needed to know.' };
      await changeSettings(database, undone, { by: 'account 7', now: NOW + 3 * HOUR, loopback: true });
      expect(await looked(database, NOW + 3 * HOUR)).toBe(true);
      const again = (await told()).rows.filter((row) => row.kind === kind);
      expect(again.map(({ state, limitsBefore }) => [state, limitsBefore])).toEqual(times(before, () => ['open', null]));
    });

    it('are looked at by a job, once a day', { timeout: MINUTES }, async () => {
      const database = await open();
      await fillInventedTeam(database);
      await database.query.deleteFrom('job').execute();
      await askForLookDaily(database, NOW);
      await askForLookDaily(database, NOW + HOUR);
      const job = (await jobsOf(database).take(NOW + HOUR))!;
      expect([job.kind, job.subject]).toEqual([SIGNALS_JOB, TEAM_SCOPE]);
      const place = { database: database.place, folder: '', keyFile: '', mirrors: '' };
      const order = { database, place, authorities: undefined, now: () => NOW + HOUR, signal: new AbortController().signal, job };
      expect(await runJob(order)).toMatchObject({ state: 'done', sentence: expect.stringMatching(/signals raised/) });
      expect((await answerSignalsRead(database, reader(AFTER))).rows.length).toBeGreaterThan(0);
      expect(await jobsOf(database).take(NOW + HOUR)).toBeUndefined();
    });
  });
});

/** Everybody is a member as well. */
function leading(mode: Mode) {
  const caller = callerWith('lead', mode);
  return { ...caller, viewer: { mode, grants: [{ role: 'member' as const }, { role: 'lead' as const }] } };
}

onSqlite(({ open }) => {
  it('are told over HTTP to who leads, and to nobody under a works agreement', { timeout: MINUTES }, async () => {
    const database = await open();
    await fillInventedTeam(database);
    await looked(database, NOW - 100 * HOUR);
    const { ownWords } = await someoneMeant(database);
    let caller: Caller = leading('team');
    const { call } = await servedTeam(database, async () => caller);
    const answer = await call('GET', '/api/signals');
    expect(answer.status).toBe(200);
    const { rows, value } = answer.body as { rows: { id: string; state: string; notes: string[] }[]; value: { systems: unknown } };
    expect(rows.length).toBeGreaterThan(3);
    expect(value.systems).not.toBeNull();
    expect(await database.query.selectFrom('access_record').selectAll().execute()).toHaveLength(1);
    const { id } = rows[0]!;
    const say = async (body: object) =>
      (await call('POST', '/api/signals/words', body, { 'x-understudy': 'test', 'content-type': 'application/json' })).status;
    expect(await say({ signal: id, said: 'acted', text: 'A second reviewer.', link: 'https://forge.example/1' })).toBe(204);
    expect(await say({ signal: id, said: 'acted', link: 'javascript:alert(1)' })).toBe(400);
    const after = ((await call('GET', '/api/signals')).body as { rows: typeof rows }).rows.find((row) => row.id === id);
    expect(after).toMatchObject({ state: 'acted', notes: [expect.stringContaining('A second reviewer. (https://forge.example/1)')] });

    caller = { ...callerWith('member'), ownWords };
    expect((await call('GET', '/api/signals')).status).toBe(403);
    const own = (await call('GET', '/api/me/signals')).body as { rows: { id: string }[] };
    expect(own.rows.length).toBeGreaterThan(0);
    const others = rows.find((row) => own.rows.every((mine) => mine.id !== row.id))!;
    expect(await say({ signal: own.rows[0]!.id, said: 'explained', text: 'By agreement.' })).toBe(204);
    expect(await say({ signal: others.id, said: 'explained', text: 'Not mine.' })).toBe(422);

    caller = leading('council');
    expect((await call('GET', '/api/signals')).status).toBe(403);
    expect(await say({ signal: id, said: 'explained', text: 'x' })).toBe(422);
  });

  it('are told to nobody where a repository asks for a works agreement, whatever the server is given', { timeout: MINUTES }, async () => {
    const database = await open();
    await fillInventedTeam(database, undefined, [{ path: 'understudy.yaml', text: 'privacy:\n  mode: council\n' }]);
    await looked(database, NOW - 100 * HOUR);
    const { ownWords } = await someoneMeant(database);
    const [mine] = (await answerOwnSignals(database, reader(NOW, { ownWords }))).rows;
    const { call } = await servedTeam(database, leading('team'));
    const answer = await call('GET', '/api/signals?all=true');
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'not-yours-to-see' }]);
    expect((await call('POST', '/api/signals/words', { signal: mine!.id, said: 'explained', text: 'x' })).status).toBe(422);
    expect((await call('GET', '/api/me/signals')).status).toBe(200);
  });

  it('tell nothing of whoever looks first beside them, later, or once they are erased', { timeout: MINUTES }, async () => {
    const database = await open();
    await fillInventedTeam(database);
    await looked(database, NOW);
    const { query } = database;
    const { ownWords } = await someoneMeant(database);
    const ofMine = async () => (await answerOwnSignals(database, reader(NOW, { ownWords }))).rows.map(({ id }) => id);
    const ofLead = async (at = NOW) => (await answerSignalsRead(database, reader(at))).rows.map(({ id }) => id);
    const [id] = (await ofMine()) as [string];

    // No view of the system tells of an area in which somebody looks first.
    const seen = await ofLead();
    const held = (await answerSignalsRead(database, reader(NOW, { mode: 'solo' }))).rows.filter((row) => !seen.includes(row.id));
    const concentrated = async (at: number) => (await answerSignalsRead(database, reader(at))).value.systems!.concentration.rows;
    const ofHeld = async (at: number) => (await concentrated(at)).filter(({ area }) => held.some((row) => row.area === area));
    expect([(await ofHeld(NOW)).length, (await ofHeld(AFTER)).length > 0]).toEqual([0, true]);

    // Whom it meant before, and no longer does, is not told of whoever came after.
    const findings = query.updateTable('finding').where('signal', '=', id);
    await findings.set({ gone_at: NOW }).execute();
    expect(await ofMine()).toContain(id);
    const { area_name, source_id } = await query.selectFrom('finding').selectAll().where('signal', '=', id).executeTakeFirstOrThrow();
    const after = { id: 'after', source_id, area: id, area_name, signal: id, found_at: NOW, gone_at: null, others_from: AFTER };
    await query.insertInto('finding').values(after).execute();
    await query.insertInto('finding_subject').values({ finding_id: 'after', mark: 'of another' }).execute();
    expect(await ofMine()).not.toContain(id);
    await query.deleteFrom('finding').where('id', '=', 'after').execute();
    await findings.set({ gone_at: null }).execute();

    // Erased, they are not told of sooner than before, and what they said goes with them.
    const { accountId: administrator } = await firstAdministrator(database);
    const { accountId: leaver } = await member(database, ownWords[0]!);
    const word = { account: leaver, key: id, said: 'explained' as const, words: 'I was ill.', link: null, now: NOW };
    await sayOfSignal(database, word);
    await query.deleteFrom('job').execute();
    await askToBeErased(database, { account: leaver, addresses: ownWords, now: NOW });
    const [request] = await erasuresAsked(database);
    await eraseAsAsked(database, { id: request!.id, by: administrator, now: NOW });
    expect(await ofLead()).not.toContain(id);
    const words = await query.selectFrom('signal_word').select(['said', 'words']).execute();
    expect(words).toEqual([{ said: 'explained', words: '' }]);
    expect((await jobsOf(database).take(NOW))?.kind).toBe(SIGNALS_JOB);
    await looked(database, NOW);
    expect(await query.selectFrom('finding').select('id').where('signal', '=', id).where('gone_at', 'is', null).execute()).toEqual([]);
  });

  it('speak by what stands in understudy.yaml on one’s own machine', { timeout: MINUTES }, async () => {
    const database = await open();
    const { number } = await connectionOf(database, 'invented');
    await keptOf(database, number, factsOf(inventedCompany()));
    const raised = async (configuration: string) => {
      const order = { scans: inventedScans(configuration), scope: 'here' };
      const { raised: all, mode } = await lookAtScans({ database, now: () => NOW }, order);
      expect(mode).toBe('solo');
      return all;
    };
    const answer = async () => await answerSignalsRead(database, { ...reader(NOW, { mode: 'solo' }), scope: 'here' });
    const usual = await raised('');
    const { kind, places } = spokenMost((await answer()).rows);
    expect(await raised(`signals:\n  - signal: ${kind}\n    least: 1000\n`)).toBe(usual - places);
    const own = (await answer()).value.families.flatMap(({ patterns }) => patterns.filter(({ isOwn }) => isOwn));
    expect(own.map((one) => one.kind)).toEqual([kind]);
  });
});
