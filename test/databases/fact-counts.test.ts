import { describe, expect, it } from 'vitest';
import { connectionsTold } from '#app/questions/connections/connections-told.ts';
import { judgedBeyond } from '#app/questions/connections/judged-beyond.ts';
import { removeConnection } from '#store/connections/connections.ts';
import type { Database } from '#store/database/database.ts';
import { factCounts, firstFacts } from '#store/facts/fact-counts.ts';
import { connectionOf, keptOf } from './fill-connections.ts';
import { onBothEngines } from './on-both-engines.ts';

const fact = (reference: string, kind: 'reviewed' | 'away', at: number) => ({ kind, reference, at, item: 'x' });

/** A database that says how often its facts were counted: every other question goes through as it is. */
function countingFacts(database: Database): { readonly database: Database; readonly times: () => number } {
  let times = 0;
  const query = new Proxy(database.query, {
    get: (target, key) => {
      const own = Reflect.get(target, key) as unknown;
      if (key !== 'selectFrom') return typeof own === 'function' ? (own as (...a: unknown[]) => unknown).bind(target) : own;
      return (table: string) => {
        if (table === 'fact') times++;
        return (own as (table: string) => unknown).call(target, table);
      };
    },
  });
  return { database: Object.create(database, { query: { value: query } }) as Database, times: () => times };
}

onBothEngines(({ open }) => {
  describe('facts of connections', () => {
    it('are counted by connection and kind, from the first of each', async () => {
      const database = await open();
      const [one, other] = [await connectionOf(database, 'one'), await connectionOf(database, 'other')];
      await keptOf(database, one.number, {
        facts: [fact('a', 'reviewed', 20), fact('b', 'reviewed', 10), fact('c', 'away', 30)],
        namings: [],
      });
      await keptOf(database, other.number, { facts: [fact('a', 'away', 5)], namings: [] });
      expect(
        [...(await factCounts(database))].map(([number, kinds]) => [number, kinds.map(({ kind, count, first }) => [kind, count, first])]),
      ).toEqual([
        [
          one.number,
          [
            ['away', 1, 30],
            ['reviewed', 2, 10],
          ],
        ],
        [other.number, [['away', 1, 5]]],
      ]);
      expect(Object.fromEntries(await firstFacts(database))).toEqual({ away: 5, reviewed: 10 });
    });

    it('are read once for all who look, and again when some were kept or taken away', async () => {
      const opened = await open();
      const one = await connectionOf(opened, 'one');
      await keptOf(opened, one.number, { facts: [fact('a', 'reviewed', 20)], namings: [] });
      const { database, times } = countingFacts(opened);
      const look = async () => (await connectionsTold(database))[0]!.facts;
      expect(await look()).toEqual([{ kind: 'reviewed', count: 1 }]);
      await Promise.all([look(), look(), judgedBeyond(database, [])]);
      for (let i = 0; i < 20; i++) await look();
      expect(times()).toBe(1);
      await keptOf(opened, one.number, { facts: [fact('b', 'reviewed', 20)], namings: [] });
      await expect.poll(look).toEqual([{ kind: 'reviewed', count: 2 }]);
      for (let i = 0; i < 20; i++) await look();
      expect(times()).toBe(2);
      await removeConnection(opened, one);
      await expect.poll(async () => [...(await factCounts(database))]).toEqual([]);
      expect(times()).toBe(3);
    });
  });
});
