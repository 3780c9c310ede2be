import { request } from 'node:http';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { mayDo, sightOf } from '#core/policy/sight-of.ts';
import { ROLES, type Role } from '#core/policy/roles.ts';
import { openApi } from '#contract/open-api.ts';
import { OPERATIONS } from '#contract/operations.ts';
import { type Operation, SCOPES, scopeOf } from '#contract/operations/operation.ts';
import { onSqlite } from './on-both-engines.ts';
import { callerWith, servedTeam } from './served-team.ts';

const ROWS: readonly Operation[] = OPERATIONS;
const CLOSED = ROWS.filter(({ who }) => who !== 'anyone');
const roles = Object.keys(ROLES) as readonly Role[];
/** Any value in the place of a parameter: whoever is turned away is so before it is looked at. */
const addressOf = ({ path }: Operation): string => path.replaceAll(/\{\w+\}/g, 'x');

/** What the roles table says of a row. */
function maySo(role: Role, { who }: Operation): boolean {
  const viewer = { mode: 'team' as const, grants: [{ role }] };
  if (who === 'anyone' || who === 'signed-in') return true;
  if (who === 'service') return role === 'agent';
  return 'may' in who ? mayDo(viewer, who.may) : sightOf(viewer, who.sees) !== 'nothing';
}

onSqlite(({ open }) => {
  it.each(CLOSED.map((row) => [`${row.method} ${row.path}`, row] as const))(
    'refuses strangers, wrong roles and narrow tokens at %s',
    async (_, row) => {
      const database = await open();
      const path = addressOf(row);
      const stranger = await servedTeam(database, null);
      const refused = await stranger.call(row.method, path, row.body && {});
      expect([refused.status, refused.body]).toMatchObject([401, { code: 'not-signed-in' }]);
      for (const role of roles.filter((one) => !maySo(one, row))) {
        const { call } = await servedTeam(database, callerWith(role));
        expect([role, (await call(row.method, path, row.body && {})).body]).toMatchObject([role, { code: 'not-yours' }]);
      }
      const others = SCOPES.filter((scope) => scope !== scopeOf(row));
      const narrow = await servedTeam(database, callerWith('administrator', 'team', others));
      expect((await narrow.call(row.method, path, row.body && {})).body).toMatchObject({ code: 'out-of-scope' });
    },
  );

  it('lets a cookie alone change nothing, nor another site ask', async () => {
    const { address, call } = await servedTeam(await open(), callerWith('administrator'));
    const changes = async (headers: Record<string, string>) =>
      (await fetch(`${address}/api/sources/x`, { method: 'DELETE', headers })).status;
    expect(await changes({ cookie: 'understudy_session=a' })).toBe(403);
    expect(await changes({ 'x-understudy': '1', 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await changes({ 'x-understudy': '1', origin: 'https://elsewhere.example' })).toBe(403);
    expect(await changes({ 'x-understudy': '1', origin: address })).toBe(422);
    expect(await changes({ authorization: 'Bearer abc' })).toBe(422);
    expect((await call('GET', '/api/sources', undefined, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' })).status).toBe(403);
    expect((await call('OPTIONS', '/api/sources')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is not reached under a name that is not its own', async () => {
    const { address } = await servedTeam(await open(), callerWith('administrator'));
    const { port } = new URL(address);
    const status = await new Promise<number>((resolve) => {
      request({ port, host: '127.0.0.1', path: '/api/sources', headers: { host: `rebound.example:${port}` } }, (reply) => {
        reply.resume();
        resolve(reply.statusCode!);
      }).end();
    });
    expect(status).toBe(403);
  });

  it('takes no body beyond its limit, and nothing that is not JSON', async () => {
    const { call, address } = await servedTeam(await open(), callerWith('administrator'));
    expect((await call('POST', '/api/sources', { address: 'x'.repeat(300_000) })).status).toBe(413);
    const asText = { method: 'POST', headers: { 'x-understudy': '1', 'content-type': 'text/plain' }, body: 'address=/x' };
    expect((await fetch(`${address}/api/sources`, asText)).status).toBe(415);
    expect(
      (await fetch(`${address}/api/sources`, { ...asText, headers: { ...asText.headers, 'content-type': 'application/json' } })).status,
    ).toBe(400);
  });
});

describe('the description', () => {
  it('is OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(openApi(OPERATIONS, '1.0.0') as Record<string, unknown>);
    expect([valid, errors]).toEqual([true, undefined]);
  });

  it('speaks of every row once, and of every parameter in its path', () => {
    expect(new Set(ROWS.map(({ id }) => id)).size).toBe(ROWS.length);
    expect(new Set(ROWS.map(({ method, path }) => `${method} ${path}`)).size).toBe(ROWS.length);
    for (const { path, params } of ROWS)
      expect([path, Object.keys(params?.shape ?? {})]).toEqual([path, [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)]);
  });
});
