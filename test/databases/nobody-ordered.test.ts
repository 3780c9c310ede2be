import { describe, expect, it } from 'vitest';
import { invite } from '#app/actions/accounts/invite.ts';
import { AccessLog } from '#app/actions/privacy/access-log.ts';
import { OPERATIONS } from '#contract/operations.ts';
import type { Operation } from '#contract/operations/operation.ts';
import { ROLES, type Role } from '#core/policy/roles.ts';
import type { Mode } from '#core/policy/viewer.ts';
import type { Database } from '#store/database/database.ts';
import { saveScan } from '#store/team/scans.ts';
import { addSource } from '#store/team/sources.ts';
import { historyOf } from '#test/history-of.ts';
import { addressOf, disordered, MOST_FIRST, workOf } from '#test/order-of-people.ts';
import { scanOf, sourceRow } from './fill-database.ts';
import { NOW, onSqlite } from './on-both-engines.ts';
import { callerWith, type ServedTeam, servedTeam } from './served-team.ts';

const ROWS: readonly Operation[] = OPERATIONS;
const roles = Object.keys(ROLES) as readonly Role[];
/** Words by which other programs let people choose an order, a top or a comparison. */
const ORDERING = [
  'sort',
  'sortBy',
  'order',
  'orderBy',
  'by',
  'rank',
  'top',
  'best',
  'worst',
  'desc',
  'limit',
  'groupBy',
  'person',
  'compare',
  'score',
];
const WORTH = ['commits', 'knowledge', 'name'];
/** Values for the words that rows do know. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  area: ['billing'],
  path: ['billing', ''],
  who: [addressOf('Zoe Quill'), 'Zoe Quill', 'Zoe', addressOf('Ana Jost')],
  away: [addressOf('Zoe Quill')],
  me: ['true'],
  with: ['a'],
  at: ['2026-01-01', '1750000000'],
  months: ['3'],
  days: ['14'],
  language: ['en', 'de'],
  most: ['3'],
};
const SELF = 'Ana Jost';
const OTHERS = MOST_FIRST.filter((name) => name !== SELF);
/**
 * Services come by token only; one with the scope `scim` is the directory that the accounts come from, and is told its own.
 * Rows that say names of others, and why they may: administration has to know who may come in. It says nothing of anybody's
 * work, and its list is alphabetical.
 */
const NAMES_MAY_STAND: ReadonlySet<string> = new Set(['list-accounts']);

/** A source with the work of eight people, accounts of all of them made in the order of their work, and a log of who looked. */
async function fill(database: Database): Promise<void> {
  await addSource(database, sourceRow('a'));
  const seen = new Set<string>();
  const told = workOf(MOST_FIRST).map(({ day, by, files = [] }) => ({
    day,
    by: `${by} <${addressOf(by)}>`,
    touches: files.map((path) => `${seen.has(path) ? 'M' : (seen.add(path), 'A')} ${path}`),
  }));
  const spelled = historyOf(told);
  const scan = { ...scanOf(1), spelled, mapped: spelled.identities, fresh: told.length };
  const facts = { ...scan.facts, headAt: spelled.commits.committedAt[0]! };
  await database.write(async (query) => await saveScan(query, { sourceId: 'a', scan: { ...scan, facts } }));
  const log = new AccessLog(database, () => NOW);
  for (const name of MOST_FIRST) {
    const { accountId } = await invite(database, { email: addressOf(name), name, by: null, now: NOW });
    const asked = { question: 'away', input: { who: [addressOf(name)] } };
    await log.around({ by: accountId, viewer: { mode: 'team' }, asked }, async () => null);
  }
}

const addressIn = ({ path, method }: Operation): string => path.replaceAll(/\{\w+\}/g, method === 'GET' ? 'a' : 'x');

