import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { Reception } from '#app/actions/connections/reception.ts';
import { tellConnection } from '#app/actions/connections/tell-deliveries.ts';
import { type ImportedFile, importFiles } from '#app/actions/importing/import-files.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { CONNECTORS, connectorOf } from '#sources/connecting/connectors.ts';
import type { Delivery } from '#sources/connecting/connector.ts';
import { addSecret } from '#store/connections/secrets.ts';
import type { Database } from '#store/database/database.ts';
import { sealerOf } from '#store/team/seal.ts';
import { DELIVERED_CASES, type DeliveredCase } from '#test/delivered-cases.ts';
import { GIVEN_CASES, type GivenCase } from '#test/given-cases.ts';
import { givenFile, toldOf } from '#test/given-file.ts';
import { connectionOf, factsKept } from './fill-connections.ts';
import { onBothEngines } from './on-both-engines.ts';

const keyFile = join(mkdtempSync(join(tmpdir(), 'understudy-every-')), 'team.key');
const NOW = Date.UTC(2026, 2, 4);
const MIB = 2 ** 20;
/** Bytes between two records that are part of neither. */
const SEPARATOR = 4;
const NOTHING: readonly string[] = [];
/** What no source sends. */
const MALFORMED: readonly (string | Uint8Array)[] = [
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '7',
  '{}',
  '{"__proto__":{"type":"x"}}',
  '{"event":7,"action":[],"pull_request":null,"alerts":{},"object_kind":{}}',
  '['.repeat(50_000),
  Uint8Array.of(0xff, 0xfe, 0, 1, 2),
];

/** What became of something: told, or refused with a remedy. Anything else is thrown on. */
async function orRefused<Result>(doing: Promise<Result>): Promise<Result | Refusal> {
  return await doing.catch((problem: unknown) => {
    if (problem instanceof Refusal && problem.remedy.length > 10) return problem;
    throw problem;
  });
}

async function factsOf(database: Database): Promise<readonly string[]> {
  return (await factsKept(database)).map((fact) => JSON.stringify(fact)).toSorted();
}

function sent({ deliveries, proof, secret }: DeliveredCase, number: number, body?: string | Uint8Array): Delivery {
  const one = deliveries[number % deliveries.length]!;
  const text = body ?? JSON.stringify(one.body);
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return { headers: { ...one.headers, ...proof(bytes, { secret, at: NOW / 1000, number }) }, body: bytes };
}

/** A server with one connection of that kind, and its worker. */
async function receiving(database: Database, { kind, secret }: DeliveredCase) {
  await connectionOf(database, 'one', kind);
  const sealed = sealerOf(keyFile).seal(secret, 's1');
  await database.write(async (query) => await addSecret(query, { id: 's1', connection: 'one', sealed, now: NOW }));
  let now = NOW;
  const reception = new Reception({ database, keyFile, now: () => now });
  const signal = new AbortController().signal;
  return {
    take: async (delivery: Delivery) => await orRefused(reception.take('one', delivery)),
    told: async () => {
      await tellConnection({ database, id: 'one', tries: 1, signal, onProgress: () => undefined });
      return await factsOf(database);
    },
    kept: async () => await database.query.selectFrom('delivery').select(['state', 'skipped']).orderBy('number').execute(),
    later: (milliseconds: number) => void (now += milliseconds),
  };
}

