import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { invite } from '#app/actions/accounts/invite.ts';
import { tellConnection } from '#app/actions/connections/tell-deliveries.ts';
import { importFiles } from '#app/actions/importing/import-files.ts';
import { FactsWithinTerms } from '#app/actions/privacy/facts-within-terms.ts';
import { endBeyond } from '#app/actions/privacy/forget-beyond.ts';
import { FACT_KINDS, type FactKind } from '#core/facts/fact-kinds.ts';
import type { Fact } from '#core/facts/fact.ts';
import { termsInForce } from '#core/retention/retention-terms.ts';
import { DAY } from '#core/terms/moment.ts';
import { keepDeliveries } from '#store/connections/deliveries.ts';
import { firstAdministrator } from './admit.ts';
import { connectionOf, factsKept, keptOf } from './fill-connections.ts';
import { INVENTED } from './invented-connector.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';

const TERMS = termsInForce({});
const DAYS_AGO = [1, 89, 91, 399, 401, 729, 731];

/** Every kind of fact at the edges of every term, of somebody and of nobody, over and not over. */
function atTheEdges(): readonly Fact[] {
  const whose = [{ actor: 'forge:ada' }, { other: 'forge:bo' }, {}] as const;
  const facts = (Object.keys(FACT_KINDS) as FactKind[]).flatMap((kind) =>
    DAYS_AGO.flatMap((days) =>
      [undefined, 1, 500].flatMap((ended) =>
        whose.map((who, n) => {
          const at = NOW / 1000 - days * DAY;
          const until = ended === undefined ? {} : { until: NOW / 1000 - ended * DAY };
          return { kind, reference: `${kind} ${days} ${ended} ${n}`, at, ...until, ...who } as unknown as Fact;
        }),
      ),
    ),
  );
  return facts;
}

/** Two tickets of this year and one of long ago. */
function tickets(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'understudy-terms-')), 'tickets.csv');
  const day = (ago: number): string => new Date(NOW - ago * DAY * 1000).toISOString().slice(0, 10);
  const rows = [1, 2, 900].map((ago) => `${ago},${day(ago)},${day(ago)},ada@example.org`);
  writeFileSync(path, `ticket,opened,closed,first_assignee\n${rows.join('\n')}\n`);
  return path;
}

onBothEngines(({ open }) => {
  it('passes on what the daily round would leave, and nothing else', async () => {
    const database = await open();
    const facts = atTheEdges();
    const { number } = await connectionOf(database, 'one');
    await keptOf(database, number, { facts, namings: [] });
    await endBeyond(database, TERMS, NOW);
    const left = (await factsKept(database)).map(({ reference }) => reference).toSorted();
    const terms = new FactsWithinTerms(TERMS, NOW);
    const passedOn = terms.within(facts).map(({ reference }) => reference);
    expect(passedOn.toSorted()).toEqual(left);
    expect(left.length).toBeGreaterThan(100);
    expect(terms.count).toBe(facts.length - left.length);
    expect(terms.skipped.map(({ why }) => why).toSorted()).toEqual([400, 730, 90].map((days) => `older than your term of ${days} days`));
    expect(new FactsWithinTerms(undefined, NOW).within(facts)).toHaveLength(facts.length);
  });

  it('an import of a team keeps nothing that is past its term, and says how much; where nobody else can look, all of it', async () => {
    const [alone, team] = [await open(), await open()];
    await firstAdministrator(team);
    await invite(team, { email: 'bo@shop.example', name: 'Bo', by: null, now: NOW });
    const signal = new AbortController().signal;
    const order = { paths: [tickets()], now: () => NOW, signal, onProgress: () => undefined };
    const whole = (await importFiles({ ...order, database: alone })).files[0]!;
    expect([whole.fresh, whole.skipped]).toEqual([9, 0]);
    const some = (await importFiles({ ...order, database: team })).files[0]!;
    const passed = [{ what: '1 fact', why: 'older than your term of 400 days' }];
    expect([some.fresh, some.skipped, some.problems]).toEqual([8, 1, passed]);
    // What names nobody has no term.
    expect(await factsKept(team)).toHaveLength(8);
    const kept = await team.query.selectFrom('delivery').select(['facts', 'skipped', 'problem']).execute();
    expect(kept).toEqual([{ facts: 8, skipped: 1, problem: '1 fact: older than your term of 400 days' }]);
  });

  it('a delivery that was long on its way, or is told again, brings nothing back', async () => {
    const database = await open();
    await firstAdministrator(database);
    const { number } = await connectionOf(database, 'one');
    const delivery = {
      connection: number,
      key: 'd1',
      kind: 'opened',
      headers: {},
      body: new TextEncoder().encode('[1,2]'),
      receivedAt: NOW,
    };
    await database.write(async (query) => await keepDeliveries(query, [delivery]));
    const order = { database, id: 'one', tries: 1, signal: new AbortController().signal, onProgress: () => undefined, connector: INVENTED };
    const told = await tellConnection({ ...order, now: () => NOW + 401 * DAY * 1000 });
    expect(told).toBe('1 delivery told 0 new facts.');
    const kept = await database.query.selectFrom('delivery').select(['state', 'facts', 'skipped', 'problem']).execute();
    expect(kept).toEqual([{ state: 'skipped', facts: 0, skipped: 2, problem: '2 facts: older than your term of 400 days' }]);
  });
});
