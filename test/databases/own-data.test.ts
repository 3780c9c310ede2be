import { describe, expect, it } from 'vitest';
import { invite } from '#app/actions/accounts/invite.ts';
import { noteFinding } from '#app/actions/privacy/answer-finding.ts';
import { askToBeErased } from '#app/actions/privacy/erase-as-asked.ts';
import { ownData } from '#app/questions/privacy/own-data.ts';
import type { Database } from '#store/database/database.ts';
import { TABLES } from '#store/database/tables.ts';
import { addClaim, sayOfClaim } from '#store/people/claims.ts';
import { keepFindings } from '#store/privacy/findings.ts';
import { marksOf } from '#store/privacy/marks.ts';
import { addToken } from '#store/signing-in/api-tokens.ts';
import { addPasskey } from '#store/signing-in/passkeys.ts';
import { addOpening, sayOfOpening } from '#store/privacy/openings.ts';
import { saveScan } from '#store/team/scans.ts';
import { addSource } from '#store/team/sources.ts';
import { firstAdministrator, member } from './admit.ts';
import { scanOf, sourceRow } from './fill-database.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';
import { callerWith, servedTeam } from './served-team.ts';

const OWN = 'p1@example.org';

/** Somebody with something in every table that can hold something of theirs; the others of the history have accounts, too. */
async function filled(database: Database): Promise<string> {
  const { accountId: administrator } = await firstAdministrator(database);
  const { accountId: account } = await member(database, OWN);
  for (const other of [2, 3]) await invite(database, { email: `p${other}@example.org`, name: `Person ${other}`, by: account, now: NOW });
  await addSource(database, sourceRow('a'));
  const mark = (await marksOf(database))(OWN);
  await database.write(async (query) => {
    await saveScan(query, { sourceId: 'a', scan: scanOf(40) });
    const claim = await addClaim(query, { account_id: account, spelling: `Person 1 <${OWN}>`, email: OWN, made_at: NOW });
    await sayOfClaim(query, { claim_id: claim, by_account: administrator, says: 'confirm', ground: 'administrator', said_at: NOW });
    const token = { account_id: account, made_by: account, name: 'my token', shown: 'ust_1', scopes: ['read'], made_at: NOW };
    await addToken(query, { ...token, hash: 'secret digest one', expires_at: NOW + 1 });
    const key = { id: 'secret key', account_id: account, name: 'my passkey', public_key: Uint8Array.of(1), counter: 0, transports: '[]' };
    await addPasskey(query, { ...key, made_at: NOW, used_at: null });
    await keepFindings(query, { sourceId: 'a', found: [{ area: 'src', name: 'src/', marks: [mark] }], now: NOW, othersFrom: NOW + 1 });
  });
  const { id: finding } = await database.query.selectFrom('finding').select('id').executeTakeFirstOrThrow();
  await noteFinding(database, { account, ownWords: [OWN], finding, now: NOW, text: 'I hand this over.' });
  await database.write(async (query) => {
    const asked = { id: 'an opening', sourceId: 'a', askedBy: 'somebody', askedAt: NOW / 1000, hours: 4, reason: 'nobody else can' };
    await addOpening(query, { ...asked, areas: [{ area: 'src', name: 'src/' }], marks: [mark] });
    await addOpening(query, { ...asked, id: 'own opening', askedBy: account, areas: [{ area: 'src', name: 'src/' }], marks: ['x'] });
    await sayOfOpening(query, { opening_id: 'an opening', by_account: account, says: 'no', at: NOW });
  });
  await askToBeErased(database, { account, addresses: [OWN], now: NOW });
  return account;
}

/** Tables with a row that says one of these words, whatever the column. */
async function tablesThatSay(database: Database, words: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name } of TABLES) {
    const rows = await database.query.selectFrom(name).selectAll().execute();
    if (rows.some((row) => words.some((word) => Object.values(row).some((cell) => typeof cell === 'string' && cell.includes(word)))))
      found.push(name);
  }
  return found.toSorted();
}

onBothEngines(({ open }) => {
  describe('whoever asks what is kept about them', () => {
    it('is given all of it, and no word of anybody else', async () => {
      const database = await open();
      const account = await filled(database);
      const caller = { ...callerWith('member'), accountId: account, ownWords: [OWN] };
      const { call } = await servedTeam(database, caller);
      const { status, body, text } = await call('GET', '/api/me/data');
      expect(status).toBe(200);
      expect(body).toMatchObject({
        account: {
          id: account,
          email: OWN,
          roles: [{ role: 'member' }],
          links: [{ kind: 'invitation' }],
          sessions: [{ browser: 'a browser' }],
          tokens: [{ name: 'my token', scopes: ['read'] }],
          passkeys: [{ name: 'my passkey' }],
        },
        deeds: {
          claims: [{ spelling: `Person 1 <${OWN}>` }],
          erasuresAsked: [{ confirmedAt: null }],
          wordsOnFindings: [{ areaName: 'src/', kind: 'note', said: 'I hand this over.' }],
        },
        findings: [{ areaName: 'src/', concernsMe: true, notes: ['I hand this over.'] }],
        openings: [
          { id: 'own opening', concernsMe: false },
          { id: 'an opening', concernsMe: true, askedBy: 'somebody', words: [{ by: account, says: 'no' }] },
        ],
        sources: [{ spellings: [`Person 1 <${OWN}>`], months: [{ month: '2024-01' }, { month: '2024-02' }] }],
      });
      const { months } = (body as { readonly sources: readonly { readonly months: readonly { readonly commits: number }[] }[] })
        .sources[0]!;
      expect(months.reduce((sum, { commits }) => sum + commits, 0)).toBe(8);
      expect(['Person 0', 'Person 2', 'p2@example.org', 'Ana', 'ana@shop', 'secret'].filter((word) => text.includes(word))).toEqual([]);
      const again = (await call('GET', '/api/me/data')).body;
      expect(again).toMatchObject({
        accessLog: { records: [{ question: 'my-data', by: account, subjects: [account], outcome: 'answered' }] },
      });
    });

    it('is left out nothing: every table that says their key, address or mark is read for it', async () => {
      const database = await open();
      const account = await filled(database);
      await servedOnce(database, account);
      const words = [account, OWN, (await marksOf(database))(OWN)];
      expect(await tablesThatSay(database, words)).toEqual([
        'access_record',
        'access_subject',
        'account',
        'api_token',
        'claim',
        'erasure',
        'finding_subject',
        'finding_word',
        'local_password',
        'one_time_link',
        'opening',
        'opening_subject',
        'opening_word',
        'passkey',
        'role_grant',
        'session',
      ]);
    });

    it('and whoever has claimed nothing is told of no history', async () => {
      const database = await open();
      const account = await filled(database);
      const { sources, findings } = await ownData(database, { account, viewer: { mode: 'team' }, ownWords: [], addresses: [], now: NOW });
      expect([sources, findings]).toEqual([[], []]);
    });
  });
});

async function servedOnce(database: Database, account: string): Promise<void> {
  const { call } = await servedTeam(database, { ...callerWith('member'), accountId: account, ownWords: [OWN] });
  await call('GET', '/api/me/data');
}
