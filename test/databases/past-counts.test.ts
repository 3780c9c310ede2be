import { describe, expect, it } from 'vitest';
import { eraseAsAsked, keepTerms } from '#app/actions/privacy/erase-as-asked.ts';
import { tallyPast } from '#app/actions/privacy/tally-past.ts';
import { askErasure } from '#store/privacy/forgotten.ts';
import { keepFindings } from '#store/privacy/findings.ts';
import { keepFrom } from '#store/privacy/kept-from.ts';
import { marksOf } from '#store/privacy/marks.ts';
import { keepPastTally, pastTally } from '#store/privacy/past-tally.ts';
import type { Database } from '#store/database/database.ts';
import { addSource } from '#store/team/sources.ts';
import { firstAdministrator, member } from './admit.ts';
import { sourceRow } from './fill-database.ts';
import { keepHistory } from './keep-history.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';
import { callerWith, servedTeam } from './served-team.ts';

const DAY = 86_400_000;
const DAY_0 = 1_704_067_200_000;

/** Six people in shop/, in turn, every day of 120; Ana Alder alone in billing/. */
async function begun(open: () => Promise<Database>): Promise<Database> {
  const database = await open();
  await addSource(database, sourceRow('a'));
  const told = Array.from({ length: 120 }, (_, day) => [
    { day, by: 'Ana Alder <ana@shop.example>', touches: [`${day === 0 ? 'A' : 'M'} billing/invoice.ts`] },
    { day, by: `Person ${day % 6} <p${day % 6}@shop.example>`, touches: [`${day === 0 ? 'A' : 'M'} shop/cart.ts`] },
  ]).flat();
  await keepHistory(database, told);
  return database;
}
/** As the daily round sets it: all of January and February, and some days of March, are past. */
const cutAt = async (database: Database, day: number) => await database.write(async (query) => await keepFrom(query, DAY_0 + day * DAY));
const SPANS = [
  { from: '2024-01', to: '2024-01', acts: 31 },
  { from: '2024-02', to: '2024-02', acts: 29 },
];

onBothEngines(({ open }) => {
  describe('what the term leaves', () => {
    it('is counted by area and month where five people or more acted, and told over HTTP and as CSV', async () => {
      const database = await begun(open);
      expect(await tallyPast(database, 'a', NOW)).toBe(false);
      await cutAt(database, 70);
      expect([await tallyPast(database, 'a', NOW), await tallyPast(database, 'a', NOW)]).toEqual([true, false]);
      const { call } = await servedTeam(database, callerWith('member'));
      const { body } = await call('GET', '/api/sources/a/past-counts');
      expect(body).toMatchObject({ keptFrom: '2024-03-11', areas: [{ name: 'shop/', spans: SPANS }] });
      expect((body as { readonly areas: readonly unknown[] }).areas).toHaveLength(1);
      const { text, headers } = await call('GET', '/api/sources/a/past-counts.csv');
      expect([headers.get('content-type')?.startsWith('text/csv'), text]).toEqual([
        true,
        'area,from,to,acts\r\nshop/,2024-01,2024-01,31\r\nshop/,2024-02,2024-02,29\r\n',
      ]);
      const { text: answered } = await call('GET', '/api/sources/a/answers/areas');
      expect(answered).toContain('by area and month as far as five people or more did it');
      expect((await (await servedTeam(database, callerWith('sponsor'))).call('GET', '/api/sources/a/past-counts')).status).toBe(403);
    });

    it('goes on as the cut moves, and stays as it was told when somebody is erased', async () => {
      const database = await begun(open);
      const { accountId: administrator } = await firstAdministrator(database);
      const { accountId: account } = await member(database, 'p1@shop.example');
      await cutAt(database, 70);
      await tallyPast(database, 'a', NOW);
      const mark = (await marksOf(database))('p1@shop.example');
      await database.write(async (query) => await askErasure(query, { account, marks: [mark], now: NOW }));
      const { id } = await database.query.selectFrom('erasure').select('id').executeTakeFirstOrThrow();
      await eraseAsAsked(database, { id, by: administrator, now: NOW });
      await cutAt(database, 110);
      expect(await tallyPast(database, 'a', NOW)).toBe(true);
      const { areas } = (await pastTally(database.query, 'a')) as { readonly areas: readonly { name: string; spans: readonly object[] }[] };
      const shop = areas.find(({ name }) => name === 'shop/')!;
      expect(shop.spans.slice(0, 2)).toEqual(SPANS);
      expect(shop.spans[2]).toMatchObject({ from: '2024-03', to: '2024-03' });
      expect(JSON.stringify(areas)).not.toMatch(/person|p\d@|Person/);
    });

    it('says nothing of months that count again, of areas that are held back, nor where all acts count', async () => {
      const database = await begun(open);
      await cutAt(database, 70);
      await tallyPast(database, 'a', NOW);
      const { call } = await servedTeam(database, callerWith('member'));
      const spans = async () =>
        ((await call('GET', '/api/sources/a/past-counts')).body as { readonly areas: readonly { readonly spans: unknown }[] }).areas.map(
          (one) => one.spans,
        );
      await cutAt(database, 40);
      expect(await spans()).toEqual([SPANS.slice(0, 1)]);
      const { areas } = (await pastTally(database.query, 'a')) as { readonly areas: readonly { area: string; name: string }[] };
      const { area, name } = areas.find((one) => one.name === 'shop/')!;
      const found = [{ area, name, marks: ['somebody'] }];
      await database.write(async (query) => await keepFindings(query, { sourceId: 'a', found, now: NOW, othersFrom: NOW + DAY }));
      expect(await spans()).toEqual([]);
      await database.write(async (query) => await keepFrom(query, 0));
      expect((await call('GET', '/api/sources/a/past-counts')).body).toMatchObject({ keptFrom: null, areas: [] });
    });

    it('is told once, whichever of two workers comes first', async () => {
      const database = await begun(open);
      const tally = { before: '2024-03', areas: [] };
      const first = await keepPastTally(database, 'a', { from: undefined, tally });
      const second = await keepPastTally(database, 'a', { from: undefined, tally: { before: '2024-04', areas: [] } });
      const stale = await keepPastTally(database, 'a', { from: { before: '2024-01', areas: [] }, tally });
      expect([first, second, stale, (await pastTally(database.query, 'a'))?.before]).toEqual([true, false, false, '2024-03']);
      expect(await keepPastTally(database, 'nowhere', { from: undefined, tally })).toBe(false);
      await keepTerms(database, NOW);
    });
  });
});
