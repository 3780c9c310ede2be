import { expect, it, onTestFinished } from 'vitest';
import { deactivateAccount, reactivateAccount } from '#app/actions/accounts/change-roles.ts';
import { claimSpelling, sayOfSpelling } from '#app/actions/people/claim-spelling.ts';
import { lookUpHeads } from '#app/questions/team/look-up-heads.ts';
import { worldOfSources } from '#app/questions/team/world-of-sources.ts';
import { presence } from '#core/risk/presence.ts';
import { TeamAnswers } from '#server/team/answers/team-answers.ts';
import { saveScan } from '#store/team/scans.ts';
import { addSource } from '#store/team/sources.ts';
import { firstAdministrator, member } from './admit.ts';
import { scanOf, sourceRow } from './fill-database.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';

onBothEngines(({ open }) => {
  it('the answers of a team know at once who has been confirmed to be whom, and who no more', async () => {
    const database = await open();
    await addSource(database, sourceRow('a'));
    await database.write(async (query) => await saveScan(query, { sourceId: 'a', scan: scanOf(60) }));
    let ticks = 0;
    const lookUp = async (words: readonly string[]) => await lookUpHeads(database, words);
    // Every look at the clock is ten seconds later than the one before: nothing that was looked up is believed for long.
    const now = () => NOW + 10_000 * ticks++;
    const beyond = { facetLooks: async () => null, sceneMark: async () => '', blindClosed: async () => [] };
    const order = { place: database.place, lookUp, heldAreas: async () => [], ...beyond, build: 'test', now, threads: 1 };
    const answers = new TeamAnswers(order);
    onTestFinished(async () => await answers.close());
    const asked = async () => {
      const question = {
        sources: ['a'],
        question: 'identities' as const,
        input: {},
        at: null,
        viewer: { mode: 'solo' as const },
        ownWords: [],
      };
      const { json, etag } = await answers.ask(question);
      return { etag, value: (JSON.parse(new TextDecoder().decode(json)) as { value: { people: number } }).value };
    };
    const before = await asked();
    const { accountId: ana } = await firstAdministrator(database);
    const { accountId: bo } = await member(database, 'p1@example.org');
    await claimSpelling(database, { account: bo, spelling: 'p1@example.org', now: NOW });
    const { id } = await claimSpelling(database, { account: bo, spelling: 'p2@example.org', now: NOW });
    expect((await asked()).etag).toBe(before.etag);
    await sayOfSpelling(database, { claim: id, by: ana, says: 'confirm', now: NOW });
    const joined = await asked();
    expect(joined.value.people).toBe(before.value.people - 1);
    await sayOfSpelling(database, { claim: id, by: bo, says: 'withdraw', now: NOW + 1 });
    expect(await asked()).toEqual(before);
  });

  it('and count nobody who has left', async () => {
    const database = await open();
    await addSource(database, sourceRow('a'));
    await database.write(async (query) => await saveScan(query, { sourceId: 'a', scan: scanOf(60) }));
    const { accountId: ana } = await firstAdministrator(database);
    const { accountId: bo } = await member(database, 'p1@example.org');
    await claimSpelling(database, { account: bo, spelling: 'p1@example.org', now: NOW });
    const present = async () => {
      const [head] = await lookUpHeads(database, ['a']);
      const wanted = [{ id: 'a', name: 'a', stamp: head!.scan!.stamp }];
      const { world } = (await worldOfSources(database, wanted, { mode: 'council', now: NOW / 1000 }))!;
      return [...presence(world.evidence, world.at)].filter((share) => share > 0).length;
    };
    const before = await present();
    await deactivateAccount(database, { account: bo, how: 'administrator', by: ana, now: NOW + 1 });
    expect(await present()).toBe(before - 1);
    await reactivateAccount(database, { account: bo, by: ana, now: NOW + 2 });
    expect(await present()).toBe(before);
  });
});
