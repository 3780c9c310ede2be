import { describe, expect, it } from 'vitest';
import { findPersonal, othersFrom } from '#app/actions/privacy/find-personal.ts';
import { letFindingGo, noteFinding } from '#app/actions/privacy/answer-finding.ts';
import { findingsIn, heldAreas, myFindings } from '#app/questions/privacy/findings-read.ts';
import { sumUp } from '#app/actions/team/sum-up.ts';
import { answerRepositories } from '#app/questions/team/answer-repositories.ts';
import type { Mode } from '#core/policy/viewer.ts';
import type { Database } from '#store/database/database.ts';
import type { ScanToKeep } from '#store/kept-scan.ts';
import { keepFindings } from '#store/privacy/findings.ts';
import { saveScan } from '#store/team/scans.ts';
import { addSource } from '#store/team/sources.ts';
import { historyOf } from '#test/history-of.ts';
import { scanOf, sourceRow } from './fill-database.ts';
import { NOW, onBothEngines, onSqlite } from './on-both-engines.ts';
import { callerWith, servedTeam } from './served-team.ts';

const HOUR = 3_600_000;
const DAYS = 60;

/** Ana Alder alone in billing/, four people in shop/; from a day on Bo Birch works in billing/ instead. */
function scanWith(head: string, boFrom = Number.POSITIVE_INFINITY): ScanToKeep {
  const told = Array.from({ length: DAYS }, (_, day) => [
    {
      day,
      by: day >= boFrom ? 'Bo Birch <bo@shop.example>' : 'Ana Alder <ana@shop.example>',
      touches: [`${day === 0 ? 'A' : 'M'} billing/invoice.ts`],
    },
    { day, by: `Person ${day % 4} <p${day % 4}@shop.example>`, touches: [`${day === 0 ? 'A' : 'M'} shop/cart.ts`] },
  ]).flat();
  const spelled = { ...historyOf(told), head: head.padStart(40, '0') };
  const base = scanOf(1);
  const texts = [{ path: 'CODEOWNERS', text: '/billing/ @a\n/shop/ @b\n' }];
  const facts = { ...base.facts, headAt: spelled.commits.committedAt[0]!, texts };
  return { ...base, facts, spelled, mapped: spelled.identities, fresh: told.length };
}

/** As a worker's job ends. */
async function scanned(database: Database, scan: ScanToKeep, now: number): Promise<void> {
  const { found } = (await findPersonal(database, scan, now))!;
  await database.write(async (query) => {
    await saveScan(query, { sourceId: 'a', scan });
    await keepFindings(query, { sourceId: 'a', found, now, othersFrom: othersFrom(now) });
  });
}

const reader = (now: number, ownWords: readonly string[] = [], mode: Mode = 'team') => ({ viewer: { mode }, ownWords, now });
const ANA = ['ana@shop.example'];

