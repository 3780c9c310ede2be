import { describe, expect, it } from 'vitest';
import { deactivateAccount } from '#app/actions/accounts/change-roles.ts';
import { changeSettings } from '#app/actions/privacy/change-settings.ts';
import type { OwnLimitsSaid } from '#contract/operations/signals/own-limits.ts';
import { changesOfSettings, teamMode, teamRetention, teamSettings } from '#app/questions/privacy/team-settings.ts';
import { ROLES, type Role } from '#core/policy/roles.ts';
import { SIGNALS } from '#core/signals/signals.ts';
import { firstAdministrator, member } from './admit.ts';
import { NOW, onBothEngines, onSqlite } from './on-both-engines.ts';
import { callerWith, servedTeam } from './served-team.ts';

const ALONE = { loopback: true };
const REACHED = { loopback: false };
const who = (now = NOW) => ({ by: 'account 7', now, loopback: true });
const SHIPPED = SIGNALS.map(({ id, name, unit, limits }) => ({ signal: id, name, unit, shipped: limits, own: null }));
const reason = 'As agreed with the works council in March.';

onBothEngines(({ open }) => {
  describe('settings of a team', () => {
    it('begin as the design says', async () => {
      const database = await open();
      expect(await teamSettings(database, ALONE)).toEqual({
        mode: 'team',
        chosen: null,
        retention: { events: 400, messages: 90, evidence: 730, leavers: 30, log: 730 },
        purposeAcknowledged: false,
        signals: SHIPPED,
      });
    });

    it('take several changes at once, and lose none of them', async () => {
      const database = await open();
      const terms = [{ events: 1 }, { messages: 2 }, { evidence: 3 }, { leavers: 4 }, { log: 5 }];
      await Promise.all(terms.map(async (retention) => await changeSettings(database, { retention }, who())));
      expect((await teamSettings(database, ALONE)).retention).toEqual({ events: 1, messages: 2, evidence: 3, leavers: 4, log: 5 });
    });

    it('hold what was said last, and keep what was said before, with who and why', async () => {
      const database = await open();
      await changeSettings(database, { mode: 'council', reason }, who());
      await changeSettings(database, { retention: { log: 365 }, purpose: 'acknowledged' }, who(NOW + 1));
      await changeSettings(database, { retention: { leavers: 10 } }, who(NOW + 2));
      expect(await teamSettings(database, REACHED)).toEqual({
        mode: 'council',
        chosen: 'council',
        retention: { events: 400, messages: 90, evidence: 730, leavers: 10, log: 365 },
        purposeAcknowledged: true,
        signals: SHIPPED,
      });
      expect((await changesOfSettings(database)).map(({ key, value, by, at }) => [key, value, by, at - NOW])).toEqual([
        ['retention', { log: 365, leavers: 10 }, 'account 7', 2],
        ['purpose', 'acknowledged', 'account 7', 1],
        ['retention', { log: 365 }, 'account 7', 1],
        ['mode', 'council', 'account 7', 0],
      ]);
    });

    it('let names show for one account on one machine only, and no longer than that', async () => {
      const database = await open();
      const { accountId } = await firstAdministrator(database);
      await changeSettings(database, { mode: 'solo', reason }, who());
      expect([await teamMode(database, ALONE), await teamMode(database, REACHED)]).toEqual(['solo', 'team']);
      const bo = await member(database, 'bo@shop.example');
      expect(await teamMode(database, ALONE)).toBe('team');
      await deactivateAccount(database, { account: bo.accountId, how: 'administrator', by: accountId, now: NOW });
      expect(await teamMode(database, ALONE)).toBe('solo');
      await changeSettings(database, { mode: 'team', reason }, who());
      const refused = expect.objectContaining({ code: 'solo-not-here' });
      await expect(changeSettings(database, { mode: 'solo', reason }, { ...who(), loopback: false })).rejects.toEqual(refused);
      await member(database, 'cem@shop.example');
      await expect(changeSettings(database, { mode: 'solo', reason }, who())).rejects.toEqual(refused);
    });

    it('change the mode for a reason only, and the access log holds it', async () => {
      const database = await open();
      await expect(changeSettings(database, { mode: 'council', reason: 'because' }, who())).rejects.toMatchObject({ code: 'reason-short' });
      await expect(changeSettings(database, { mode: 'council', retention: { log: 1 } }, who())).rejects.toMatchObject({
        code: 'reason-short',
      });
      expect(await teamRetention(database)).toMatchObject({ log: 730 });
      await changeSettings(database, { mode: 'council', reason }, who());
      await changeSettings(database, { mode: 'council' }, who(NOW + 1));
      const rows = await database.query.selectFrom('access_record').select(['by_account', 'question', 'reason', 'at']).execute();
      expect(rows).toEqual([{ by_account: 'account 7', question: 'mode council', reason, at: NOW }]);
    });

    it('say when signals speak, for a reason, and what is not said stays as shipped', async () => {
      const database = await open();
      const set = async (signals: readonly OwnLimitsSaid[], why = reason, now = NOW) =>
        await changeSettings(database, { signals, reason: why }, who(now));
      const own = async () =>
        (await teamSettings(database, ALONE)).signals.flatMap((one) => (one.own === null ? [] : [[one.signal, one.own]]));
      await expect(set([{ signal: 'review-wait', least: 12 }], 'because')).rejects.toMatchObject({ code: 'reason-short' });
      expect(await own()).toEqual([]);
      await set([{ signal: 'review-wait', threshold: 0.4, least: 12 }]);
      await set([{ signal: 'overload', days: 60 }], reason, NOW + 1);
      expect(await own()).toEqual([
        ['review-wait', { threshold: 0.4, least: 12 }],
        ['overload', { days: 60 }],
      ]);
      await set([{ signal: 'review-wait' }], reason, NOW + 2);
      expect(await own()).toEqual([['overload', { days: 60 }]]);
      expect((await changesOfSettings(database)).map(({ key, value, reason: why, at }) => [key, value, why === reason, at - NOW])).toEqual([
        ['signals', { overload: { days: 60 } }, true, 2],
        ['signals', { 'review-wait': { threshold: 0.4, least: 12 }, overload: { days: 60 } }, true, 1],
        ['signals', { 'review-wait': { threshold: 0.4, least: 12 } }, true, 0],
      ]);
    });

    it('shorten terms and never lengthen them', async () => {
      const database = await open();
      await expect(changeSettings(database, { retention: { log: 731 } }, who())).rejects.toMatchObject({ code: 'retention-longer' });
      expect(await changesOfSettings(database)).toEqual([]);
    });
  });
});