/** Every word that a row knows, with every value; and, for whoever is likely to try, every word that orders. */
function queriesOf({ query }: Operation, trying: boolean): readonly string[] {
  const known = Object.keys(query?.shape ?? {}).flatMap((key) =>
    (VALUES[key] ?? ['1']).map((value) => `?${key}=${encodeURIComponent(value)}`),
  );
  const ordering = trying ? ORDERING.flatMap((word, i) => [`?${word}=${WORTH[i % WORTH.length]!}`]) : [];
  return ['', ...known, ...ordering];
}

async function heard(
  { address, call }: ServedTeam,
  row: Operation,
  path: string,
): Promise<{ readonly status: number; readonly text: string; readonly body: unknown }> {
  if (row.reply.kind !== 'events') return await call(row.method, path, row.body === undefined ? undefined : {});
  const gone = new AbortController();
  const timer = setTimeout(() => gone.abort(), 300);
  let text = '';
  try {
    const reply = await fetch(address + path, { signal: gone.signal });
    if (reply.status !== 200) return { status: reply.status, text: await reply.text(), body: null };
    for await (const bytes of reply.body!) text += new TextDecoder().decode(bytes);
  } catch {
    // Heard enough.
  }
  clearTimeout(timer);
  return { status: 200, text, body: null };
}

onSqlite(({ open }) => {
  describe.each(['team', 'council'] as const satisfies readonly Mode[])('the whole API in %s mode', (mode) => {
    it.each(roles)('says no name of anybody else to a %s, and puts nobody in order', async (role) => {
      const database = await open();
      await fill(database);
      const served = await servedTeam(database, {
        ...callerWith(role, mode, role === 'agent' ? ['read', 'act'] : null),
        ownWords: [addressOf(SELF)],
      });
      const trying = mode === 'team' && ['member', 'lead', 'administrator', 'council'].includes(role);
      let answered = 0;
      for (const row of ROWS)
        for (const query of queriesOf(row, trying)) {
          const { status, text, body } = await heard(served, row, addressIn(row) + query);
          const place = `${row.method} ${row.path}${query}`;
          expect([place, status < 500 || status === 503]).toEqual([place, true]);
          if (status === 200 && text !== '') answered++;
          // What somebody typed may be said back to them in a refusal.
          const typed = decodeURIComponent(query);
          const named = OTHERS.filter((name) => text.includes(name) && !typed.includes(name));
          const addresses = OTHERS.map(addressOf).filter((one) => text.toLowerCase().includes(one.toLowerCase()) && !typed.includes(one));
          if (!NAMES_MAY_STAND.has(row.id)) expect([place, named, addresses]).toEqual([place, [], []]);
          expect([place, disordered(body ?? text, MOST_FIRST)]).toEqual([place, []]);
        }
      expect(answered).toBeGreaterThan(3);
    });
  });

  it('bites: in solo mode the same walk does meet names, and the names of accounts do stand in their one list', async () => {
    const database = await open();
    await fill(database);
    const solo = await servedTeam(database, { ...callerWith('member', 'solo'), ownWords: [] });
    const { text } = await solo.call('GET', '/api/sources/a/answers/who?path=billing');
    expect(OTHERS.filter((name) => text.includes(name)).length).toBeGreaterThan(2);
    const administrator = await servedTeam(database, callerWith('administrator'));
    const { body } = await administrator.call('GET', '/api/accounts');
    const names = (body as { readonly accounts: readonly { readonly name: string }[] }).accounts.map(({ name }) => name);
    expect(names).toEqual(MOST_FIRST.toSorted());
    expect(disordered(names.toReversed(), MOST_FIRST)).not.toEqual([]);
  });

  it('no row knows a word that orders', () => {
    const known = ROWS.flatMap(({ id, query, body }) =>
      [...Object.keys(query?.shape ?? {}), ...Object.keys((body as { readonly shape?: object } | undefined)?.shape ?? {})]
        .filter((word) => ORDERING.includes(word))
        .map((word) => `${id} ${word}`),
    );
    expect(known).toEqual([]);
  });
});
