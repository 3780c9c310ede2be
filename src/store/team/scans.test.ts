import { expect, it } from 'vitest';
import { onBothEngines } from '#test/databases/on-both-engines.ts';
import { scanOf, sourceRow } from '#test/databases/fill-database.ts';
import type { Database } from '#store/database/database.ts';
import { loadScan, saveScan } from './scans.ts';
import { addSource, removeSource } from './sources.ts';

onBothEngines(({ open, emptyPlace }) => {
  const opened = async (): Promise<readonly [Database, Database]> => {
    const place = await emptyPlace();
    const [one, other] = [await open(place), await open(place)];
    await addSource(one, sourceRow('a'));
    return [one, other];
  };
  const save = async (database: Database, scan: ReturnType<typeof scanOf>): Promise<string | undefined> =>
    await database.write(async (query) => await saveScan(query, { sourceId: 'a', scan }));
  const segments = async ({ query }: Database): Promise<readonly string[]> =>
    (await query.selectFrom('segment').select(['number', 'commits']).orderBy('number').execute()).map(
      (row) => `${row.number}:${row.commits}`,
    );

  it('what one server keeps, another loads', async () => {
    const [one, other] = await opened();
    expect(await loadScan(other, 'a')).toBeUndefined();
    const scan = scanOf(30);
    await save(one, scan);
    const loaded = (await loadScan(other, 'a'))!;
    expect(loaded.spelled).toEqual({ ...scan.spelled, repository: 'story' });
    expect([loaded.facts, loaded.overlay, loaded.mapped]).toEqual([scan.facts, '', scan.mapped]);
  });

  it('only fresh commits are written, by whichever server read them', async () => {
    const [one, other] = await opened();
    await save(one, scanOf(30));
    const { edition } = (await loadScan(other, 'a'))!;
    await save(other, scanOf(65, { edition, commits: 30 }));
    expect(await segments(one)).toEqual(['0:30', '1:35']);
    expect((await loadScan(one, 'a'))!.spelled).toEqual(scanOf(65).spelled);
  });

  it('a history that was rewritten is written anew', async () => {
    const [one] = await opened();
    await save(one, scanOf(30));
    await save(one, scanOf(35));
    expect(await segments(one)).toEqual(['0:35']);
  });

  it('the same scan twice is one', async () => {
    const [one, other] = await opened();
    await Promise.all([save(one, scanOf(30)), save(other, scanOf(30))]);
    expect(await segments(one)).toEqual(['0:30']);
  });

  it('changed bytes are not believed', async () => {
    const [one] = await opened();
    await save(one, scanOf(30));
    await one.query
      .updateTable('segment')
      .set({ bytes: Uint8Array.from([1]) })
      .execute();
    expect(await loadScan(one, 'a')).toBeUndefined();
  });

  it('goes with its source', async () => {
    const [one] = await opened();
    await save(one, scanOf(30));
    await removeSource(one, 'a');
    expect([await loadScan(one, 'a'), await segments(one)]).toEqual([undefined, []]);
  });
});
