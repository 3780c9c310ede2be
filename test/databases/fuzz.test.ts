import { Agent, request } from 'node:http';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ROLES, type Role } from '#core/policy/roles.ts';
import { type Operation, SCOPES } from '#contract/operations/operation.ts';
import { OPERATIONS } from '#contract/operations.ts';
import { grantRole } from '#app/actions/accounts/change-roles.ts';
import { callerOf } from '#app/questions/accounts/caller.ts';
import type { Caller, FindCaller } from '#server/team/door/caller.ts';
import { turnedAway } from '#server/team/door/turned-away.ts';
import type { Database } from '#store/database/database.ts';
import { saveScan } from '#store/team/scans.ts';
import { addSource } from '#store/team/sources.ts';
import { sealerOf } from '#store/team/seal.ts';
import { firstAdministrator, member } from './admit.ts';
import { scanOf, sourceRow } from './fill-database.ts';
import { seeded } from '../../bench/torture/seeded.ts';
import { hostileRequests, type HostileRequest } from './hostile-requests.ts';
import { NOW, onBothEngines } from './on-both-engines.ts';
import { servedTeam } from './served-team.ts';

/** Another one: `UNDERSTUDY_FUZZ_SEED=7 npx vitest run test/databases/fuzz.test.ts`. */
const SEED = Number(process.env['UNDERSTUDY_FUZZ_SEED'] ?? 20_261_121);
/** Requests to each engine; all there are, shuffled, where it says 0. */
const MOST = Number(process.env['UNDERSTUDY_FUZZ_REQUESTS'] ?? 2000);
const AT_ONCE = 8;
const PLANTED = 'planted-credential-4711';
const ROOT = resolve(import.meta.dirname, '../..');
const roles = Object.keys(ROLES) as readonly Role[];

/** Whoever has signed in is the first person of the history, and may read that of themself. */
const ANOTHER = /Person [02-9]|p[02-9]@example\.org/;
const ANYBODY = /Person \d|p\d@example\.org/;

interface Asked extends HostileRequest {
  readonly as: string;
  readonly from: string;
}

