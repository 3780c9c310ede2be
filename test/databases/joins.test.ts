import { expect, it } from 'vitest';
import { sayOfJoin } from '#app/actions/people/say-of-join.ts';
import { joinsKnown } from '#app/questions/people/joins-known.ts';
import { answerJoins } from '#app/questions/team/joins-told.ts';
import { sceneOfSources } from '#app/questions/team/scene-of-sources.ts';
import type { Fact } from '#core/facts/fact.ts';
import type { Naming } from '#core/facts/told.ts';
import { forgetJoinWords } from '#store/people/forget-join-words.ts';
import { joinWordRows } from '#store/people/join-words.ts';
import { marksOf } from '#store/privacy/marks.ts';
import { connectionOf, keptOf } from './fill-connections.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';

const AT = Math.floor(NOW / 1000) - 1000;
const FACTS: readonly Fact[] = [
  { kind: 'incident-opened', reference: 'a', at: AT, item: 'pager:1', place: 'service:pager/S1' },
  { kind: 'acknowledged', reference: 'b', at: AT + 5, actor: 'pager:P1', item: 'pager:1' },
  { kind: 'asked', reference: 'c', at: AT + 9, actor: 'chat:U1', item: 'chat:1' },
];
const NAMINGS: readonly Naming[] = [
  { of: 'pager:P1', name: 'Ada Example', mail: 'ada@house.example' },
  { of: 'chat:U1', name: 'Ada', mail: 'ada@house.example' },
];

onBothEngines(({ open }) => {
  it('[joins.2] what is said of a join is kept, wins, and is taken back', async () => {
    const database = await open();
    const { number } = await connectionOf(database, 'one');
    await keptOf(database, number, { facts: FACTS, namings: NAMINGS });
    const built = async () => await sceneOfSources(database, { now: Math.floor(NOW / 1000) });
    const people = async () => (await built()).scene.people.length;
    expect(await people()).toBe(1);
    expect(answerJoins((await joinsKnown(database, await built())).joins, NOW)).toMatchObject({
      value: { guessed: 1, suggested: 0, confirmed: 0, rejected: 0 },
      rows: [
        {
          kind: 'person',
          from: 'pager:P1',
          called: 'Ada Example',
          to: 'chat:U1',
          state: 'guessed',
          confidence: 0.95,
          reason: 'Two sources give the same address.',
        },
      ],
    });
    const saying = { kind: 'person', from: 'pager:P1', to: 'chat:U1', by: null, now: NOW } as const;
    await sayOfJoin(database, { ...saying, says: 'different' });
    await sayOfJoin(database, { ...saying, says: 'different', now: NOW + 1 });
    expect(await people()).toBe(2);
    await sayOfJoin(database, { ...saying, says: 'nothing', now: NOW + 2 });
    expect(await people()).toBe(1);
    await expect(sayOfJoin(database, { ...saying, says: 'same', to: ' ' })).rejects.toMatchObject({ code: 'claim-word' });
    expect(await joinWordRows(database.query)).toHaveLength(3);
    await forgetJoinWords(database);
    expect(await joinWordRows(database.query)).toHaveLength(3);
    const mark = (await marksOf(database))('pager:P1');
    await database.write(
      async (query) => void (await query.insertInto('forgotten').values({ mark, how: 'erased', pseudonym: 'x', since: NOW }).execute()),
    );
    await forgetJoinWords(database);
    expect(await joinWordRows(database.query)).toEqual([]);
  });
});