onSqlite(({ open }) => {
  it('are changed by administrators and read by them and the council, over HTTP', async () => {
    const database = await open();
    const statuses = async (method: string, body?: unknown) => {
      const all = Object.keys(ROLES) as Role[];
      const seen = await Promise.all(
        all.map(async (role) => {
          const { call } = await servedTeam(database, callerWith(role));
          return (await call(method, '/api/settings', body)).status === 200 ? [role] : [];
        }),
      );
      return seen.flat();
    };
    expect(await statuses('PUT', { mode: 'council', reason })).toEqual(['administrator']);
    expect(await statuses('GET')).toEqual(['administrator', 'council']);
    const { call } = await servedTeam(database, callerWith('administrator'));
    expect((await call('PUT', '/api/settings', { retention: { log: 900 } })).body).toMatchObject({ code: 'retention-longer' });
    expect((await call('PUT', '/api/settings', { everything: true })).status).toBe(400);
    expect((await call('GET', '/api/settings')).body).toMatchObject({ mode: 'council', changes: [{ by: 'the administrator', reason }] });
  });

  it('stand in the works agreement, in both languages, without a name', async () => {
    const database = await open();
    await changeSettings(database, { mode: 'council', reason, retention: { leavers: 7 } }, who());
    const { call } = await servedTeam(database, callerWith('member', 'council'));
    const [english, german] = [await call('GET', '/api/agreement'), await call('GET', '/api/agreement?language=de')];
    for (const { text, headers } of [english, german]) {
      expect(headers.get('content-type')).toBe('text/markdown; charset=utf-8');
      expect([text.includes('council: '), text.includes('| 7 |'), text.includes('password'), text.includes('account 7')]).toEqual([
        true,
        true,
        true,
        false,
      ]);
    }
    expect([english.text.slice(0, 11), german.text.slice(0, 12)]).toEqual(['# Agreement', '# Betriebsve']);
  });
});
