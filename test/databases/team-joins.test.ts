import { expect, it } from 'vitest';
import { forgetBeyond } from '#app/actions/privacy/forget-beyond.ts';
import { sayOfJoin } from '#app/actions/people/say-of-join.ts';
import type { ReplyOf } from '#contract/operations.ts';
import type { Fact } from '#core/facts/fact.ts';
import type { Naming } from '#core/facts/told.ts';
import type { Role } from '#core/policy/roles.ts';
import type { Mode } from '#core/policy/viewer.ts';
import type { Database } from '#store/database/database.ts';
import { joinWordRows } from '#store/people/join-words.ts';
import { forgetMarks } from '#store/privacy/forgotten.ts';
import { marksOf } from '#store/privacy/marks.ts';
import { saveScan } from '#store/team/scans.ts';
import { addSource } from '#store/team/sources.ts';
import { firstAdministrator, member } from './admit.ts';
import { connectionOf, factsInTime, keptOf } from './fill-connections.ts';
import { scanOf, sourceRow } from './fill-database.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';
import { callerWith, servedTeam } from './served-team.ts';

type Told = ReplyOf<'list-joins'>;

const AT = Math.floor(NOW / 1000) - 1000;
const FACTS: readonly Fact[] = [
  { kind: 'incident-opened', reference: 'a', at: AT, item: 'pager:1', place: 'service:api' },
  { kind: 'acknowledged', reference: 'b', at: AT + 5, actor: 'pager:P1', item: 'pager:1' },
  { kind: 'acknowledged', reference: 'c', at: AT + 6, actor: 'pager:P2', item: 'pager:1' },
  { kind: 'asked', reference: 'd', at: AT + 9, actor: 'name:Pia Example', item: 'chat:1' },
];
const NAMINGS: readonly Naming[] = [
  { of: 'pager:P1', name: 'Pia Example', mail: 'p1@example.org' },
  { of: 'pager:P2', name: 'Per', mail: 'p2@example.org' },
];
const PIA = 'Person 1 <p1@example.org>';