onBothEngines(({ open }) => {
  const begun = async (): Promise<Database> => {
    const database = await open();
    await addSource(database, sourceRow('a'));
    await scanned(database, scanWith('1'), NOW);
    return database;
  };
  const held = async (database: Database, now: number, own: readonly string[] = []) =>
    (await heldAreas(database, ['a'], reader(now, own))).map(({ area }) => area);

  describe('a finding that concerns one person', () => {
    it('is theirs for three days, and then everybody’s', async () => {
      const database = await begun();
      const [finding] = await myFindings(database, reader(NOW, ANA));
      expect(finding).toMatchObject({
        areaName: expect.stringContaining('billing'),
        foundAt: NOW,
        othersFrom: NOW + 72 * HOUR,
        othersSee: false,
        concernsMe: true,
      });
      expect(await myFindings(database, reader(NOW + 72 * HOUR, ANA))).toMatchObject([{ othersSee: true }]);
      expect(await held(database, NOW, ANA)).toEqual([]);
      expect(await held(database, NOW, ['p1@shop.example'])).toEqual([finding!.area]);
      expect(await held(database, NOW + 72 * HOUR - 1)).toEqual([finding!.area]);
      expect(await held(database, NOW + 72 * HOUR)).toEqual([]);
      expect(await heldAreas(database, ['a'], reader(NOW, [], 'solo'))).toEqual([]);
      expect(JSON.stringify(await database.query.selectFrom('finding_subject').selectAll().execute())).not.toContain('shop.example');
    });

    it('goes on once they let it, and nobody else can', async () => {
      const database = await begun();
      const { id } = (await myFindings(database, reader(NOW, ANA)))[0]!;
      const go = async (account: string, ownWords: readonly string[], now: number) =>
        await letFindingGo(database, { account, ownWords, finding: id, now });
      const unknown = expect.objectContaining({ code: 'finding-unknown' });
      await expect(go('bo', ['bo@shop.example'], NOW)).rejects.toEqual(unknown);
      await expect(go('nobody', [], NOW)).rejects.toEqual(unknown);
      await go('ana', ANA, NOW + HOUR);
      expect([await held(database, NOW), await held(database, NOW + HOUR)].map(({ length }) => length)).toEqual([1, 0]);
    });

    it('is shown with their note, as long as they keep it', async () => {
      const database = await begun();
      const { id } = (await myFindings(database, reader(NOW, ANA)))[0]!;
      const note = async (text: string) => await noteFinding(database, { account: 'ana', ownWords: ANA, finding: id, now: NOW, text });
      const shown = async (now: number) => await findingsIn(database, 'a', reader(now));
      await note('Moves to the cart team in spring. ');
      expect(await shown(NOW)).toEqual({ findings: [], heldUntil: [NOW + 72 * HOUR] });
      const [one] = (await shown(NOW + 72 * HOUR)).findings;
      expect([one!.notes, one!.concernsMe]).toEqual([['Moves to the cart team in spring.'], false]);
      await note('');
      expect((await shown(NOW + 72 * HOUR)).findings[0]!.notes).toEqual([]);
    });

    it('keeps its clock from scan to scan, is over when it is no longer so, and begins anew for somebody else', async () => {
      const database = await begun();
      await scanned(database, scanWith('2'), NOW + HOUR);
      const mine = async (own: readonly string[]) => (await myFindings(database, reader(NOW, own))).map(({ foundAt }) => foundAt - NOW);
      expect(await mine(ANA)).toEqual([0]);
      await scanned(database, scanWith('3', 0), NOW + 2 * HOUR);
      expect([await mine(ANA), await mine(['bo@shop.example'])]).toEqual([[], [2 * HOUR]]);
      await scanned(database, scanWith('4'), NOW + 3 * HOUR);
      expect([await mine(ANA), await mine(['bo@shop.example'])]).toEqual([[0], []]);
    });

    it('holds back how its whole repository stands', async () => {
      const database = await begun();
      const said = async (now: number, mode: Mode) => (await answerRepositories(database, { now, mode })).leftOut.map(({ what }) => what);
      expect([await said(NOW, 'team'), await said(NOW, 'solo'), await said(NOW + 72 * HOUR, 'council')]).toEqual([
        ['a finding about one area'],
        [],
        [],
      ]);
    });

    it('tells meanwhile how the rest of its repository stands, once that is summed up', async () => {
      const database = await begun();
      const areas = async (mode: Mode): Promise<readonly unknown[]> =>
        (await answerRepositories(database, { now: NOW, mode })).rows.map(({ stops, degrades, moves, notJudged }) =>
          [stops, degrades, moves, notJudged].every((count) => count === null)
            ? null
            : Number(stops) + Number(degrades) + Number(moves) + Number(notJudged),
        );
      expect([await areas('team'), await areas('solo')]).toEqual([[null], [null]]);
      expect(await sumUp(database, 'a', { now: () => NOW })).toBe(true);
      expect(await sumUp(database, 'a', { now: () => NOW })).toBe(false);
      const [[all], [rest]] = [await areas('solo'), await areas('team')];
      expect(Number(all) - Number(rest)).toBe(1);
      await database.write(async (query) => await query.updateTable('finding').set({ others_from: NOW }).execute());
      expect(await areas('team')).toEqual([all]);
    });
  });
});

onSqlite(({ open }) => {
  it('is in no answer that others get before, over HTTP', async () => {
    const database = await open();
    await addSource(database, sourceRow('a'));
    await scanned(database, scanWith('1'), NOW);
    const ana = await servedTeam(database, { ...callerWith('member'), ownWords: ANA });
    const bo = await servedTeam(database, { ...callerWith('member'), ownWords: ['p1@shop.example'] });
    const council = await servedTeam(database, callerWith('member', 'council'));
    for (const question of ['areas', 'overview', 'factor', 'loss', 'map', 'pairs', 'trend', 'leavers', 'facets']) {
      const path = `/api/sources/a/answers/${question}`;
      const [own, other, agreed] = [await ana.call('GET', path), await bo.call('GET', path), await council.call('GET', path)];
      expect([question, own.status, other.status, agreed.status]).toEqual([question, 200, 200, 200]);
      expect([question, other.text.includes('billing'), agreed.text.includes('billing')]).toEqual([question, false, false]);
      expect([question, own.text.includes('a finding about one area'), other.text.includes('a finding about one area')]).toEqual([
        question,
        false,
        true,
      ]);
    }
    expect((await ana.call('GET', '/api/sources/a/answers/areas')).text).toContain('billing');
    const { findings } = (await ana.call('GET', '/api/me/findings')).body as {
      readonly findings: readonly { readonly id: string; readonly area: string }[];
    };
    const area = encodeURIComponent(findings[0]!.area);
    expect((await bo.call('GET', `/api/sources/a/answers/explain?area=${area}`)).body).toMatchObject({ code: 'first-look' });
    expect((await bo.call('GET', '/api/sources/a/answers/who?path=billing')).body).toMatchObject({ code: 'first-look' });
    expect((await bo.call('POST', `/api/me/findings/${findings[0]!.id}/let-go`)).body).toMatchObject({ code: 'finding-unknown' });
    expect((await ana.call('PUT', `/api/me/findings/${findings[0]!.id}/note`, { text: 'Already shared.' })).status).toBe(204);
    expect((await ana.call('POST', `/api/me/findings/${findings[0]!.id}/let-go`)).status).toBe(204);
    expect((await bo.call('GET', '/api/sources/a/answers/areas')).text).toContain('billing');
    expect((await bo.call('GET', '/api/sources/a/findings')).body).toMatchObject({
      findings: [{ notes: ['Already shared.'] }],
      heldUntil: [],
    });
  });
});
