import { describe, expect, it } from 'vitest';
import { becomeFirstAdministrator, makeFirstLink } from '#app/actions/accounts/first-administrator.ts';
import { changePassword, comeByLink } from '#app/actions/accounts/come-by-link.ts';
import { endOtherSessions, endOwnSession, noteUse, signOut } from '#app/actions/signing-in/end-sessions.ts';
import { invite, linkToReset } from '#app/actions/accounts/invite.ts';
import { hashPassword, isPassword } from '#app/actions/signing-in/password-hash.ts';
import { signIn } from '#app/actions/signing-in/sign-in.ts';
import { callerOf } from '#app/questions/accounts/caller.ts';
import { IDLE, LONGEST_SESSION } from '#core/accounts/session-end.ts';
import { secretDigest } from '#store/accounts/secret-digest.ts';
import { door, knock, member, OTHER, PASSWORD } from './admit.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';

const SECOND = 1000;
const rejected = (code: string) => expect.objectContaining({ code });

onBothEngines(({ open }) => {
  describe('the first administrator', () => {
    it('comes in by a link that opens once, and nobody after them', async () => {
      const database = await open();
      const made = await makeFirstLink(database, { now: NOW, anew: false });
      if (typeof made === 'string') throw new Error(made);
      const first = { link: made.secret, email: 'Ana@Shop.example', name: 'Ana', password: PASSWORD, ...knock() };
      const came = await Promise.allSettled([1, 2, 3].map(async () => await becomeFirstAdministrator(database, first)));
      expect(came.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
      for (const one of came) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'link-over' });
      const opened = came.find((one) => one.status === 'fulfilled')!.value;
      expect(await callerOf(database, { session: opened.secret }, NOW)).toMatchObject({
        email: 'ana@shop.example',
        grants: expect.arrayContaining([{ role: 'administrator' }, { role: 'member' }]),
        mode: 'team',
        how: 'session',
      });
      expect(await makeFirstLink(database, { now: NOW, anew: true })).toBe('accounts begun');
    });

    it('is shown one link however many servers start, and a new one replaces it', async () => {
      const database = await open();
      const made = await Promise.all([1, 2, 3].map(async () => await makeFirstLink(database, { now: NOW, anew: false })));
      expect(made.filter((one) => one === 'another is open')).toHaveLength(2);
      const lost = made.find((one) => typeof one !== 'string') as { secret: string; expiresAt: number };
      const fresh = await makeFirstLink(database, { now: NOW, anew: true });
      const first = { email: 'ana@shop.example', name: 'Ana', password: PASSWORD, ...knock() };
      await expect(becomeFirstAdministrator(database, { ...first, link: lost.secret })).rejects.toEqual(rejected('link-over'));
      expect(await makeFirstLink(database, { now: lost.expiresAt, anew: false })).toMatchObject({ secret: expect.any(String) });
      if (typeof fresh === 'string') throw new Error(fresh);
      await expect(becomeFirstAdministrator(database, { ...first, link: fresh.secret })).rejects.toEqual(rejected('link-over'));
    });

    it('keeps the link when what they typed is not taken', async () => {
      const database = await open();
      const made = await makeFirstLink(database, { now: NOW, anew: false });
      if (typeof made === 'string') throw new Error(made);
      const first = { link: made.secret, email: 'ana@shop.example', name: 'Ana', ...knock() };
      await expect(becomeFirstAdministrator(database, { ...first, password: 'password2026' })).rejects.toEqual(rejected('password-weak'));
      await becomeFirstAdministrator(database, { ...first, password: PASSWORD });
    });
  });

  describe('links', () => {
    it('of an invitation open once, and not after they have run out', async () => {
      const database = await open();
      const { secret, expiresAt, accountId } = await invite(database, { email: 'bo@shop.example', name: 'Bo', by: null, now: NOW });
      const use = async (now: number) => await comeByLink(database, { link: secret, password: PASSWORD, ...knock(now) });
      await expect(use(expiresAt)).rejects.toEqual(rejected('link-over'));
      const uses = await Promise.allSettled([use(NOW), use(NOW), use(NOW)]);
      expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await expect(use(NOW)).rejects.toEqual(rejected('link-over'));
      expect((await signIn(database, { email: 'BO@shop.example ', password: PASSWORD, ...door() })).accountId).toBe(accountId);
    });

    it('are kept as digests only', async () => {
      const database = await open();
      const { secret } = await invite(database, { email: 'bo@shop.example', name: 'Bo', by: null, now: NOW });
      const rows = await database.query.selectFrom('one_time_link').selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain(secret);
      expect(rows[0]!.hash).toBe(secretDigest(secret));
    });

    it('that reset a password end every session and every earlier link', async () => {
      const database = await open();
      const bo = await member(database, 'bo@shop.example');
      const former = await linkToReset(database, { account: bo.accountId, by: null, now: NOW });
      const { secret } = await linkToReset(database, { account: bo.accountId, by: null, now: NOW + 1 });
      const use = async (link: string) => await comeByLink(database, { link, password: OTHER, ...knock(NOW + 2) });
      await expect(use(former.secret)).rejects.toEqual(rejected('link-over'));
      const opened = await use(secret);
      expect(await callerOf(database, { session: bo.secret }, NOW + 2)).toBeUndefined();
      expect(await callerOf(database, { session: opened.secret }, NOW + 2)).toMatchObject({ accountId: bo.accountId });
      await expect(signIn(database, { email: 'bo@shop.example', password: PASSWORD, ...door(NOW + 3) })).rejects.toEqual(
        rejected('sign-in-refused'),
      );
    });

    it('invite nobody twice', async () => {
      const database = await open();
      await member(database, 'bo@shop.example');
      await expect(invite(database, { email: 'BO@shop.example', name: 'Bo', by: null, now: NOW })).rejects.toEqual(
        rejected('account-known'),
      );
      await expect(invite(database, { email: 'cem@shop.example', name: 'Cem', roles: ['agent'], by: null, now: NOW })).rejects.toEqual(
        rejected('bad-grant'),
      );
    });
  });

  describe('sessions', () => {
    it('are kept as digests, and begin with a new secret whatever came along', async () => {
      const database = await open();
      const bo = await member(database, 'bo@shop.example');
      const planted = bo.secret;
      const again = await signIn(database, { email: 'bo@shop.example', password: PASSWORD, ...door(), formerSecret: planted });
      expect(again.secret).not.toBe(planted);
      expect(await callerOf(database, { session: planted }, NOW)).toBeUndefined();
      const foreign = 'a-secret-that-somebody-chose-for-them';
      const third = await signIn(database, { email: 'bo@shop.example', password: PASSWORD, ...door(), formerSecret: foreign });
      expect(third.secret).not.toBe(foreign);
      expect(await callerOf(database, { session: foreign }, NOW)).toBeUndefined();
      const rows = JSON.stringify(await database.query.selectFrom('session').selectAll().execute());
      expect([again.secret, third.secret].some((secret) => rows.includes(secret))).toBe(false);
      expect(third.secret).toMatch(/^[\w-]{43}$/);
    });

    it('end when unused, and at last in any case', async () => {
      const database = await open();
      const { secret } = await member(database, 'bo@shop.example');
      const at = async (seconds: number) => await callerOf(database, { session: secret }, NOW + seconds * SECOND);
      expect(await at(IDLE - 1)).toBeDefined();
      expect(await at(IDLE)).toBeUndefined();
      for (let seconds = 0; seconds < LONGEST_SESSION; seconds += IDLE / 2)
        await noteUse(database, (await at(seconds))!, NOW + seconds * SECOND);
      expect(await at(LONGEST_SESSION - 1)).toBeDefined();
      expect(await at(LONGEST_SESSION)).toBeUndefined();
    });

    it('are noted once a minute at most', async () => {
      const database = await open();
      const { secret } = await member(database, 'bo@shop.example');
      const noted = async (now: number) => {
        await noteUse(database, (await callerOf(database, { session: secret }, now))!, now);
        return (await callerOf(database, { session: secret }, now))!.notedAt;
      };
      expect([await noted(NOW + 59_999), await noted(NOW + 60_000), await noted(NOW + 60_001)]).toEqual([NOW, NOW + 60_000, NOW + 60_000]);
    });

    it('are ended by oneself only', async () => {
      const database = await open();
      const [bo, cem] = [await member(database, 'bo@shop.example'), await member(database, 'cem@shop.example')];
      const second = await signIn(database, { email: 'bo@shop.example', password: PASSWORD, ...door() });
      expect(await endOwnSession(database, cem.accountId, bo.sessionId)).toBe(false);
      await endOtherSessions(database, (await callerOf(database, { session: second.secret }, NOW))!);
      expect(await callerOf(database, { session: bo.secret }, NOW)).toBeUndefined();
      expect(await endOwnSession(database, bo.accountId, second.sessionId)).toBe(true);
      expect(await callerOf(database, { session: second.secret }, NOW)).toBeUndefined();
      await signOut(database, cem.secret);
      expect(await callerOf(database, { session: cem.secret }, NOW)).toBeUndefined();
    });

    it('open nothing for a stranger', async () => {
      const database = await open();
      for (const session of ['', 'x', 'A'.repeat(43), "' or 1=1 --", undefined])
        expect(await callerOf(database, { session }, NOW)).toBeUndefined();
      expect(await callerOf(database, { bearer: 'x', session: (await member(database, 'bo@shop.example')).secret }, NOW)).toBeUndefined();
    });
  });

  describe('failed attempts', () => {
    it('wait longer and longer, whether there is such an account or not', async () => {
      const database = await open();
      await member(database, 'bo@shop.example');
      const told = async (email: string) => {
        const seen: string[] = [];
        for (let n = 0; n < 8; n++)
          seen.push(await signIn(database, { email, password: OTHER, ...door(NOW + n), address: email }).catch(({ message }) => message));
        return seen;
      };
      const [known, unknown] = [await told('bo@shop.example'), await told('nobody@shop.example')];
      expect(known).toEqual(unknown);
      expect(known.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'This address and password do not open an account.'));
      expect(known[5]).toContain('heard in 5 seconds');
      await expect(signIn(database, { email: 'bo@shop.example', password: PASSWORD, ...door(NOW + 10) })).rejects.toEqual(
        rejected('sign-in-waits'),
      );
      await signIn(database, { email: 'bo@shop.example', password: PASSWORD, ...door(NOW + 6000) });
      expect((await told('bo@shop.example')).length).toBe(8);
    });

    it('count once each however many come at the same time', async () => {
      const database = await open();
      await member(database, 'bo@shop.example');
      const at = { email: 'bo@shop.example', password: OTHER, ...door() };
      const tries = await Promise.allSettled(Array.from({ length: 12 }, async () => await signIn(database, at)));
      const codes = tries.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'in'));
      expect(codes.filter((code) => code === 'sign-in-refused')).toHaveLength(5);
      expect(codes.filter((code) => code === 'sign-in-waits')).toHaveLength(7);
    });

    it('from one network address wait too, whatever accounts they try', async () => {
      const database = await open();
      await database.query
        .insertInto('attempt')
        .values({
          mark: (await import('#store/signing-in/attempts.ts')).attemptMark('address', '192.0.2.9'),
          failures: 41,
          last_at: NOW,
          locked_until: NOW + 10_000,
        })
        .execute();
      await expect(signIn(database, { email: 'x@shop.example', password: OTHER, ...door(), address: '192.0.2.9' })).rejects.toEqual(
        rejected('sign-in-waits'),
      );
    });

    it('keep neither address in words', async () => {
      const database = await open();
      await signIn(database, { email: 'bo@shop.example', password: OTHER, ...door() }).catch(() => undefined);
      expect(JSON.stringify(await database.query.selectFrom('attempt').selectAll().execute())).not.toMatch(/shop|192/);
    });
  });

  describe('passwords', () => {
    it('are changed by the one that holds, and end other sessions', async () => {
      const database = await open();
      const bo = await member(database, 'bo@shop.example');
      const change = { accountId: bo.accountId, address: '192.0.2.1', ...knock(NOW + 1) };
      await expect(changePassword(database, { ...change, former: OTHER, password: OTHER })).rejects.toEqual(rejected('sign-in-refused'));
      await expect(changePassword(database, { ...change, former: PASSWORD, password: 'bobobobobobo' })).rejects.toEqual(
        rejected('password-weak'),
      );
      const opened = await changePassword(database, { ...change, former: PASSWORD, password: OTHER });
      expect(await callerOf(database, { session: bo.secret }, NOW + 1)).toBeUndefined();
      expect(await callerOf(database, { session: opened.secret }, NOW + 1)).toBeDefined();
    });

    it('are salted and slow', async () => {
      const [one, two] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
      expect(one).not.toBe(two);
      expect(one).toMatch(/^scrypt\$65536\$8\$1\$/);
      expect([await isPassword(PASSWORD, one), await isPassword(OTHER, one), await isPassword('', undefined)]).toEqual([
        true,
        false,
        false,
      ]);
    });
  });
});