onBothEngines(({ open }) => {
  const begun = async () => {
    const database = await open();
    const { accountId: ana } = await firstAdministrator(database);
    const { accountId: pia } = await member(database, 'p1@example.org');
    await addSource(database, { ...sourceRow('a'), name: 'api' });
    await database.write(async (query) => await saveScan(query, { sourceId: 'a', scan: scanOf(300) }));
    const { number } = await connectionOf(database, 'one');
    await keptOf(database, number, { facts: FACTS, namings: NAMINGS });
    return { database, ana, pia };
  };
  const as = async (
    database: Database,
    accountId: string,
    { role, mode, words = [] }: { readonly role: Role; readonly mode: Mode; readonly words?: readonly string[] },
  ) => {
    const { call } = await servedTeam(database, { ...callerWith(role, mode), accountId, ownWords: words });
    return {
      list: async (query = '') => {
        const { status, body } = await call('GET', `/api/joins${query}`);
        expect(status).toBe(200);
        return body as Told;
      },
      say: async (body: unknown) => await call('POST', '/api/joins/words', body),
    };
  };
  const brief = ({ joins }: Told) => joins.map(({ kind, from, to, state, own, may }) => [kind, from, to, state, own, may.join(' ')]);
  const log = async (database: Database) => await database.query.selectFrom('access_record').selectAll().execute();

  it('are told to administrators, who confirm, reject and take back; of whom they were told is on record first', async () => {
    const { database, ana } = await begun();
    const { list, say } = await as(database, ana, { role: 'administrator', mode: 'team' });
    const told = await list();
    expect(brief(told)).toEqual([
      ['area', 'service:api', 'area:src', 'guessed', false, 'confirm reject'],
      ['person', 'pager:P1', PIA, 'guessed', false, 'confirm reject'],
      ['person', 'pager:P1', 'name:Pia Example', 'suggested', false, 'confirm reject'],
      ['person', 'pager:P2', 'Person 2 <p2@example.org>', 'guessed', false, 'confirm reject'],
    ]);
    expect(told).toMatchObject({ total: 4, open: 4, peopleHidden: false });
    expect(told.joins[1]).toMatchObject({
      fromName: 'Pia Example',
      confidence: 0.95,
      reason: 'The source gives an address that they commit with.',
    });
    const record = (await log(database)).filter(({ question }) => question === 'joins');
    expect(record).toMatchObject([{ by_account: ana, topics: 'identities', outcome: 'answered' }]);

    const join = { kind: 'person', from: 'pager:P1', to: PIA };
    expect((await say({ ...join, says: 'reject' })).status).toBe(204);
    const rejected = (await list('?kind=person')).joins.find(({ from, state }) => from === 'pager:P1' && state === 'rejected');
    expect(rejected).toMatchObject({ reason: 'Somebody who knows has said no.', may: ['confirm', 'undo'] });
    expect((await say({ ...join, says: 'reject' })).body).toMatchObject({ code: 'claim-word' });
    expect((await say({ ...join, says: 'undo' })).status).toBe(204);
    expect((await list('?kind=person')).joins.find(({ from }) => from === 'pager:P1')).toMatchObject({ state: 'guessed' });
    expect((await say({ ...join, to: 'name:Pia Example', says: 'confirm' })).status).toBe(204);
    const after = await list('?open=true');
    expect([after.total, after.open, after.joins.length]).toEqual([4, 3, 3]);
    expect((await list('?most=1&skip=1')).joins).toHaveLength(1);
    expect((await say({ ...join, from: 'pager:P9', says: 'confirm' })).body).toMatchObject({ code: 'claim-word' });
  });

  it('tell somebody what speaks of them, which they refuse at will and confirm where it is more than suggested', async () => {
    const { database, pia, ana } = await begun();
    const self = await as(database, pia, { role: 'member', mode: 'council', words: [PIA, 'p1@example.org'] });
    const told = await self.list();
    expect(brief(told)).toEqual([
      ['area', 'service:api', 'area:src', 'guessed', false, ''],
      ['person', 'pager:P1', PIA, 'guessed', true, 'confirm reject'],
      ['person', 'pager:P1', 'name:Pia Example', 'suggested', true, 'reject'],
    ]);
    expect([told.peopleHidden, (await self.list('?own=true')).joins.length]).toEqual([true, 2]);
    expect((await log(database)).find(({ question }) => question === 'joins')).toMatchObject({ by_account: pia, topics: 'self' });
    const join = { kind: 'person', from: 'pager:P1', to: 'name:Pia Example' };
    expect((await self.say({ ...join, says: 'confirm' })).body).toMatchObject({ code: 'claim-word' });
    expect((await self.say({ ...join, says: 'reject' })).status).toBe(204);
    expect((await self.say({ ...join, says: 'undo' })).status).toBe(204);
    expect((await self.say({ kind: 'area', from: 'service:api', to: 'area:src', says: 'confirm' })).body).toMatchObject({
      code: 'claim-word',
    });
    expect((await self.say({ kind: 'person', from: 'pager:P2', to: 'Person 2 <p2@example.org>', says: 'reject' })).body).toMatchObject({
      code: 'claim-word',
    });
    const administrator = await as(database, ana, { role: 'administrator', mode: 'council' });
    expect(brief(await administrator.list())).toEqual([['area', 'service:api', 'area:src', 'guessed', false, 'confirm reject']]);
    expect(JSON.stringify(await administrator.list())).not.toMatch(/pager|example\.org/);
  });

  it('lead whoever is erased to the names that were confirmed, and to nothing that was only guessed or taken back', async () => {
    const { database } = await begun();
    const say = async (from: string, says: 'same' | 'nothing', now: number) =>
      await sayOfJoin(database, { kind: 'person', from, to: PIA, says, by: null, now });
    await say('name:Pia Example', 'same', NOW);
    await say('pager:P2', 'same', NOW);
    await say('pager:P2', 'nothing', NOW + 1);
    const mark = await marksOf(database);
    await database.write(
      async (query) => void (await forgetMarks(query, { marks: [mark('p1@example.org')], how: 'erased', pseudonym: '', now: NOW })),
    );
    for (let round = 0; round < 2; round++) await forgetBeyond(database, NOW);
    expect((await factsInTime(database)).map(({ actor }) => actor)).toEqual([undefined, 'pager:P2']);
    expect(await joinWordRows(database.query)).toEqual([]);
    expect(JSON.stringify(await database.query.selectFrom('handle').selectAll().execute())).not.toContain('Pia');
  });
});