interface Heard {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

onBothEngines(({ open, engine }) => {
  it('holds every operation up under hostile values: no bug, no leak, and the server answers on', { timeout: 600_000 }, async () => {
    const database = await open();
    const callers = await furnish(database);
    const findCaller: FindCaller = async ({ token }) => callers.get(token ?? '') ?? null;
    const { address, call } = await servedTeam(database, findCaller);
    const asked = chosen([...callers.keys(), 'nobody']);
    const [wrong, reached] = await put(address, asked, database);
    expect(wrong).toEqual([]);
    expect((await call('GET', '/api/server')).status).toBe(200);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const kept = await database.query.selectFrom('source').select('id').where('id', '=', 'a').execute();
    expect(kept).toHaveLength(1);
    const someMay = (row: Operation): boolean => [...callers.values()].some((caller) => turnedAway(row, caller) === null);
    const never = OPERATIONS.filter((row) => someMay(row) && !reached.has(row.id)).map(({ id }) => id);
    expect([engine, never]).toEqual([engine, []]);
  });
});

/** One account a role, each also with a token for one scope only; a source with a sealed credential that was read. */
async function furnish(database: Database): Promise<ReadonlyMap<string, Caller>> {
  const first = await firstAdministrator(database);
  const callers = new Map<string, Caller>();
  for (const role of roles.filter((one) => one !== 'agent')) {
    const { secret, accountId } = role === 'administrator' ? first : await member(database, `${role}@shop.example`);
    if (role !== 'administrator' && role !== 'member') await grantRole(database, { account: accountId, role, by: null, now: NOW });
    const signedIn = (await callerOf(database, { session: secret, bearer: undefined, loopback: true }, NOW))!;
    const { mode, grants } = signedIn;
    const caller: Caller = { accountId, viewer: { mode, grants }, ownWords: ['p1@example.org'], scopes: null, signedIn };
    callers.set(role, caller);
    for (const scope of SCOPES) callers.set(`${role}.${scope}`, { ...caller, scopes: [scope] });
  }
  const keyFile = join(mkdtempSync(join(tmpdir(), 'understudy-fuzz-')), 'team.key');
  await addSource(database, { ...sourceRow('a'), name: 'api', credential: sealerOf(keyFile).seal(PLANTED, 'a') });
  await database.write(async (query) => await saveScan(query, { sourceId: 'a', scan: scanOf(60) }));
  return callers;
}

/** Of every part of every operation some values, by the seed; who may ask most often, but everybody sometimes. */
function chosen(names: readonly string[]): readonly Asked[] {
  const draw = seeded(SEED);
  const all = OPERATIONS.flatMap((row) => hostileRequests(row, { source: 'api' }));
  const shuffled = all.map((one) => [draw(), one] as const).toSorted(([a], [b]) => a - b);
  const parts = new Set<string>();
  const fresh = ({ operation, spoilt }: HostileRequest): boolean => parts.size < parts.add(`${operation.id} ${spoilt}`).size;
  const [firsts, others] = [[] as HostileRequest[], [] as HostileRequest[]];
  for (const [, one] of shuffled) (fresh(one) ? firsts : others).push(one);
  const some = [...firsts, ...others].slice(0, MOST === 0 ? undefined : Math.max(MOST, firsts.length));
  return some.map((one, n) => ({
    ...one,
    as: draw() < 0.7 ? whoMay(one, draw) : names[Math.floor(draw() * names.length)]!,
    // Limits of the door count by address: this is about what comes through it.
    from: `127.${1 + (n % 100)}.${Math.floor(n / 100) % 250}.1`,
  }));
}

function whoMay({ operation: { who } }: HostileRequest, draw: () => number): string {
  if (who === 'anyone') return 'nobody';
  if (typeof who === 'object' && 'may' in who && who.may === 'configure') return 'administrator';
  if (typeof who === 'object' && 'may' in who && who.may === 'agree to names') return 'council';
  const sighted =
    typeof who === 'object' && 'sees' in who && { settings: 'administrator', log: 'council', signals: 'lead' }[who.sees as string];
  return sighted || ['member', 'lead', 'steward'][Math.floor(draw() * 3)]!;
}

async function put(address: string, asked: readonly Asked[], database: Database): Promise<[readonly string[], ReadonlySet<string>]> {
  const agent = new Agent({ keepAlive: false });
  const wrong: string[] = [];
  const reached = new Set<string>();
  const rest = [...asked].values();
  const one = async (): Promise<void> => {
    for (const ask of rest) {
      const heard = await sent(address, ask, agent).catch((problem: unknown) => ({ status: 599, text: String(problem), headers: {} }));
      if (heard.status !== 429 && heard.status !== 401 && heard.status !== 403) reached.add(ask.operation.id);
      for (const what of complaints(ask, heard, database))
        wrong.push(`${what}: as ${ask.as}, ${shown(ask)}: ${heard.status} ${heard.text.slice(0, 300)} (seed ${SEED})`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return [wrong, reached];
}

function shown({ operation, spoilt, path, body, headers }: Asked): string {
  return JSON.stringify({ operation: operation.id, spoilt, path: path.slice(0, 200), body: body?.slice(0, 200), headers }).slice(0, 600);
}

/** What no reply may be or hold. */
function complaints(ask: Asked, { status, text, headers }: Heard, { place }: Database): readonly string[] {
  const inner = [ROOT, 'node_modules', '\n    at ', place.engine === 'sqlite' ? place.folder : place.url, 'SQLITE', 'scrypt'];
  const others = roles.filter((role) => !ask.as.startsWith(role)).map((role) => `${role}@shop.example`);
  return [
    ...(status >= 500 ? ['a bug'] : []),
    ...inner.filter((word) => text.includes(word)).map((word) => `tells what is inside (${word})`),
    ...(text.includes(PLANTED) ? ['tells a secret'] : []),
    ...((ask.as === 'nobody' ? ANYBODY : ANOTHER).test(text) ? ['names somebody'] : []),
    ...(ask.as.startsWith('administrator') ? [] : others.filter((word) => text.includes(word)).map((word) => `tells an address (${word})`)),
    ...('x-injected' in headers ? ['takes a header'] : []),
    ...(JSON.stringify(headers['content-type'] ?? '').includes('text/html') ? ['answers as a page'] : []),
  ];
}

async function sent(address: string, { operation: { method }, path, body, headers, as, from }: Asked, agent: Agent): Promise<Heard> {
  const { port } = new URL(address);
  const all = {
    'x-understudy': '1',
    ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
    ...(as === 'nobody' ? {} : { authorization: `Bearer ${as}` }),
    ...headers,
  };
  return await new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, method, path, headers: all, agent, localAddress: from }, (reply) => {
      const heard = (text: string): void => resolve({ status: reply.statusCode!, text, headers: reply.headers });
      // A stream of events never ends by itself.
      if (String(reply.headers['content-type']).startsWith('text/event-stream'))
        reply.once('data', (part) => (heard(String(part)), reply.destroy()));
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('end', () => heard(Buffer.concat(parts).toString()));
      reply.on('error', reject);
    });
    asking.on('error', reject);
    asking.end(body);
  });
}
