import { expect, it } from 'vitest';
import type { Fact } from '#core/facts/fact.ts';
import type { Naming } from '#core/facts/told.ts';
import { endBeyond, forgetBeyond } from '#app/actions/privacy/forget-beyond.ts';
import { keepDeliveries } from '#store/connections/deliveries.ts';
import { loadNamings } from '#store/facts/load-facts.ts';
import { forgetMarks } from '#store/privacy/forgotten.ts';
import { marksOf } from '#store/privacy/marks.ts';
import { connectionOf, factsInTime, factsKept, keptOf } from './fill-connections.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';

const AT = 1_790_000_000;

const FACTS: readonly Fact[] = [
  { kind: 'asked', reference: 'a', at: AT - 50, actor: 'chat:U1', item: 'chat:C1/1', place: 'channel:chat/C1', detail: { question: true } },
  {
    kind: 'reviewed',
    reference: 'b',
    at: AT - 90,
    actor: 'forge:ada',
    other: 'forge:bo',
    item: 'forge.example/shop#1',
    place: 'repository:forge.example/shop',
    path: 'src/ä, "b".ts',
    size: 0,
    detail: { state: 'approved', bodyLength: 7 },
  },
  { kind: 'away', reference: 'c', at: AT - 900, until: AT + 900, actor: 'mail:ada@example.org' },
  { kind: 'right-held', reference: 'd', at: AT - 9000, actor: 'forge:ada', detail: { right: 'merge' } },
  { kind: 'alerted', reference: 'e', at: AT - 90, detail: { alert: 'a\nb, "c" \\u0041' } },
];