onBothEngines(({ open }) => {
  const known = new Map<string, Promise<readonly string[]>>();
  const onceOf = async (key: string, of: () => Promise<readonly string[]>): Promise<readonly string[]> => {
    if (!known.has(key)) known.set(key, of());
    return await known.get(key)!;
  };

  /** What its deliveries tell, each once, in their order. */
  const wholeOf = async (one: DeliveredCase): Promise<readonly string[]> =>
    await onceOf(`delivered ${one.kind}`, async () => await toldInOrder(one));
  const toldInOrder = async (one: DeliveredCase): Promise<readonly string[]> => {
    const { take, told } = await receiving(await open(), one);
    for (const number of one.deliveries.keys()) expect(await take(sent(one, number))).toBe('');
    return await told();
  };

  describe.each(DELIVERED_CASES)('deliveries of $kind', (one) => {
    it('malformed: kept and counted, or refused; the next one is told', async () => {
      const { take, told, kept } = await receiving(await open(), one);
      for (const [number, body] of MALFORMED.entries()) {
        const became = await take(sent(one, 100 * one.deliveries.length + number, body));
        if (became instanceof Refusal) expect(became.code).toBe('delivery-unread');
      }
      expect(await told()).toEqual(NOTHING);
      expect((await kept()).every(({ state }) => state !== 'waiting')).toBe(true);
      await take(sent(one, 0));
      expect((await told()).length).toBeGreaterThan(0);
    });

    it('truncated: tells nothing that the whole one does not tell', async () => {
      const { take, told } = await receiving(await open(), one);
      const whole = JSON.stringify(one.deliveries[0]!.body);
      for (let share = 1; share < 20; share++)
        await take(sent(one, 100 * one.deliveries.length, whole.slice(0, (whole.length * share) / 20)));
      expect(await told()).toEqual(NOTHING);
    });

    it('replayed: known, and told once', async () => {
      const whole = await wholeOf(one);
      const { take, told, kept, later } = await receiving(await open(), one);
      const twice = [...one.deliveries.keys(), ...one.deliveries.keys()].map((number) => sent(one, number));
      for (const delivery of twice) expect(await take(delivery)).toBe('');
      expect(await told()).toEqual(whole);
      for (const delivery of twice) await take(delivery);
      expect(await told()).toEqual(whole);
      expect(await kept()).toHaveLength(one.deliveries.length);
      later(3_600_000);
      expect(await take(twice[0]!)).toEqual(one.ofMoment === true ? expect.objectContaining({ code: 'connection-unsigned' }) : '');
      expect(await told()).toEqual(whole);
      if (one.ofMoment !== true) expect(one.ofMoment).toMatch(/\w{4}/);
    });

    it('wrongly signed: refused, and nothing of it kept', async () => {
      const { take, kept } = await receiving(await open(), one);
      const good = sent(one, 0);
      const altered = Uint8Array.from(good.body);
      altered.set([altered.at(-2)! ^ 1], altered.length - 2);
      const wrong = [
        { ...sent({ ...one, secret: Buffer.from(one.secret).toString('base64') }, 0) },
        { ...good, headers: one.deliveries[0]!.headers ?? {} },
        { ...good, headers: Object.fromEntries(Object.entries(good.headers).map(([name, value]) => [name, `${value}x`])) },
        ...(one.ofBody === true ? [{ ...good, body: altered }] : []),
      ];
      for (const delivery of wrong) expect(await take(delivery)).toMatchObject({ code: 'connection-unsigned' });
      expect(await kept()).toEqual([]);
      if (one.ofBody !== true) expect(one.ofBody).toMatch(/\w{4}/);
    });

    it('out of order: tells the same', async () => {
      const whole = await wholeOf(one);
      const { take, told } = await receiving(await open(), one);
      for (const number of [...one.deliveries.keys()].toReversed()) await take(sent(one, number));
      expect(await told()).toEqual(whole);
    });

    it('huge: tells the same', async () => {
      const whole = await wholeOf(one);
      const { take, told } = await receiving(await open(), one);
      for (const [number, { body }] of one.deliveries.entries()) {
        const long = JSON.stringify({ ...body, unknown: 'x'.repeat(12 * MIB) });
        await take(sent(one, number, long));
      }
      expect(await told()).toEqual(whole);
    });
  });

  const taken = async (database: Database, { kind, name }: GivenCase, content: string | Uint8Array): Promise<ImportedFile | Refusal> => {
    const path = join(mkdtempSync(join(tmpdir(), 'understudy-given-')), name);
    writeFileSync(path, content);
    const signal = new AbortController().signal;
    const order = { database, paths: [path], as: kind, now: () => NOW, signal, onProgress: () => undefined };
    const became = await orRefused(importFiles(order));
    return became instanceof Refusal ? became : became.files[0]!;
  };
  const toldWhole = async (one: GivenCase): Promise<readonly string[]> =>
    await onceOf(`given ${one.kind} ${one.name}`, async () => await toldAtOnce(one));
  const toldAtOnce = async (one: GivenCase): Promise<readonly string[]> => {
    const database = await open();
    expect(await taken(database, one, one.file(one.records))).toMatchObject({ skipped: 0 });
    return await factsOf(database);
  };

  describe.each(GIVEN_CASES)('files of $kind: $name', (one) => {
    const [first, ...rest] = one.records as readonly [string, ...string[]];

    it('malformed: what is broken is counted, and the rest is told', async () => {
      const whole = await toldWhole(one);
      const database = await open();
      expect(await taken(database, one, one.file([first, one.broken, ...rest]))).toMatchObject({ skipped: 1 });
      expect(await factsOf(database)).toEqual(whole);
      for (const content of MALFORMED) {
        const became = await taken(database, one, content);
        if (!(became instanceof Refusal)) expect(became.fresh).toBe(0);
      }
      expect(await factsOf(database)).toEqual(whole);
    });

    it('truncated: what is whole is told, and of what is cut nothing, or it is refused', async () => {
      const read = async (content: Uint8Array): Promise<readonly string[]> => {
        const told = await orRefused(toldOf(connectorOf(one.kind)!.file!, givenFile(one.name, content)));
        return told instanceof Refusal ? NOTHING : told.facts.map((fact) => JSON.stringify(fact));
      };
      const [bytes, begin] = [one.records, [first]].map((records) => Buffer.from(one.file(records))) as [Buffer, Buffer];
      const [whole, before] = [new Set(await read(bytes)), await read(begin)];
      for (let share = 1; share < 20; share++) {
        const at = Math.floor((bytes.length * share) / 20);
        const told = await read(bytes.subarray(0, at));
        if (one.cut === undefined) expect(told.filter((fact) => !whole.has(fact))).toEqual([]);
        else if (at > begin.length + SEPARATOR) expect(told).toEqual(expect.arrayContaining([...before]));
      }
    });

    it('replayed: known, and told once', async () => {
      const whole = await toldWhole(one);
      const database = await open();
      await taken(database, one, one.file(one.records));
      expect(await taken(database, one, one.file([...one.records, ...one.records]))).toMatchObject({ fresh: 0 });
      expect(await factsOf(database)).toEqual(whole);
    });

    it('out of order: tells the same', async () => {
      const whole = await toldWhole(one);
      const database = await open();
      await taken(database, one, one.file(one.records.toReversed()));
      expect(await factsOf(database)).toEqual(whole);
    });

    it('huge: what is too long is counted, or refuses the file; the rest is told', async () => {
      const whole = await toldWhole(one);
      const database = await open();
      const became = await taken(database, one, one.file([first, one.huge, ...rest]));
      if (one.hugeIs === undefined) {
        expect(became).toMatchObject({ skipped: 1 });
        expect(await factsOf(database)).toEqual(whole);
      } else expect(became).toMatchObject({ name: 'Refusal', code: one.hugeIs });
    });
  });
});

/*
 * Nobody signs a file, so none is wrongly signed: whoever hands it over is asked by the door, and on the command line owns the database.
 */
/** Read with their repository, whose objects git knows by their digests and whose order is that of its commits: telling-documents and hostile tests. */
const WITH_REPOSITORY = ['decisions', 'documents'];

test('every source and every way in is tried', () => {
  const ways = CONNECTORS.map(({ kind, webhook, file }) => [kind, webhook !== undefined, file !== undefined]);
  const tried = CONNECTORS.map(({ kind }) => [
    kind,
    DELIVERED_CASES.some((one) => one.kind === kind),
    GIVEN_CASES.some((one) => one.kind === kind),
  ]);
  expect(tried).toEqual(ways);
  expect(ways.filter(([, delivers, given]) => !delivers && !given).map(([kind]) => kind)).toEqual(WITH_REPOSITORY);
});