onBothEngines(({ open }) => {
  it('gives back what was told, and keeps nothing twice', async () => {
    const database = await open();
    const { number } = await connectionOf(database, 'one');
    const namings: readonly Naming[] = [
      { of: 'forge:ada', name: 'Ada Example', mail: 'ada@example.org', actor: 'agent', sameAs: ['mail:ada@example.org'] },
      { of: 'repository:forge.example/shop', sameAs: ['component:default/shop'] },
    ];
    expect(await keptOf(database, number, { facts: FACTS, namings })).toEqual({ fresh: 5, known: 0, dropped: 0 });
    const again = FACTS.map((fact) => ({ ...fact, at: fact.at + 1 }));
    expect(await keptOf(database, number, { facts: again.toReversed(), namings })).toEqual({ fresh: 0, known: 5, dropped: 0 });
    expect(await factsInTime(database)).toEqual([...FACTS].toSorted((one, other) => one.at - other.at));
    expect((await loadNamings(database)).toSorted((one, other) => (one.of < other.of ? -1 : 1))).toEqual(namings);
  });

  it('keeps hostile words as one line, and what has no moment not at all', async () => {
    const database = await open();
    const { number } = await connectionOf(database, 'one');
    const hostile: readonly Fact[] = [
      { kind: 'away', reference: 'no moment', at: Number.NaN },
      { kind: 'away', reference: 'far', at: 253_402_300_799, actor: 'name:A\nB' },
      { kind: 'alerted', reference: 'nul\0\uD800', at: -5, detail: { alert: 'x\0\uD800y', severity: '__proto__' } },
      { kind: 'away', reference: 'x'.repeat(9000), at: 5, item: "'; drop table fact; --" },
    ];
    expect(await keptOf(database, number, { facts: hostile, namings: [] })).toEqual({ fresh: 3, known: 0, dropped: 1 });
    const kept = await factsInTime(database);
    expect(kept.map(({ at, actor, reference }) => [at, actor, reference.length <= 600])).toEqual([
      [-5, undefined, true],
      [5, undefined, true],
      [253_402_300_799, 'name:A B', true],
    ]);
    expect(kept[0]!.reference).toBe('nul \uFFFD');
    expect(kept[0]!.detail).toEqual({ alert: 'x  y', severity: '__proto__' });
  });

  it('two connections may tell the same thing, each once, and many at once do not stand in each other’s way', async () => {
    const database = await open();
    const [one, other] = [await connectionOf(database, 'one'), await connectionOf(database, 'other')];
    const facts = Array.from({ length: 400 }, (_, n): Fact => ({ kind: 'away', reference: `r${n}`, at: n, actor: `name:P${n % 90}` }));
    const told = await Promise.all(
      [one, other, one, one].map(async ({ number }, turn) =>
        keptOf(database, number, { facts: turn % 2 === 0 ? facts : facts.toReversed(), namings: [] }),
      ),
    );
    expect(told.reduce((sum, { fresh }) => sum + fresh, 0)).toBe(800);
    expect(await factsKept(database)).toHaveLength(800);
    expect(await database.query.selectFrom('handle').select('word').execute()).toHaveLength(90);
  });

  it('keeps nothing of somebody who was erased, and of somebody who left only what they did', async () => {
    const database = await open();
    const { number } = await connectionOf(database, 'one');
    const mark = await marksOf(database);
    await database.write(async (query) => {
      await forgetMarks(query, { marks: [mark('eve@example.org')], how: 'erased', pseudonym: '', now: NOW });
      await forgetMarks(query, { marks: [mark('forge:leo')], how: 'left', pseudonym: 'abc', now: NOW });
    });
    const facts: readonly Fact[] = [
      { kind: 'reviewed', reference: 'reviewed:1/eve', at: 1, actor: 'mail:eve@example.org', detail: { state: 'approved' } },
      { kind: 'reviewed', reference: 'reviewed:2/leo', at: 2, actor: 'forge:leo', detail: { state: 'approved' } },
      { kind: 'review-asked', reference: 'asked:3/eve', at: 3, actor: 'forge:ada', other: 'mail:eve@example.org' },
      { kind: 'asked', reference: 'asked:4', at: 4, actor: 'forge:ada', detail: { mentions: ['mail:eve@example.org', 'forge:bo'] } },
    ];
    const namings: readonly Naming[] = [
      { of: 'mail:eve@example.org', name: 'Eve' },
      { of: 'forge:x', mail: 'eve@example.org' },
    ];
    expect(await keptOf(database, number, { facts, namings })).toMatchObject({ fresh: 3, dropped: 1 });
    expect(await keptOf(database, number, { facts, namings })).toMatchObject({ fresh: 0, known: 3, dropped: 1 });
    const [left, asked, mentioned] = await factsInTime(database);
    expect(left).toMatchObject({ actor: 'left:abc', reference: expect.stringMatching(/^forgotten:/) });
    expect(asked).toMatchObject({ actor: 'forge:ada', reference: expect.stringMatching(/^forgotten:/) });
    expect(asked!.other).toBeUndefined();
    expect(mentioned!.detail).toEqual({ mentions: ['forge:bo'] });
    expect(await loadNamings(database)).toEqual([]);
  });

  it('forgets in what was told already, by whatever words a source calls somebody, and ends what its term ends', async () => {
    const database = await open();
    const { number } = await connectionOf(database, 'one');
    const facts: readonly Fact[] = [
      ...FACTS,
      { kind: 'asked', reference: 'mentions', at: AT - 40, actor: 'chat:U2', detail: { mentions: ['forge:ada', 'forge:bo'] } },
      { kind: 'change-opened', reference: 'opened/leo', at: AT - 30, actor: 'forge:leo' },
    ];
    const namings: readonly Naming[] = [
      { of: 'forge:ada', name: 'Ada Example', mail: 'ada@example.org' },
      { of: 'chat:U1', sameAs: ['forge:ada'] },
      { of: 'forge:leo', mail: 'leo@example.org' },
    ];
    await keptOf(database, number, { facts, namings });
    const body = (text: string) => ({ headers: {}, body: new TextEncoder().encode(text), receivedAt: NOW, state: 'told' as const });
    await database.write(async (query) =>
      keepDeliveries(query, [
        { connection: number, key: '1', kind: 'x', ...body('{"login":"ada"}') },
        { connection: number, key: '2', kind: 'x', ...body('{"country":"canada"}') },
      ]),
    );
    const mark = await marksOf(database);
    await database.write(async (query) => {
      await forgetMarks(query, { marks: [mark('ada@example.org')], how: 'erased', pseudonym: '', now: NOW });
      await forgetMarks(query, { marks: [mark('leo@example.org')], how: 'left', pseudonym: 'abc', now: NOW });
    });
    for (let round = 0; round < 2; round++) await forgetBeyond(database, NOW);
    const kept = await factsInTime(database);
    expect(kept.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['alerted', undefined],
      ['asked', 'chat:U2'],
      ['change-opened', 'left:abc'],
    ]);
    expect(kept[1]!.detail).toEqual({ mentions: ['forge:bo'] });
    // What is forgotten is called by chance, which may well spell somebody.
    const left = JSON.stringify([kept, await loadNamings(database)]).replaceAll(/forgotten:[\w-]+/g, '');
    expect(left).not.toMatch(/ada|leo|U1/);
    const bodies = await database.query.selectFrom('delivery').select('body').orderBy('number').execute();
    expect(bodies.map((row) => row.body === null)).toEqual([true, false]);
    expect(await keptOf(database, number, { facts, namings })).toEqual({ fresh: 0, known: 3, dropped: 4 });

    const terms = { events: 400, messages: 90, evidence: 730, leavers: 30, log: 730 };
    await endBeyond(database, terms, (AT + 100 * 86_400) * 1000);
    expect((await factsInTime(database)).map(({ kind }) => kind)).toEqual(['alerted', 'change-opened']);
  });
});
